import { createInterface } from 'node:readline/promises';

/** Asks on the terminal; returns `undefined` where there is none, and what is typed otherwise. */
export async function ask(question: string): Promise<string | undefined> {
  const { stdin: input, stdout: output } = process;
  if (!input.isTTY || !output.isTTY) return undefined;
  const terminal = createInterface({ input, output });
  try {
    return (await terminal.question(question)).trim();
  } catch {
    // Interrupted.
    return undefined;
  } finally {
    terminal.close();
  }
}
