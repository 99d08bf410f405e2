// The command line: `octavo-import ../my-old-blog`.
import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { SETTINGS } from './write/example-content.ts';

interface Options {
  from?: string;
  dryRun?: true;
  force?: true;
  check?: true;
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
  const { from, dryRun = false, force = false } = options;
  const system = systemOf(old, { given, from, systems });
  const blog = blogFolder(args[1]);
  const { importBlog } = await import('./import-blog.ts');
  await importBlog(old, blog, { system, dryRun, force });
}

function blogFolder(given = '.'): string {
  const folder = resolve(given);
  if (!existsSync(join(folder, SETTINGS)))
    command.error(
      `${given}: not an Octavo blog; it has no ${SETTINGS}; npm create octavo creates a blog`,
    );
  return folder;
}
