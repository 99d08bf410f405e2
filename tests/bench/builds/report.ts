import { markdownTable, type Table } from '../table.ts';
import { CONTENDERS, type ContenderName } from './contender.ts';
import { limitsTable, number } from './limits.ts';
import type { Cost } from './measured-run.ts';
import { medianCost, timesHugo, type Result } from './results.ts';
import { SCENARIOS } from './scenarios.ts';

/** Returns what each kind of build cost each site, with so many posts. */
export function costsTable(result: Result): Table {
  return {
    columns: ['', 'time', 'processor', 'memory', '× Hugo', 'processor', 'memory'],
    rows: result.measured.map(({ site, scenario }) => {
      const build = { site, scenario };
      const ratio = (kind: keyof Cost) =>
        site === 'hugo' ? '' : shown(timesHugo(result, build, kind), decimals);
      return [
        `${SCENARIOS[scenario].name}: ${CONTENDERS[site]}`,
        shown(medianCost(result, build, 'time'), seconds),
        shown(medianCost(result, build, 'processor'), seconds),
        shown(medianCost(result, build, 'memory'), megabytes),
        ...[ratio('time'), ratio('processor'), ratio('memory')],
      ];
    }),
  };
}

/** Returns the times in times of Hugo's, a column for each number of posts. */
export function ratiosTable(results: readonly Result[]): Table {
  const builds = new Map(
    results
      .flatMap(({ measured }) => measured)
      .filter(({ site }) => site !== 'hugo')
      .map(({ site, scenario }) => [
        `${SCENARIOS[scenario].name}${LESS[site]}`,
        { site, scenario },
      ]),
  );
  return {
    columns: ['', ...results.map(({ posts }) => `${number(posts)} posts`)],
    rows: [...builds].map(([name, build]) => [
      name,
      ...results.map((result) => shown(timesHugo(result, build, 'time'), decimals)),
    ]),
  };
}

const LESS: Record<ContenderName, string> = {
  octavo: '',
  lean: ', without search index and social cards',
  hugo: '',
};

/** Returns the part of docs/speed.md that is measured. */
export function fullReport(results: readonly Result[], machine: string): string {
  const costs = results.map(
    (result) =>
      `**${number(result.posts)} posts**, ${medianOf(result)}:\n\n${markdownTable(costsTable(result))}`,
  );
  return [
    `Measured on ${machine}.`,
    markdownTable(ratiosTable(results)),
    markdownTable(limitsTable(results)),
    ...costs,
    ...(results.length > 1 ? ['![Time over the number of posts](speed.svg)'] : []),
  ].join('\n\n');
}

function medianOf({ rounds }: Result): string {
  return rounds === 1 ? 'one run' : `medians of ${rounds} runs`;
}

function shown(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? '–' : format(value);
}

function seconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`;
}

function megabytes(value: number): string {
  return `${number(Math.round(value / 1_000_000))} MB`;
}

function decimals(value: number): string {
  return value.toFixed(2);
}
