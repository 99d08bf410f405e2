import { parseArgs } from 'node:util';
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
  const { values } = parseArgs({
    args,
    options: {
      posts: { type: 'string', default: '100,1000,5000,10000' },
      runs: { type: 'string', default: '5' },
      only: { type: 'string', default: Object.keys(SCENARIOS).join() },
      sites: { type: 'string', default: Object.keys(CONTENDERS).join() },
      write: { type: 'boolean', default: false },
    },
  });
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
