import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../../packages/create-octavo/src/create-program.ts';
import { importProgram } from '../../../packages/octavo-import/src/import-program.ts';
import { octavoProgram } from '../../../packages/octavo/src/cli/octavo-program.ts';
import { socialProgram } from '../../../packages/octavo-social/src/social-program.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import starter from '../../../packages/create-octavo/template/package.json' with { type: 'json' };
import { manual, packageReadmes, repository } from '../../docs.ts';

/** The test file that runs a command of the packages. */
const TESTS: Record<string, string> = {
  'octavo new': 'tests/build/cli.test.ts',
  'octavo dev': 'tests/install/blog.test.ts',
  'octavo check': 'tests/build/check.test.ts',
  'octavo build': 'tests/install/blog.test.ts',
  'octavo preview': 'tests/install/blog.test.ts',
  'octavo permalinks': 'tests/build/permalinks.test.ts',
  'octavo changed': 'tests/build/changed.test.ts',
  'octavo eject': 'tests/all/upgrade.test.ts',
  'octavo upgrade': 'tests/all/upgrade.test.ts',
  'octavo schemas': 'tests/build/schemas.test.ts',
  'octavo replies': 'packages/octavo-social/tests/cli.test.ts',
  'octavo announce': 'packages/octavo-social/tests/cli.test.ts',
  'octavo send-webmentions': 'packages/octavo-social/tests/cli.test.ts',
  'octavo-import': 'tests/build/import.test.ts',
  'create-octavo': 'tests/build/create.test.ts',
};

/** The commands that no test runs, each with the reason. */
const NOT_RUN: [pattern: RegExp, reason: string][] = [
  [/^(?:cd|set) /, 'a builtin of the shell'],
  [/^git /, 'changes the repository of the reader'],
  [/^npm install /, 'tests/install/ installs the packages of this repository'],
  [/^npm create astro@latest /, 'downloads the template; tests/build/create.test.ts checks it'],
  [/^npx astro add octavo$/, 'downloads the package; a test of octavo reads what it needs'],
  [/^npm pack @sveltia\/cms$/, 'downloads a package that is no dependency'],
  [/^npm (?:start|test)\b|^npm run (?:lint|vitest)$/, 'runs the tests, or is run by the workflow'],
  [/^npm run format$/, 'changes the files of the repository'],
  [/^npm run test:firefox$/, 'needs an installed Firefox'],
  [
    /^npm run docs:dev$/,
    'serves until it is stopped; tests/build/manual.test.ts checks the manual',
  ],
  [/^npm run bench(?::|$)/, 'measures for minutes'],
  [/^npm run create /, 'packs the packages, as tests/install/blog.test.ts does'],
  [/^npx vitest run /, 'is a part of the tests'],
  [/^node --cpu-prof /, 'writes a profile of a build'],
  [/^node server-rules\.mjs /, 'tests/all/servers.test.ts runs it with the files for servers'],
  [/^(?:rsync|ssh|curl|aws) /, 'needs an account or a server elsewhere'],
  [/^docker /, 'needs Docker'],
];

/** Each package has Commander's types of its own. */
type Program = ReturnType<typeof octavoProgram>;

const PROGRAMS: Record<string, (args: readonly string[]) => unknown> = {
  octavo: ([name = '']) => (isSocial(name) ? socialProgram('octavo') : octavoProgram()),
  'octavo-import': importProgram,
  'octavo-social': () => socialProgram('octavo-social'),
  'create-octavo': createProgram,
};

const isSocial = (name: string) =>
  socialProgram('octavo').commands.some((command) => command.name() === name);

/** Returns the commands of a shell script, one a line, without comments and redirections. */
function commandsIn(script: string): string[] {
  return script
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) =>
      line
        .replace(/(?:^|\s+)#.*/, '')
        .replace(/\s+>>?\s*\S+$/, '')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** Returns the words of a command as a shell passes them; those of another command are one word. */
function wordsOf(command: string): string[] {
  const words = command.replace(/\$\([^)]*\)/g, 'FILES').match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g);
  return (words ?? []).map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}

