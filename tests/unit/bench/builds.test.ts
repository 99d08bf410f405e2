import { describe, expect, test } from 'vitest';
import { goalsTable } from '../../bench/builds/goals.ts';
import { memoryOfAll, parseStatus } from '../../bench/builds/memory-watch.ts';
import { readOptions } from '../../bench/builds/options.ts';
import { plot } from '../../bench/builds/plot.ts';
import { costsTable, fullReport, peersTable, ratiosTable } from '../../bench/builds/report.ts';
import type { Result } from '../../bench/builds/results.ts';
import { logScale, ticks } from '../../bench/builds/scale.ts';

/** A result of two rounds, in which Hugo takes so long as is said, and all else in proportion. */
function result(posts: number, hugo: number, withHugo = true): Result {
  const times = { octavo: 3, lean: 1, hugo: 1 };
  const measured = (['cold', 'edit'] as const).flatMap((scenario) =>
    (Object.keys(times) as (keyof typeof times)[])
      .filter((site) => withHugo || site !== 'hugo')
      .map((site) => ({
        ...{ site, scenario },
        costs: [1, 2].map((slow) => ({
          time: times[site] * hugo * slow,
          processor: times[site] * slow,
          memory: site === 'hugo' ? undefined : 5e8,
        })),
      })),
  );
  return { posts, rounds: 2, measured, sizes: { octavo: 1.5e6, hugo: 2e7 }, weights: {} };
}

describe('the tables', () => {
  test('have a row for each build, with medians and ratios', () => {
    expect(costsTable(result(1000, 4)).rows.slice(0, 3)).toEqual([
      ['cold: Octavo', '18.0 s', '4.50 s', '500 MB', '3.00', '3.00', '–'],
      [
        'cold: Octavo without search index and social cards',
        ...['6.00 s', '1.50 s', '500 MB', '1.00', '1.00', '–'],
      ],
      ['cold: Hugo with a minimal theme', '6.00 s', '1.50 s', '–', '', '', ''],
    ]);
  });

  test('have a column for each number of posts', () => {
    expect(ratiosTable([result(100, 1), result(1000, 4, false)])).toEqual({
      columns: ['', '100 posts', '1,000 posts'],
      rows: [
        ['cold', '3.00', '–'],
        ['cold, without search index and social cards', '1.00', '–'],
        ['one post edited', '3.00', '–'],
        ['one post edited, without search index and social cards', '1.00', '–'],
      ],
    });
  });

  test('have a row for each site of the peers, with all kinds of builds', () => {
    expect(peersTable(result(1000, 4))).toEqual({
      columns: ['', 'time: cold · edit', 'processor', 'memory', 'site', 'index · article'],
      rows: [
        ['Octavo', '18.0 s · 18.0 s', '4.50 s · 4.50 s', '500 MB · 500 MB', '1.5 MB', '– · –'],
        [
          'Octavo without search index and social cards',
          ...['6.00 s · 6.00 s', '1.50 s · 1.50 s', '500 MB · 500 MB', '–', '– · –'],
        ],
        [
          'Hugo with a minimal theme',
          '6.00 s · 6.00 s',
          '1.50 s · 1.50 s',
          '– · –',
          '20 MB',
          '– · –',
        ],
      ],
    });
  });

  test('say of each goal whether it is held', () => {
    const { measured, ...rest } = result(1000, 4);
    const again = measured.map((one) => ({ ...one, scenario: 'again' as const }));
    const { rows } = goalsTable([{ ...rest, measured: [...measured, ...again] }]);
    expect(rows.filter(([, , figure]) => figure !== '–')).toEqual([
      ['again, 1,000 posts: times minimal Hugo', '1', '3.00', '3.00', 'not held'],
      ['edit, 1,000 posts: times minimal Hugo', '1', '3.00', '3.00', 'not held'],
      ['memory, again, 1,000 posts: MB', '400', '500', '', 'not held'],
    ]);
    expect(rows.filter(([, , , , verdict]) => verdict === 'not measured')).toHaveLength(6);
  });

  test('say how often was measured', () => {
    expect(fullReport([result(1000, 4)], '2 cores')).toContain(
      '**1,000 posts**, medians of 2 runs',
    );
  });
});

