import { median, medianRatio } from '../median.ts';
import type { SiteWeights } from '../peers/weigh-sites.ts';
import type { ContenderName } from './contender.ts';
import type { Cost } from './measured-run.ts';
import type { Measured } from './rounds.ts';
import type { ScenarioName } from './scenarios.ts';

/** What was measured with so many posts. */
export interface Result {
  posts: number;
  rounds: number;
  measured: Measured[];
  /** The bytes of each built site. */
  sizes: Partial<Record<ContenderName, number>>;
  /** The weights of pages, with `npm run bench:peers`. */
  weights: Partial<Record<ContenderName, SiteWeights>>;
}

/** A kind of build of one site. */
export interface Build {
  site: ContenderName;
  scenario: ScenarioName;
}

/** Returns the median of one kind of cost, or `undefined` where it was not measured. */
export function medianCost(result: Result, build: Build, kind: keyof Cost): number | undefined {
  const numbers = costs(result, build, kind);
  return numbers && median(numbers);
}

/** Returns the median of its ratios to another site, or `undefined` where either was not measured. */
export function ratio(
  result: Result,
  build: Build,
  { to, kind = 'time' }: { to: ContenderName; kind?: keyof Cost },
): number | undefined {
  const [own, others] = [costs(result, build, kind), costs(result, { ...build, site: to }, kind)];
  return own && others && medianRatio(own, others);
}

function costs({ measured }: Result, { site, scenario }: Build, kind: keyof Cost) {
  const found = measured.find((one) => one.site === site && one.scenario === scenario);
  const numbers = found?.costs.flatMap((cost) => cost[kind] ?? []);
  return numbers?.length === found?.costs.length ? numbers : undefined;
}
