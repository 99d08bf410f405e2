import { Command, InvalidArgumentError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };

/**
 * Returns the command line of `octavo`. Each command imports its file when it runs, so that
 * `octavo --help` starts fast.
 */
export function octavoProgram(): Command {
  const program = new Command('octavo')
    .description('write, check, build and upgrade a blog')
    .version(packageJson.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({ outputError });

  serverCommand(program, 'dev', 'serve the blog while you write, drafts included')
    .addOption(nowOption())
    .action(async (options) => (await import('./serve.ts')).dev(options));

  program
    .command('build')
    .description('build the site into dist/')
    .option('--drafts', 'build a preview that includes drafts and scheduled posts')
    .option('--profile', 'print how long each phase took, and what was reused')
    .addOption(nowOption())
    .option('--verbose', 'print the stacks of unexpected errors')
    .action(async (options) => (await import('./build.ts')).build(options));

  serverCommand(program, 'preview', 'serve the built site').action(async (options) =>
    (await import('./serve.ts')).preview(options),
  );

  program
    .command('check')
    .description('report errors and warnings in the content')
    .argument('[files...]', 'the files to check (default: all)')
    .option('--fix', 'fix what has only one possible fix')
    .option('--known', 'list the known problems, those of check-baseline.json')
    .option('--baseline', 'make the errors known problems, which no longer fail a build')
    .addOption(new Option('--json', 'print the report as JSON').conflicts('github'))
    .addOption(nowOption())
    .option('--github', 'print the report as annotations of GitHub Actions')
    .option('--watch', 'check again after each change')
    .option('--verbose', 'print the stacks of unexpected errors')
    .action(async (files: string[], options) => (await import('./check.ts')).check(files, options));

  program
    .command('new')
    .description('create a post, page or note, as a draft')
    .argument('[title...]', 'its title, the text of a note; without one the command asks')
    .addOption(new Option('--page', 'create a page').conflicts(['series', 'tags']))
    .addOption(new Option('--note', 'create a note').conflicts(['page', 'series']))
    .option('--mdx', 'create an MDX file')
    .option('--bundle', 'create a folder with index.md, for pictures beside it')
    .option('--lang <code>', 'the language of the post, of a blog with several')
    .option('--series <name>', 'the series of the post')
    .option('--tags <a,b>', 'tags of the post; may be repeated', readTags)
    .action(async (title: string[], options) =>
      (await import('./new.ts')).newEntry(title.join(' '), options),
    );

  program
    .command('permalinks')
    .description('record new URLs in permalinks.lock')
    .addOption(nowOption())
    .action(async (options) => (await import('./permalinks.ts')).permalinks(options));

  program
    .command('changed')
    .description('print true if dist/ differs from the published site, otherwise false')
    .action(async () => (await import('./changed.ts')).changed());

  program
    .command('schemas')
    .description('write JSON schemas of front matter into .vscode/, for editors')
    .option('--pages-cms', 'also write .pages.yml, for Pages CMS')
    .option('--decap', 'also write public/admin/config.yml, for Sveltia CMS and Decap CMS')
    .action(async (options) => (await import('./schemas.ts')).schemas(options));

  for (const [name, description] of Object.entries(SOCIAL))
    program
      .command(name)
      .description(`${description} (octavo-social)`)
      // That package has their options.
      .helpOption(false)
      .allowUnknownOption()
      .argument('[options...]')
      .action(async (args: string[]) => (await import('./social.ts')).social(name, args));

  program
    .command('eject')
    .description('copy components into src/overrides/ for you to edit')
    .argument('[names...]', 'names of components, like PostHeader (default: list all)')
    .option('--force', 'overwrite overrides that exist')
    .action(async (names: string[], options) =>
      (await import('../upgrade/eject.ts')).eject(names, options),
    );

  program
    .command('upgrade')
    .description('install another version of octavo and adapt the blog to it; commit first')
    .argument('[target]', 'a version or a tarball (default: the newest that package.json allows)')
    .option('--yes', 'go on with uncommitted changes, without a question')
    .action(async (target: string | undefined, options) =>
      (await import('../upgrade/upgrade.ts')).upgrade(target, options),
    );

  return program;
}

/** Prints an error of Commander as other errors, on one line. */
export function outputError(message: string, write: (text: string) => void): void {
  write(message.replace(/^error: /, '').replace(/\n\(Did you mean (.*)\)/, '; did you mean $1'));
}

/** The commands of the package octavo-social. */
const SOCIAL = {
  replies: 'fetch the replies to posts on other networks',
  announce: 'post new articles on other networks',
  'send-webmentions': 'notify the sites that posts link to',
};

function serverCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--port <number>', 'port to listen on (default: 4321, or the next free one)', readPort)
    .option('--host [host]', 'listen on the network: on every address, or on this one')
    .option('--open', 'open the blog in the browser');
}

function nowOption(): Option {
  return new Option('--now <date>', 'the moment to work for (default: the clock)');
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('Use a number like 8080.');
  return port;
}

function readTags(list: string, before: string[] = []): string[] {
  return [...before, ...list.split(',').map((tag) => tag.trim())];
}