describe('the plot', () => {
  test('spaces values by their logarithm', () => {
    const scale = logScale([1, 100], [0, 200]);
    expect([1, 10, 100].map(scale)).toEqual([0, 100, 200]);
    expect(logScale([5, 5], [0, 200])(5)).toBe(100);
  });

  test.each([
    [
      [1, 40],
      [1, 2, 5, 10, 20],
    ],
    [
      [0.1, 1],
      [0.1, 0.2, 0.5, 1],
    ],
    [
      [0.1, 300],
      [0.1, 1, 10, 100],
    ],
  ] as [[number, number], number[]][])('has ticks for %j', (range, expected) => {
    expect(ticks(range)).toEqual(expected);
  });

  test('has a line for each site and kind of build, within the frame', () => {
    const svg = plot([result(100, 1), result(1000, 10)]);
    const lines = [...svg.matchAll(/<polyline class="line (.+?)" points="(.+?)"/g)];
    expect(lines.map(([, name]) => name)).toEqual([
      ...['octavo cold', 'octavo edit', 'lean cold', 'lean edit', 'hugo cold', 'hugo edit'],
    ]);
    for (const number of lines.flatMap(([, , points]) => points!.split(/[ ,]/).map(Number))) {
      expect(number).toBeGreaterThan(60);
      expect(number).toBeLessThan(760);
    }
    expect(svg).toContain('prefers-color-scheme: dark');
  });
});

describe('the options', () => {
  test('give a number of posts runs of its own', () => {
    expect(readOptions(['--posts', '100,5000:1', '--runs', '3']).sizes).toEqual([
      { posts: 100, rounds: 3 },
      { posts: 5000, rounds: 1 },
    ]);
  });

  test('compare fewer kinds of builds with more sites for the peers', () => {
    const { scenarios, sites, sizes } = readOptions(['--peers', '--runs', '2']);
    expect(scenarios).toEqual(['cold', 'again', 'edit']);
    expect(sites).toContain('papermod');
    expect(sizes[0]).toEqual({ posts: 100, rounds: 2 });
    expect(readOptions([]).sites).toEqual(['octavo', 'lean', 'hugo']);
  });

  test('choose builds and sites, in their own order', () => {
    const { scenarios, sites } = readOptions(['--only', 'edit,cold', '--sites', 'hugo,lean']);
    expect({ scenarios, sites }).toEqual({ scenarios: ['cold', 'edit'], sites: ['lean', 'hugo'] });
  });

  test.each([
    [['--posts', 'many'], '--posts: many is no number'],
    [['--runs', '0'], '--runs: 0 is no number'],
    [['--only', 'warm'], '--only: warm is none of cold, again'],
    [['--wirte'], "Unknown option '--wirte'"],
  ])('%j are told', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});

describe('the memory of processes', () => {
  const kilobytes = 'VmHWM:\t 900 kB\nRssAnon:\t 500 kB\nRssFile:\t 100 kB\nRssShmem:\t 20 kB\n';

  test('is what the system says', () => {
    expect(parseStatus(kilobytes, 'node')).toEqual({
      ...{ program: 'node', own: 520 * 1024, mapped: 100 * 1024, highest: 900 * 1024 },
    });
  });

  test('counts what several of one program map once', () => {
    const process = (program: string, own: number, mapped: number) => ({
      ...{ program, own, mapped, highest: own + mapped },
    });
    const all = [process('node', 50, 10), process('node', 20, 8), process('pagefind', 5, 2)];
    expect(memoryOfAll(all)).toBe(50 + 20 + 5 + 10 + 2);
  });
});
