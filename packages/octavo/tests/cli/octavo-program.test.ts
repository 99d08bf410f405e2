import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { octavoProgram } from '../../src/cli/octavo-program.ts';

/** Returns what a command line runs: the command, its arguments and its options. */
async function parsed(...args: string[]): Promise<unknown> {
  let result: unknown;
  const program = octavoProgram();
  for (const command of program.commands)
    command.action(() => {
      result = [command.name(), command.processedArgs, command.opts()];
    });
  await program.parseAsync(args, { from: 'user' });
  return result;
}

/** Returns the error that a command line prints. */
function printed(...args: string[]): string {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const exit = vi.spyOn(process, 'exit').mockImplementation((status) => {
    throw new Error(`exit ${status}`);
  });
  onTestFinished(() => {
    write.mockRestore();
    exit.mockRestore();
  });
  expect(() => octavoProgram().parse(args, { from: 'user' })).toThrow('exit 1');
  return String(write.mock.calls[0]?.[0]);
}

describe('octavo', () => {
  test.each<[string[], unknown]>([
    [['dev'], ['dev', [], {}]],
    [
      ['dev', '--port', '80', '--open'],
      ['dev', [], { port: 80, open: true }],
    ],
    [
      ['dev', '--host'],
      ['dev', [], { host: true }],
    ],
    [
      ['preview', '--host', '0.0.0.0'],
      ['preview', [], { host: '0.0.0.0' }],
    ],
    [
      ['build', '--drafts'],
      ['build', [], { drafts: true }],
    ],
    [
      ['check', '--fix', '--json'],
      ['check', [[]], { fix: true, json: true }],
    ],
    [
      ['build', '--now', '2027-01-06'],
      ['build', [], { now: '2027-01-06' }],
    ],
    [
      ['permalinks', '--now', '2027-01-06 10:30'],
      ['permalinks', [], { now: '2027-01-06 10:30' }],
    ],
    [
      ['check', '--github'],
      ['check', [[]], { github: true }],
    ],
    [
      ['new', 'A', 'title', '--page'],
      ['new', [['A', 'title']], { page: true }],
    ],
    [
      ['new', 'Ein', 'Titel', '--lang', 'de'],
      ['new', [['Ein', 'Titel']], { lang: 'de' }],
    ],
    [
      ['new', '--', '--page'],
      ['new', [['--page']], {}],
    ],
    [
      ['new', 'A', '--tags', 'a, b', '--tags=c', '--series', 'S'],
      ['new', [['A']], { tags: ['a', 'b', 'c'], series: 'S' }],
    ],
    [
      ['eject', 'PostHeader', 'Footer'],
      ['eject', [['PostHeader', 'Footer']], {}],
    ],
    [['upgrade'], ['upgrade', [undefined], {}]],
    [
      ['upgrade', '1.2.0'],
      ['upgrade', ['1.2.0'], {}],
    ],
    [['permalinks'], ['permalinks', [], {}]],
    [['changed'], ['changed', [], {}]],
  ])('parses %j', async (args, result) => {
    expect(await parsed(...args)).toEqual(result);
  });

  test.each([
    [['chekc'], "unknown command 'chekc'; did you mean check?"],
    [['qqqqqqq'], "unknown command 'qqqqqqq'"],
    [['check', '--fxi'], "unknown option '--fxi'; did you mean --fix?"],
    [['check', '--fix=yes'], "unknown option '--fix=yes'"],
    [
      ['upgrade', '1', '2'],
      "too many arguments for 'upgrade'. Expected 1 argument but got 2: 1, 2.",
    ],
    [['check', '--json', '--github'], "option '--json' cannot be used with option '--github'"],
    [
      ['new', 'A', '--page', '--tags', 'B'],
      "option '--page' cannot be used with option '--tags <a,b>'",
    ],
    [['new', '--series'], "option '--series <name>' argument missing"],
    [
      ['dev', '--port', 'x'],
      "option '--port <number>' argument 'x' is invalid. Use a number like 8080.",
    ],
    [
      ['dev', '--port', '65536'],
      "option '--port <number>' argument '65536' is invalid. Use a number like 8080.",
    ],
  ])('refuses %j', (args, message) => {
    expect(printed(...args)).toBe(`${message}\n`);
  });
});
