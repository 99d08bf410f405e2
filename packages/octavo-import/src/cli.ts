// The command line: `octavo-import ../my-old-blog`.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { importProgram } from './import-program.ts';
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

const command = importProgram().parse();

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

function blogFolder(given = '.'): string {
  const folder = resolve(given);
  if (!existsSync(join(folder, SETTINGS)))
    command.error(
      `${given}: not an Octavo blog; it has no ${SETTINGS}; npm create octavo creates a blog`,
    );
  return folder;
}
