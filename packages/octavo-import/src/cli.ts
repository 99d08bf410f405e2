// The command line: `octavo-import ../my-old-blog`.
import { Command, InvalidArgumentError } from 'commander';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import packageJson from '../package.json' with { type: 'json' };
import { SETTINGS } from './write/example-content.ts';

interface Options {
  from?: string;
  dryRun?: true;
  force?: true;
  check?: true;
  title?: string;
  url?: string;
  shortcode?: [string, string][];
  shortcodes?: string;
}

const command = new Command('octavo-import')
  .description('Imports a blog of another system into an Octavo blog, with every URL that it had.')
  .version(packageJson.version)
  .usage('[options] OLD [BLOG]\n       octavo-import --check [BLOG]')
  .argument('[old]', 'the folder of the old blog, or the file of its export')
  .argument('[blog]', 'the folder of the Octavo blog (default: the current folder)')
  .option('--from <system>', 'the system of the old blog (default: recognized)')
  .option('--dry-run', 'report what it would write, and write nothing')
  .option('--force', 'overwrite files that you edited since the last import, and settings')
  .option('--title <title>', 'the title of the blog, if its configuration does not have it')
  .option('--url <url>', 'the URL of the blog, likewise')
  .option('--shortcode <name=value>', 'what a shortcode becomes; see the manual', addMapping)
  .option('--shortcodes <file>', 'a YAML file of such names and values')
  .option('--check', 'report old URLs that the built site does not answer')
  .configureOutput({
    outputError: (message, write) =>
      write(
        message.replace(/^error: /, '').replace(/\n\(Did you mean (.*)\)/, '; did you mean $1'),
      ),
  })
  .parse();

try {
  await run(command.args, command.opts<Options>());
} catch (error) {
  const { name, message } = error as Error;
  if (name !== 'ImportError' && name !== 'SettingsError') throw error;
  command.error(message);
}

async function run(args: readonly string[], options: Options): Promise<void> {
  if (options.check) {
    if (args.length > 1) command.error(`unexpected argument: ${args[1]}`);
    const { checkUrls } = await import('./check-urls.ts');
    return checkUrls(blogFolder(args[0]));
  }
  const [given] = args;
  if (given === undefined)
    return command.error('missing folder of the old blog: octavo-import ../my-old-blog');
  const old = resolve(given);
  if (!existsSync(old)) command.error(`${given}: not found`);
  const [{ systemOf }, { systems }] = await Promise.all([
    import('./recognize.ts'),
    import('./systems.ts'),
  ]);
  const blog = blogFolder(args[1]);
  if (old.startsWith(join(blog, 'src'))) command.error(`${given}: the source of the blog itself`);
  const { from, dryRun = false, force = false, title, url } = options;
  const system = systemOf(old, { given, from, systems });
  const { importBlog } = await import('./import-blog.ts');
  await importBlog(old, blog, {
    ...{ system, dryRun, force, shortcodes: mappings(options) },
    settings: { title, url: url === undefined ? undefined : siteAddress(url) },
  });
}

/** Returns a URL with a slash at its end. */
function siteAddress(given: string): string {
  if (!/^https?:\/\//.test(given) || !URL.canParse(given))
    command.error(`--url: ${given} is not a URL; write it like https://my-blog.example/`);
  return given.replace(/\/?$/, '/');
}

/** Returns what shortcodes become, by their names; options of the command go before the file. */
function mappings({ shortcode = [], shortcodes: file }: Options): Map<string, string> {
  if (file !== undefined && !existsSync(file)) command.error(`${file}: not found`);
  const inFile = file === undefined ? {} : (parse(readFileSync(file, 'utf8')) as unknown);
  if (typeof inFile !== 'object' || inFile === null)
    return command.error(`${file}: must have a line for each shortcode, like gallery: inner`);
  return new Map([
    ...Object.entries(inFile).map(([name, to]) => [name, String(to)] as const),
    ...shortcode,
  ]);
}

function addMapping(given: string, before: [string, string][] = []): [string, string][] {
  const [, name, to] = /^([^=]+)=(.*)$/s.exec(given) ?? [];
  if (name === undefined || to === undefined)
    throw new InvalidArgumentError(`must be like gallery=inner, not ${given}`);
  return [...before, [name, to]];
}

function blogFolder(given = '.'): string {
  const folder = resolve(given);
  if (!existsSync(join(folder, SETTINGS)))
    command.error(
      `${given}: not an Octavo blog; it has no ${SETTINGS}; npm create octavo creates a blog`,
    );
  return folder;
}
