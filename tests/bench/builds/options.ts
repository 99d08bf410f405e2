import { createProgram } from '../../../packages/octavo/src/cli/program.ts';
import { readCount, readNames } from '../options.ts';
import { CONTENDERS, type ContenderName } from './contender.ts';
import { SCENARIOS, type ScenarioName } from './scenarios.ts';

/** What `npm run bench` is to do. */
export interface Options {
  /** How many posts, and how often. */
  sizes: { posts: number; rounds: number }[];
  scenarios: ScenarioName[];
  sites: ContenderName[];
  /** Whether the tables of docs/ are written. */
  write: boolean;
}

/**
 * Returns the options of a command line:
 * `--posts 100,1000,10000:1` (with a number of runs of its own), `--runs 5`,
 * `--only cold,again,edit,add,settings`, `--sites octavo,lean,hugo`, `--write`.
 *
 * @throws {UsageError} for what is none.
 */
export function readOptions(args: string[]): Options {
  const values = createProgram('npm run bench --', 'Measures builds.')
    .option('--posts <sizes>', 'numbers of posts', '100,1000,5000,10000')
    .option('--runs <number>', 'runs of each', '5')
    .option('--only <scenarios>', 'scenarios', Object.keys(SCENARIOS).join())
    .option('--sites <names>', 'contenders', Object.keys(CONTENDERS).join())
    .option('--write', 'write the tables of README.md and docs/', false)
    .parse(args, { from: 'user' })
    .opts<Record<'posts' | 'runs' | 'only' | 'sites', string> & { write: boolean }>();
  return {
    sizes: values.posts.split(',').map((size) => {
      const [posts, rounds = values.runs] = size.split(':');
      return { posts: readCount('--posts', posts!), rounds: readCount('--runs', rounds) };
    }),
    scenarios: readNames('--only', values.only, Object.keys(SCENARIOS) as ScenarioName[]),
    sites: readNames('--sites', values.sites, Object.keys(CONTENDERS) as ContenderName[]),
    write: values.write,
  };
}
