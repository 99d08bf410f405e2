// The command line: `create-octavo my-blog`.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, relative, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import packageJson from '../package.json' with { type: 'json' };
import { defaultAnswers, answerErrors, QUESTION_NAMES, tidy, type Answers } from './answers.ts';
import { askFor, askForAnswers, Cancelled } from './ask.ts';
import { blogFiles } from './blog-files.ts';
import { createProgram } from './create-program.ts';
import { install } from './install.ts';
import { folderError, writeFolder } from './new-folder.ts';
import { packageManagerOf } from './package-manager.ts';
import { readTemplate } from './template.ts';

interface Options extends Partial<Answers> {
  yes?: boolean;
  install: boolean;
  engine?: string;
}

const DEFAULT_FOLDER = 'my-blog';

const command = createProgram().parse();

try {
  await run(command.args[0], command.opts<Options>());
} catch (error) {
  if (!(error instanceof Cancelled)) throw error;
  console.error('Cancelled: nothing was created.');
  // As a shell reports Ctrl+C.
  process.exitCode = 130;
}

async function run(given: string | undefined, options: Options): Promise<void> {
  const known = givenAnswers(options);
  const folder = await chooseFolder(given, options);
  const answers = await chooseAnswers(known, folder, options);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const tarball = options.engine === undefined ? undefined : basename(options.engine);
  const files = blogFiles(readTemplate(), {
    ...answers,
    folder: basename(folder),
    timeZone,
    day: new Intl.DateTimeFormat('en-CA', { timeZone }).format(),
    octavo: tarball === undefined ? `^${packageJson.version}` : `file:${tarball}`,
  });
  if (tarball !== undefined) files[tarball] = readFileSync(options.engine!);
  await create(folder, files, options.install);
}

/** Writes the files and installs the packages; removes all files if it is interrupted. */
async function create(
  folder: string,
  files: Record<string, string | Uint8Array>,
  wantsInstall: boolean,
): Promise<void> {
  const packageManager = packageManagerOf(process.env['npm_config_user_agent']);
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => interrupt.abort());
  const remove = writeFolder(folder, files);
  // Delivers signals that came during the write.
  await setImmediate();
  const isInstalled =
    wantsInstall && !interrupt.signal.aborted && (await install(packageManager, folder, interrupt));
  if (interrupt.signal.aborted) {
    remove();
    throw new Cancelled();
  }
  const path = relative('', folder) || '.';
  console.log(`Created a blog in ${path}. Next:`);
  console.log(`  cd ${/^[\w./-]+$/.test(path) ? path : JSON.stringify(path)}`);
  if (!isInstalled) console.log(`  ${packageManager} install`);
  console.log(`  ${packageManager} run dev`);
  if (wantsInstall && !isInstalled) {
    console.error(`${packageManager} install failed; run it again in ${path}`);
    process.exitCode = 1;
  }
}

async function chooseFolder(given: string | undefined, options: Options): Promise<string> {
  const validate = (path: string) => folderError(resolve(path));
  if (given === undefined && !options.yes) {
    requireTerminal();
    return resolve(await askFor('Folder of the blog', DEFAULT_FOLDER, validate));
  }
  const path = given ?? DEFAULT_FOLDER;
  const message = validate(path);
  if (message !== undefined) command.error(`${path} ${message}`);
  return resolve(path);
}

/** Returns the answers in the options; ends the command if one is invalid. */
function givenAnswers(options: Options): Partial<Answers> {
  const given: Partial<Answers> = {};
  for (const name of QUESTION_NAMES) {
    const answer = options[name];
    if (answer !== undefined) given[name] = tidy(answer);
  }
  const errors = answerErrors(given);
  if (errors.length > 0) command.error(errors.join('\n'));
  return given;
}

async function chooseAnswers(
  given: Partial<Answers>,
  folder: string,
  options: Options,
): Promise<Answers> {
  const defaults = defaultAnswers(folder, defaultAuthor());
  if (options.yes || Object.keys(given).length === QUESTION_NAMES.length)
    return { ...defaults, ...given };
  requireTerminal();
  return askForAnswers(given, defaults);
}

function requireTerminal(): void {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    command.error('not a terminal; pass --yes to accept the defaults');
}

/** Returns the name in git's configuration, else the user name. */
function defaultAuthor(): string {
  try {
    const name = execFileSync('git', ['config', 'user.name'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return tidy(name) || userInfo().username;
  } catch {
    return userInfo().username;
  }
}
