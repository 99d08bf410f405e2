import type { Article } from '../articles.ts';
import type { Contender, ContenderName } from './contender.ts';
import { measuredRun, type Cost } from './measured-run.ts';
import { SCENARIOS, type ScenarioName } from './scenarios.ts';

/** What one site's builds of one kind cost, a cost a round. */
export interface Measured {
  scenario: ScenarioName;
  site: ContenderName;
  costs: Cost[];
}

/** What is measured. */
interface Plan {
  sites: readonly Contender[];
  posts: readonly Article[];
  scenarios: readonly ScenarioName[];
  rounds: number;
  /** Is told what happens now. */
  onStep?: (step: string) => void;
}

/**
 * Builds all sites in turn, kind of build after kind of build, round after round, so that whatever
 * else the machine does hits all of them. A round that begins without a cold build continues where
 * a first build, which is not measured, left off. The order of the sites turns with the rounds.
 *
 * @throws what a build printed, where it failed.
 */
export async function measureRounds(plan: Plan): Promise<Measured[]> {
  const { sites, posts, scenarios, rounds, onStep } = plan;
  const measured = scenarios.flatMap((scenario) =>
    sites.map(({ name: site }): Measured => ({ scenario, site, costs: [] })),
  );
  if (!scenarios.includes('cold'))
    for (const site of sites) {
      onStep?.(`first build, ${site.name}`);
      await measuredRun(site.command);
    }
  for (let round = 0; round < rounds; round++) {
    const inTurn = [...sites.slice(round % sites.length), ...sites.slice(0, round % sites.length)];
    for (const scenario of scenarios)
      for (const site of inTurn) {
        onStep?.(`round ${round + 1} of ${rounds}, ${SCENARIOS[scenario].name}, ${site.name}`);
        SCENARIOS[scenario].prepare(site, posts, round);
        const cost = await measuredRun(site.command);
        measured
          .find((one) => one.scenario === scenario && one.site === site.name)!
          .costs.push(cost);
      }
  }
  return measured;
}
