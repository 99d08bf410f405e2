import { markdownTable, type Table } from '../table.ts';
import { PEERS, type ContenderName } from './contender.ts';
import { kilobytes } from '../pages/report.ts';
import { goalsTable } from './goals.ts';
import type { Cost } from './measured-run.ts';
import { medianCost, ratio, type Result } from './results.ts';
import { SCENARIOS } from './scenarios.ts';

/** Returns what each kind of build cost each site, with so many posts. */
export function costsTable(result: Result): Table {
  return {
    columns: ['', 'time', 'processor', 'memory', '× Hugo', 'processor', 'memory'],
    rows: result.measured.map(({ site, scenario }) => {
      const build = { site, scenario };
      const times = (kind: keyof Cost) =>
        site === 'hugo' ? '' : shown(ratio(result, build, { to: 'hugo', kind }), decimals);
      return [
        `${SCENARIOS[scenario].name}: ${PEERS[site]}`,
        shown(medianCost(result, build, 'time'), seconds),
        shown(medianCost(result, build, 'processor'), seconds),
        shown(medianCost(result, build, 'memory'), megabytes),
        ...[times('time'), times('processor'), times('memory')],
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
        `${SCENARIOS[scenario].name}${site === 'lean' ? LEAN : ''}`,
        { site, scenario },
      ]),
  );
  return {
    columns: ['', ...results.map(({ posts }) => `${number(posts)} posts`)],
    rows: [...builds].map(([name, build]) => [
      name,
      ...results.map((result) => shown(ratio(result, build, { to: 'hugo' }), decimals)),
    ]),
  };
}

const LEAN = ', without search index and social cards';

/** Returns what each site of `npm run bench:peers` cost with so many posts, by kind of build. */
export function peersTable(result: Result): Table {
  const scenarios = [...new Set(result.measured.map(({ scenario }) => scenario))];
  const cells = (site: ContenderName, kind: keyof Cost, format: (value: number) => string) =>
    scenarios
      .map((scenario) => shown(medianCost(result, { site, scenario }, kind), format))
      .join(' · ');
  const names = scenarios.join(' · ');
  return {
    columns: ['', `time: ${names}`, 'processor', 'memory', 'site', 'index · article'],
    rows: [...new Set(result.measured.map(({ site }) => site))].map((site) => [
      PEERS[site],
      cells(site, 'time', seconds),
      cells(site, 'processor', seconds),
      cells(site, 'memory', megabytes),
      shown(result.sizes[site], megabytes),
      PAGES.map((page) => shown(result.weights[site]?.[page].transferred, kilobytes)).join(' · '),
    ]),
  };
}

const PAGES = ['index', 'article'] as const;

/** Returns the figures of README.md, with a dash for what was not measured. */
export function shortPeersTable(result: Result): Table {
  return {
    columns: ['', ...PAGES, 'requests', 'build', 'after an edit'],
    rows: SHORT.map((site) => [
      PEERS[site],
      ...PAGES.map((page) => shown(result.weights[site]?.[page].transferred, kilobytes)),
      PAGES.map((page) => shown(result.weights[site]?.[page].requests, number)).join(' · '),
      ...(['cold', 'edit'] as const).map((scenario) =>
        shown(medianCost(result, { site, scenario }, 'processor'), seconds),
      ),
    ]),
  };
}

/** The sites in README.md. */
const SHORT = ['octavo', 'papermod', 'eleventy', 'starlight', 'astropaper'] as const;

/** Returns the part of docs/src/content/pages/explanation/speed.md that `npm run bench:peers` measures. */
export function peersReport(results: readonly Result[], machine: string): string {
  const tables = results.map(
    (result) => `${heading(result)}\n\n${markdownTable(peersTable(result))}`,
  );
  return [
    `Measured on ${machine}.`,
    markdownTable(goalsTable(results)),
    ...tables,
    ...(results.length > 1 ? ['![Time over the number of posts, of all sites](peers.svg)'] : []),
  ].join('\n\n');
}

/** Returns the part of docs/src/content/pages/explanation/speed.md that `npm run bench` measures. */
export function fullReport(results: readonly Result[], machine: string): string {
  const costs = results.map(
    (result) => `${heading(result)}\n\n${markdownTable(costsTable(result))}`,
  );
  return [
    `Measured on ${machine}.`,
    markdownTable(ratiosTable(results)),
    ...costs,
    ...(results.length > 1 ? ['![Time over the number of posts](speed.svg)'] : []),
  ].join('\n\n');
}

function heading({ posts, rounds }: Result): string {
  const runs = rounds === 1 ? 'one run' : `medians of ${rounds} runs`;
  return `**${number(posts)} posts**, ${runs}:`;
}

function shown(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? '–' : format(value);
}

function seconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`;
}

function megabytes(value: number): string {
  const decimals = value < 1e7 ? 1 : 0;
  return `${number(Number((value / 1_000_000).toFixed(decimals)))} MB`;
}

function decimals(value: number): string {
  return value.toFixed(2);
}

/** Writes a number with commas between thousands. */
export function number(value: number): string {
  return value.toLocaleString('en');
}
