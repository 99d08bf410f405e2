import { readArguments, UsageError } from '../../../src/cli/arguments.ts';
import { CONTENDERS, type ContenderName } from './contender.ts';
import { SCENARIOS, type ScenarioName } from './scenarios.ts';

/** What `npm run bench` is to do. */
export interface Options {
  /** How many posts, and how often. */
  sizes: { posts: number; rounds: number }[];
  scenarios: ScenarioName[];
  sites: ContenderName[];
  /** Whether the tables of README.md and docs/ are written. */
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
  const { values } = readArguments(args, {
    posts: { type: 'string', default: '100,1000,5000,10000' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: Object.keys(SCENARIOS).join() },
    sites: { type: 'string', default: Object.keys(CONTENDERS).join() },
    write: { type: 'boolean', default: false },
  });
  return {
    sizes: values.posts.split(',').map((size) => {
      const [posts, rounds = values.runs] = size.split(':');
      return { posts: count('--posts', posts!), rounds: count('--runs', rounds) };
    }),
    scenarios: names('--only', values.only, Object.keys(SCENARIOS) as ScenarioName[]),
    sites: names('--sites', values.sites, Object.keys(CONTENDERS) as ContenderName[]),
    write: values.write,
  };
}

function count(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`${option}: ${text} is no number, like 100`);
  return Number(text);
}

/** The chosen ones in their own order. */
function names<Name extends string>(option: string, text: string, all: readonly Name[]): Name[] {
  const chosen = text.split(',');
  const unknown = chosen.filter((name) => !(all as readonly string[]).includes(name));
  if (unknown.length > 0)
    throw new UsageError(`${option}: ${unknown.join(', ')} is none of ${all.join(', ')}`);
  return all.filter((name) => chosen.includes(name));
}
