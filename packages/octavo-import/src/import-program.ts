import { Command, InvalidArgumentError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };

/** Returns the command line of `octavo-import`. */
export function importProgram(): Command {
  return new Command('octavo-import')
    .description(
      'Imports a blog of another system into an Octavo blog, with every URL that it had.',
    )
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
    });
}

function addMapping(given: string, before: [string, string][] = []): [string, string][] {
  const [, name, to] = /^([^=]+)=(.*)$/s.exec(given) ?? [];
  if (name === undefined || to === undefined)
    throw new InvalidArgumentError(`must be like gallery=inner, not ${given}`);
  return [...before, [name, to]];
}