/** Returns the problem of a command that a page shows. */
function problemOf(command: string): string | undefined {
  const script = /^npm (?:run )?(\S+)/.exec(command)?.[1] ?? '';
  const isScript = /^npm (?:run |start|test)/.test(command);
  if (isScript && scriptOf(script) === undefined) return `unknown script ${script}`;
  if (NOT_RUN.some(([pattern]) => pattern.test(command))) return undefined;
  const [name = '', ...args] = calledBy(wordsOf(command), script);
  const program = PROGRAMS[name]?.(args);
  if (!program) return 'neither run by a test nor marked as not run';
  const problem = errorOf(program as Program, args);
  if (problem !== undefined) return problem;
  const tested = TESTS[name] ?? TESTS[`${name} ${args[0]}`];
  return tested === undefined ? 'no test runs it' : undefined;
}

/** Returns a script of a blog, or of this repository, as a command of the packages. */
function scriptOf(name: string): string | undefined {
  const scripts: Record<string, string> = { ...packageJson.scripts, ...starter.scripts };
  return scripts[name]?.replace('node scripts/run.mjs ', '');
}

/** Returns the command that npm or npx runs, and its arguments. */
function calledBy(words: readonly string[], script: string): string[] {
  const [first, second, ...rest] = words;
  if (first === 'npx') return words.slice(1);
  if (first !== 'npm') return [...words];
  if (second === 'create') return [`create-${rest[0]}`, ...rest.slice(1)];
  const end = words.indexOf('--');
  return [...wordsOf(scriptOf(script) ?? ''), ...(end < 0 ? [] : words.slice(end + 1))];
}

/** Returns the error that a program prints for arguments; it runs nothing. */
function errorOf(program: Program, args: readonly string[]): string | undefined {
  let printed = '';
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeErr: (text) => (printed += text) });
    if (command.commands.length === 0) command.action(() => undefined);
  }
  try {
    program.parse(args, { from: 'user' });
  } catch {
    return printed.trim().split('\n')[0];
  }
  return undefined;
}

const shown = [...manual(), ...packageReadmes()].flatMap(({ path, fences }) =>
  fences
    .filter(({ language }) => ['sh', 'bash', 'shell'].includes(language))
    .flatMap(({ text, line }) => commandsIn(text).map((command) => [`${path}:${line}`, command])),
) as [place: string, command: string][];

describe('the commands of the manual and the READMEs', () => {
  test.each(shown)('%s: %s', (_, command) => {
    expect(problemOf(command)).toBeUndefined();
  });

  test.each([
    ['npm run biuld', 'unknown script biuld'],
    ['npm run build -- --drfts', "unknown option '--drfts'; did you mean --drafts?"],
    ['npx octavo bild', "unknown command 'bild'; did you mean build?"],
    [
      'npx octavo new a --page --tags b',
      "option '--page' cannot be used with option '--tags <a,b>'",
    ],
    ['npx octavo announce --dry', "unknown option '--dry'"],
    ['npx octavo-import a b c', 'too many arguments'],
    ['npm create octavo a --titel b', "unknown option '--titel'; did you mean --title?"],
    ['npm create octavia a', 'neither run by a test nor marked as not run'],
    ['hugo server', 'neither run by a test nor marked as not run'],
  ])('would not be %s', (command, problem) => {
    expect(problemOf(command)).toContain(problem);
  });

  test('are run by tests that there are', () => {
    for (const [command, path] of Object.entries(TESTS)) {
      expect(existsSync(`${repository}${path}`), path).toBe(true);
      expect(readFileSync(`${repository}${path}`, 'utf8'), path).toContain(
        command.replace('octavo ', ''),
      );
    }
  });

  test('are all that is marked as not run', () => {
    const unused = NOT_RUN.filter(
      ([pattern]) => !shown.some(([, command]) => pattern.test(command)),
    );
    expect(unused).toEqual([]);
  });
});
