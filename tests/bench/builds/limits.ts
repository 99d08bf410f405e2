import type { Table } from '../table.ts';
import { medianCost, timesHugo, type Build, type Result } from './results.ts';

/** A limit that builds are held to. */
interface Limit {
  name: string;
  most: number;
  /** Returns what was measured, or `undefined` where it was not. */
  of: (results: readonly Result[]) => number | undefined;
}

const COLD: Build = { site: 'octavo', scenario: 'cold' };
const LEAN = 'without search index and social cards';

const LIMITS: readonly Limit[] = [
  ...[1000, 5000].flatMap((posts): Limit[] => [
    {
      name: `cold, ${number(posts)} posts, ${LEAN}`,
      most: 1,
      of: ratio(posts, { site: 'lean', scenario: 'cold' }),
    },
    { name: `cold, ${number(posts)} posts, with everything`, most: 2, of: ratio(posts, COLD) },
  ]),
  {
    name: `one post of 5,000 edited, ${LEAN}`,
    most: 0.25,
    of: ratio(5000, { site: 'lean', scenario: 'edit' }),
  },
  {
    name: 'one post of 5,000 edited, with everything',
    most: 1,
    of: ratio(5000, { site: 'octavo', scenario: 'edit' }),
  },
  { name: 'memory, cold, 5,000 posts', most: 1.5, of: ratio(5000, COLD, 'memory') },
  { name: 'time of 10,000 posts, in times of that of 1,000', most: 10, of: growth },
];

/** Returns the limits, each with what was measured and whether it is held. */
export function limitsTable(results: readonly Result[]): Table {
  const rows = LIMITS.map(({ name, most, of }) => {
    const measured = of(results);
    if (measured === undefined) return [name, `${most}`, '–', 'not measured'];
    return [name, `${most}`, measured.toFixed(2), measured <= most ? 'held' : 'not held'];
  });
  return { columns: ['in times of Hugo', 'limit', 'measured', ''], rows };
}

/** Writes a number with commas between thousands. */
export function number(value: number): string {
  return value.toLocaleString('en');
}

function ratio(posts: number, build: Build, kind: 'time' | 'memory' = 'time'): Limit['of'] {
  return (results) => {
    const result = results.find((one) => one.posts === posts);
    return result && timesHugo(result, build, kind);
  };
}

function growth(results: readonly Result[]): number | undefined {
  const [few, many] = [1000, 10_000].map((posts) => {
    const result = results.find((one) => one.posts === posts);
    return result && medianCost(result, COLD, 'time');
  });
  return few === undefined || many === undefined ? undefined : many / few;
}
