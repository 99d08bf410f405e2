import { Command, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };

/** Returns the command line of `create-octavo`. */
export function createProgram(): Command {
  return (
    new Command('create-octavo')
      .description('Creates a blog. Asks for missing options.')
      .version(packageJson.version)
      .argument('[folder]', 'the folder to create it in')
      .option('--title <text>', 'title of the blog')
      .option('--url <url>', 'URL of the blog')
      .option('--author <name>', 'name of the author')
      .option('--language <tag>', 'language of the blog, like en or pt-BR')
      .option('--yes', 'ask nothing, accept the defaults')
      .option('--no-install', 'leave the packages uninstalled')
      // Until the engine is published.
      .addOption(new Option('--engine <tarball>', 'the packed engine').hideHelp())
      .configureOutput({
        outputError: (message, write) =>
          write(
            message.replace(/^error: /, '').replace(/\n\(Did you mean (.*)\)/, '; did you mean $1'),
          ),
      })
  );
}
