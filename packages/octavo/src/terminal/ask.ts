import { isCancel, text } from '@clack/prompts';

/**
 * Asks on the terminal until `validate` finds no error in the answer; returns `undefined` without a
 * terminal. Ctrl+C ends the command with status 130, as in shells.
 */
export async function ask(
  message: string,
  validate: (answer: string) => string | undefined = () => undefined,
): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const answer = await text({ message, validate: (typed = '') => validate(typed.trim()) });
  if (isCancel(answer)) process.exit(130);
  return answer.trim();
}
