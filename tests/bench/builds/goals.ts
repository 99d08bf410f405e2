import type { Table } from '../table.ts';
import type { ContenderName } from './contender.ts';
import type { Cost } from './measured-run.ts';
import { medianCost, ratio, type Build, type Result } from './results.ts';

/** A goal of builds, such as at most the time of another site. */
interface Goal {
  name: string;
  posts: number;
  build: Build;
  /** The other site; `undefined` for a goal in megabytes of memory. */
  to?: ContenderName;
  most: number;
}

const GOALS: readonly Goal[] = [
  ...(['again', 'edit'] as const).map((scenario): Goal => ({
    name: `${scenario}, 100 posts: times Eleventy base blog`,
    ...{ posts: 100, build: { site: 'octavo', scenario }, to: 'eleventy', most: 1 },
  })),
  {
    name: 'cold, 100 posts: times Eleventy base blog',
    ...{ posts: 100, build: { site: 'octavo', scenario: 'cold' }, to: 'eleventy', most: 2 },
  },
  ...(['again', 'edit'] as const).map((scenario): Goal => ({
    name: `${scenario}, 1,000 posts: times minimal Hugo`,
    ...{ posts: 1000, build: { site: 'octavo', scenario }, to: 'hugo', most: 1 },
  })),
  {
    name: 'cold, 1,000 posts, without search index and cards: times Hugo with PaperMod',
    ...{ posts: 1000, build: { site: 'lean', scenario: 'cold' }, to: 'papermod', most: 1 },
  },
  {
    name: 'cold, 1,000 posts: times Hugo with PaperMod',
    ...{ posts: 1000, build: { site: 'octavo', scenario: 'cold' }, to: 'papermod', most: 1.5 },
  },
  {
    name: 'cold, 5,000 posts: times Hugo with PaperMod',
    ...{ posts: 5000, build: { site: 'octavo', scenario: 'cold' }, to: 'papermod', most: 1 },
  },
  {
    name: 'memory, again, 1,000 posts: MB',
    ...{ posts: 1000, build: { site: 'octavo', scenario: 'again' }, most: 400 },
  },
];

/** Returns the goals, each with its figure and whether it is held. */
export function goalsTable(results: readonly Result[]): Table {
  const rows = GOALS.map((goal) => {
    const figure = figureOf(goal, results);
    if (figure === undefined) return [goal.name, `${goal.most}`, '–', '', 'not measured'];
    const processor = goal.to && figureOf(goal, results, 'processor');
    const verdict = figure <= goal.most ? 'held' : 'not held';
    return [
      goal.name,
      `${goal.most}`,
      figure.toFixed(goal.to ? 2 : 0),
      processor?.toFixed(2) ?? '',
      verdict,
    ];
  });
  return { columns: ['', 'goal', 'measured', 'by processor', ''], rows };
}

function figureOf(
  { posts, build, to }: Goal,
  results: readonly Result[],
  kind: keyof Cost = 'time',
): number | undefined {
  const result = results.find((one) => one.posts === posts);
  if (!result) return undefined;
  if (to) return ratio(result, build, { to, kind });
  const bytes = medianCost(result, build, 'memory');
  return bytes && bytes / 1_000_000;
}
