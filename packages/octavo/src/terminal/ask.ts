import { createInterface } from 'node:readline/promises';

/** Thrown if Ctrl+C or Ctrl+D ends a question. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  /** The exit status of the command. */
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('interrupted');
    this.exitCode = exitCode;
  }
}

/**
 * Asks on the terminal and returns the answer, or `undefined` without a terminal.
 *
 * @throws {Interruption} on Ctrl+C (status 130, as in shells) and on Ctrl+D (status 1).
 */
export async function ask(question: string): Promise<string | undefined> {
  const { stdin: input, stdout: output } = process;
  if (!input.isTTY || !output.isTTY) return undefined;
  const terminal = createInterface({ input, output });
  const closed = new AbortController();
  let exitCode = 1;
  terminal.once('SIGINT', () => {
    exitCode = 130;
    terminal.close();
  });
  terminal.once('close', () => closed.abort());
  try {
    return (await terminal.question(question, { signal: closed.signal })).trim();
  } catch {
    throw new Interruption(exitCode);
  } finally {
    terminal.close();
  }
}
