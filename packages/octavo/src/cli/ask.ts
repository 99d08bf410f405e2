import { createInterface } from 'node:readline/promises';

/**
 * Asks on the terminal and returns what is typed, or `undefined` without a terminal.
 *
 * @throws an AbortError on Ctrl+C and Ctrl+D, so that the command ends without doing anything.
 */
export async function ask(question: string): Promise<string | undefined> {
  const { stdin: input, stdout: output } = process;
  if (!input.isTTY || !output.isTTY) return undefined;
  const terminal = createInterface({ input, output });
  try {
    return (await terminal.question(question)).trim();
  } finally {
    terminal.close();
  }
}
