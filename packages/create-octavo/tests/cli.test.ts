import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const bin = fileURLToPath(new URL('../bin/create-octavo.mjs', import.meta.url));

let folder: string;
/** The folder of a fake npm. */
let npmFolder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'create-octavo-'));
  npmFolder = mkdtempSync(join(tmpdir(), 'create-octavo-npm-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(npmFolder, { recursive: true });
});

const ENDLESS = 'mkdir -p node_modules/x; echo "$@ started"; exec sleep 60';

function fakeNpm(script: string): void {
  writeFileSync(join(npmFolder, 'npm'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** Reacts to each text in the output, in order: by keys, or by a signal. */
type Reactions = [text: string, keysOrSignal: string][];

/** Runs a command and returns its status, and its output without spaces and colors. */
function run(
  [command, ...args]: [string, ...string[]],
  reactions: Reactions = [],
): Promise<{ status: number | null; output: string }> {
  const child = spawn(command, args, {
    cwd: folder,
    env: {
      ...process.env,
      PATH: [npmFolder, process.env['PATH']].join(delimiter),
      npm_config_user_agent: 'npm/11.0.0',
    },
  });
  const left = reactions.map(([text, reaction]) => [withoutSpaces(text), reaction] as const);
  let [output, seen] = ['', 0];
  const hear = (data: Buffer) => {
    output += withoutSpaces(data.toString());
    const [text = '', reaction] = left[0] ?? [];
    const found = reaction === undefined ? -1 : output.indexOf(text, seen);
    if (found === -1) return;
    seen = found + text.length;
    left.shift();
    if (reaction!.startsWith('SIG')) child.kill(reaction as NodeJS.Signals);
    else child.stdin.write(reaction!);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  if (reactions.length === 0) child.stdin.end();
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, output })));
}

function withoutSpaces(text: string): string {
  return text.replace(/\u001b\[[\d;?]*[a-z]|\s/gi, '');
}

const create = (args: string[], reactions?: Reactions) =>
  run([process.execPath, bin, ...args], reactions);

/** Runs it on a terminal, which `script` of util-linux makes. */
function createOnTerminal(args: string[], reactions: Reactions) {
  const command = ['stty cols 100 rows 40; exec', process.execPath, bin, ...args].join(' ');
  return run(['script', '-qefc', command, '/dev/null'], reactions);
}

describe('create-octavo', { timeout: 30_000 }, () => {
  test('creates a blog without questions', async () => {
    const { status, output } = await create(['my-blog', '--yes', '--no-install']);
    expect(output).toBe('Createdabloginmy-blog.Next:cdmy-blognpminstallnpmrundev');
    expect(status).toBe(0);
    const settings = readFileSync(join(folder, 'my-blog/src/site.config.ts'), 'utf8');
    expect(settings).toContain("title: 'My blog'");
  });

  test('copies a packed engine into the blog, which depends on it', async () => {
    writeFileSync(join(folder, 'octavo-9.9.9.tgz'), 'packed');
    const engine = ['--engine', 'octavo-9.9.9.tgz'];
    expect(await create(['b', '--yes', '--no-install', ...engine])).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, 'b/octavo-9.9.9.tgz'), 'utf8')).toBe('packed');
    const manifest = readFileSync(join(folder, 'b/package.json'), 'utf8');
    expect(manifest).toContain('"octavo": "file:octavo-9.9.9.tgz"');
  });

  test('installs the packages', async () => {
    fakeNpm('echo "$@ in ${PWD##*/}"');
    const { status, output } = await create(['b', '--yes']);
    expect(output).toBe('installinbCreatedabloginb.Next:cdbnpmrundev');
    expect(status).toBe(0);
  });

  test('keeps the blog where the packages cannot be installed', async () => {
    fakeNpm('exit 3');
    const { status, output } = await create(['b', '--yes']);
    expect(output).toContain('npminstallfailed;runitagaininb');
    expect(status).toBe(1);
    expect(existsSync(join(folder, 'b/package.json'))).toBe(true);
  });

  test.each([
    [['b'], 'not a terminal; pass --yes to accept the defaults'],
    [[], 'not a terminal; pass --yes to accept the defaults'],
    [['b', '--yes', '--url', 'example.com'], '--url: must be a URL without ? and #'],
    [['full', '--yes'], 'full is not empty; choose another folder'],
    [['b', '--titel', 'x'], "unknown option '--titel'; did you mean --title?"],
    [['b', 'c'], 'too many arguments'],
  ])('refuses %j', async (args, message) => {
    mkdirSync(join(folder, 'full/x'), { recursive: true });
    const { status, output } = await create(args);
    expect(output.startsWith(withoutSpaces(message))).toBe(true);
    expect(status).toBe(1);
    expect(readdirSync(folder)).toEqual(['full']);
    expect(readdirSync(join(folder, 'full'))).toEqual(['x']);
  });

  test.each(['SIGINT', 'SIGTERM'])('leaves nothing behind after %s', async (signal) => {
    fakeNpm(ENDLESS);
    const { status, output } = await create(['a/b', '--yes'], [['install started', signal]]);
    expect(output).toContain('Cancelled:nothingwascreated.');
    expect(status).toBe(130);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.skipIf(process.platform !== 'linux')('on a terminal', { timeout: 30_000 }, () => {
  test('create-octavo asks, and asks again after a wrong answer', async () => {
    const { status } = await createOnTerminal(
      ['b', '--no-install'],
      [
        ['Title of the blog', "Jane's notes\r"],
        ['URL of the blog', 'x.example\r'],
        ['must be a URL', '\u0015https://x.example/\r'],
        ['Name of the author', 'Jane\r'],
        ['Language of the blog', '\r'],
      ],
    );
    expect(status).toBe(0);
    const settings = readFileSync(join(folder, 'b/src/site.config.ts'), 'utf8');
    expect(settings).toContain(`title: "Jane's notes",`);
    expect(settings).toContain("url: 'https://x.example/',");
    expect(settings).toContain("language: 'en',");
    expect(settings).toContain("author: 'jane',");
  });

  test('create-octavo asks for the folder', async () => {
    const options = ['--title', 'A', '--url', 'https://a.example', '--author', 'A'];
    const { status } = await createOnTerminal(
      ['--no-install', '--language', 'en', ...options],
      [['Folder of the blog', 'b\r']],
    );
    expect(status).toBe(0);
    expect(readdirSync(folder)).toEqual(['b']);
  });

  test.each([
    ['Ctrl+C', '\u0003'],
    ['Ctrl+D', '\u0004'],
  ])('%s at a question leaves nothing behind', async (_, key) => {
    const { status, output } = await createOnTerminal(
      ['b'],
      [
        ['Title of the blog', 'Notes\r'],
        ['URL of the blog', key],
      ],
    );
    expect(output).toContain('Cancelled:nothingwascreated.');
    expect(output).not.toContain('Warning');
    expect(status).toBe(130);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('Ctrl+C during the installation removes the new files', async () => {
    fakeNpm(ENDLESS);
    mkdirSync(join(folder, 'b/.git'), { recursive: true });
    const { status } = await createOnTerminal(['b', '--yes'], [['install started', '\u0003']]);
    expect(status).toBe(130);
    expect(readdirSync(join(folder, 'b'))).toEqual(['.git']);
  });
});
