import { parseArgs } from 'node:util';
import { readCount, readNames } from '../options.ts';
import { CONTENDERS, PEERS, type ContenderName } from './contender.ts';
import { SCENARIOS, type ScenarioName } from './scenarios.ts';

/** The options of `npm run bench` and `npm run bench:peers`. */
export interface Options {
  /** How many posts, and how often. */
  sizes: { posts: number; rounds: number }[];
  scenarios: ScenarioName[];
  sites: ContenderName[];
  /** Whether other themes and generators are compared too, in fewer kinds of builds. */
  peers: boolean;
  /** Whether the tables of docs/ are written. */
  write: boolean;
}

/**
 * Returns the options of a command line:
 * `--posts 100,1000,10000:1` (with a number of runs of its own), `--runs 5`,
 * `--only cold,again,edit,add,settings`, `--sites octavo,lean,hugo`, `--peers`, `--write`.
 *
 * @throws {UsageError} for what is none.
 */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      posts: { type: 'string' },
      runs: { type: 'string' },
      only: { type: 'string' },
      sites: { type: 'string' },
      peers: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const { peers, write } = values;
  const { posts: sizes, runs, only, sites } = { ...(peers ? OF_PEERS : OF_BUILDS), ...values };
  return {
    sizes: sizes.split(',').map((size) => {
      const [posts, rounds = runs] = size.split(':');
      return { posts: readCount('--posts', posts!), rounds: readCount('--runs', rounds) };
    }),
    scenarios: readNames('--only', only, Object.keys(SCENARIOS) as ScenarioName[]),
    sites: readNames('--sites', sites, Object.keys(PEERS) as ContenderName[]),
    ...{ peers, write },
  };
}

const OF_BUILDS = {
  posts: '100,1000,5000,10000',
  runs: '5',
  only: Object.keys(SCENARIOS).join(),
  sites: Object.keys(CONTENDERS).join(),
};
const OF_PEERS = {
  posts: '100,1000,5000:1',
  runs: '3',
  only: 'cold,again,edit',
  sites: Object.keys(PEERS)
    .filter((name) => name !== 'languages')
    .join(),
};
