import { describe, expect, test } from 'vitest';
import {
  brokenLimits,
  pagesTable,
  shortPagesTable,
  type Measured,
} from '../../bench/pages/report.ts';

const page = {
  ...{ transferred: 7000, requests: 1, script: 900 },
  ...{ scores: [100, 100, 100, 100], largestPaints: [700, 760], failed: [] as string[] },
};
const bare = { ...page, transferred: 2048, script: 0, largestPaints: [690, 700] };

function index(changed: Partial<typeof page> = {}): Measured {
  return { kind: 'index', path: '', page: { ...page, ...changed }, bare };
}

describe('the limits of pages', () => {
  test.each<[string, Partial<typeof page>, string[]]>([
    ['all held', {}, []],
    ['bytes', { transferred: 8193 }, ['index: 8.0 KB are transferred, more than 8 KB']],
    ['script', { script: 1100 }, ['index: 1.1 KB of script, more than 1 KB']],
    ['requests', { requests: 2 }, ['index: 2 requests, more than 1 and the icon']],
    [
      'scores, with what costs them',
      { scores: [100, 96, 100, 100], failed: ['color-contrast: Low (2)'] },
      ['index: Lighthouse 100 · 96 · 100 · 100: color-contrast: Low (2)'],
    ],
    [
      'the largest paint',
      { largestPaints: [800, 900] },
      ['index: largest paint 1.22 times that of bare HTML, more than 1.1'],
    ],
  ])('%s', (_, changed, expected) => {
    expect(brokenLimits([index(changed)])).toEqual(expected);
  });

  test('are not for the search page, which is kept out of search engines', () => {
    expect(brokenLimits([{ ...index({ requests: 5 }), kind: 'search', path: 'search/' }])).toEqual(
      [],
    );
  });
});

test('the tables have the figures of a page beside those of bare HTML', () => {
  expect(pagesTable([index()]).rows).toEqual([
    [
      ...['index', '6.8 KB', '1', '0.9 KB', '100 · 100 · 100 · 100', '730 ms'],
      ...['2.0 KB', '100 · 100 · 100 · 100', '695 ms'],
    ],
  ]);
  expect(shortPagesTable([index()]).rows).toEqual([
    ['index', '6.8 KB', '2.0 KB', '100 · 100 · 100 · 100', '730 ms', '695 ms'],
  ]);
});
