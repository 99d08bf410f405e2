import { Command } from 'commander';
import { loadBlog } from 'octavo/internal/cli/load-blog';
import { outputError } from 'octavo/internal/cli/octavo-program';
import type { NodeContext } from 'octavo/internal/settings/context';
import packageJson from '../package.json' with { type: 'json' };
import type { Options, World } from './world.ts';

type Run = (context: NodeContext, options: Options, world: World) => Promise<void>;

/** Returns the command line of the commands that use the network, by its name. */
export function socialProgram(name: string): Command {
  const program = new Command(name)
    .description('connect a blog to other networks')
    .version(packageJson.version, '-v, --version', 'print the version')
    .configureOutput({ outputError });

  add(program, 'replies', 'fetch the replies to posts into src/content/replies/').action(
    run(async () => (await import('./replies/replies.ts')).replies),
  );

  add(program, 'announce', 'post new articles to the accounts of the setting announce')
    .option('--dry-run', 'print what it would post, and post nothing')
    .action(run(async () => (await import('./announce/announce.ts')).announce));

  add(program, 'send-webmentions', 'notify the sites that new and changed posts link to')
    .option('--all', 'send those of all posts, also on the first run')
    .action(run(async () => (await import('./webmentions/send-webmentions.ts')).sendWebmentions));

  return program;
}

function add(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--now <date>', 'the moment to work for (default: the clock)');
}

/** Returns the action of a command, which imports its file when it runs. */
function run(load: () => Promise<Run>) {
  return async (options: Options): Promise<void> => {
    const command = await load();
    const { fetch } = globalThis;
    const { env } = process;
    const world = { fetch, env, print: console.log, warn: console.error };
    await command(await loadBlog(options.now), options, world);
  };
}
