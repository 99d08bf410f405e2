import { describe, expect, test } from 'vitest';
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
      ['check', [], { fix: true, json: true }],
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
      ['check', [], { github: true }],
    ],
    [
      ['new', 'A', 'title', '--page'],
      ['new', [['A', 'title']], { page: true }],
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
    [['chekc'], 'unknown command chekc; did you mean check?'],
    [['qqqqqqq'], 'unknown command qqqqqqq'],
    [['check', '--fxi'], 'unknown option --fxi; did you mean --fix?'],
    [['check', '-x'], 'unknown option -x'],
    [['check', '--fix=yes'], 'unknown option --fix=yes'],
    [['--port', '80'], 'unknown option --port'],
    [['check', 'posts', 'pages'], 'unexpected argument: posts'],
    [['upgrade', '1.2.0', '1.3.0'], 'unexpected argument: 1.3.0'],
    [['check', '--json', '--github'], 'use either --json or --github'],
    [['check', '--github', '--json'], 'use either --json or --github'],
    [['new', '--series'], 'option --series <name> argument missing'],
    [['dev', '--port', 'x'], '--port: x is not a port; use a number like 8080'],
    [['dev', '--port', '65536'], '--port: 65536 is not a port; use a number like 8080'],
  ])('refuses %j', async (args, message) => {
    await expect(parsed(...args)).rejects.toMatchObject({ name: 'UsageError', message });
  });
});
