import { isCancel, text } from '@clack/prompts';

/**
 * Asks on the terminal and returns the answer, or `undefined` without a terminal. Ctrl+C ends the
 * command with status 130, as in shells.
 */
export async function ask(message: string): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const answer = await text({ message });
  if (isCancel(answer)) process.exit(130);
  return answer.trim();
}
