import { describe, expect, test } from 'vitest';
import { parseBlogroll } from '../../src/content/blogroll.ts';
import { positionIn } from '../../src/diagnostics/position-in.ts';
import { opmlOf } from '../../src/head/opml.ts';
import { REQUIRED } from '../helpers.ts';
import { checkFiles } from '../checks/helpers.ts';

const OPML = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Subscriptions</title></head>
  <body>
    <outline text="Food">
      <outline type="rss" text="Fish &amp; chips" xmlUrl="https://fish.example/feed.xml" htmlUrl="https://fish.example/" description="On &lt;fish&gt;."/>
      <outline text="B" title="Bread" htmlUrl="https://bread.example/"></outline>
    </outline>
    <outline text="Alone" xmlUrl="https://alone.example/rss"/>
  </body>
</opml>
`;

const BLOGS = [
  {
    title: 'Fish & chips',
    url: 'https://fish.example/',
    feed: 'https://fish.example/feed.xml',
    description: 'On <fish>.',
    group: 'Food',
  },
  { title: 'Bread', url: 'https://bread.example/', group: 'Food' },
  { title: 'Alone', feed: 'https://alone.example/rss' },
];

describe('a blogroll', () => {
  test('is read from OPML, with groups', () => {
    expect(parseBlogroll('a.opml', OPML)).toEqual({ blogs: BLOGS, errors: [] });
  });

  test('is read from YAML, which JSON is too', () => {
    expect(parseBlogroll('a.yaml', JSON.stringify(BLOGS))).toEqual({ blogs: BLOGS, errors: [] });
  });

  test('is the same after it was written as OPML', () => {
    const { blogs } = parseBlogroll('a.opml', opmlOf('Mine & yours', BLOGS));
    // Those without a group are first.
    expect(blogs).toEqual([BLOGS[2], BLOGS[0], BLOGS[1]]);
  });
});

const body = (...lines: string[]) => `<opml>\n<body>\n${lines.join('\n')}\n</body></opml>`;

describe('an error of a blogroll has its position', () => {
  test.each([
    [
      'a.yml',
      '- title: A\n  url: htp//x\n',
      '2:3 blogs[0].url: must be a URL, like https://example.com/',
    ],
    ['a.yml', '- title: A\n', '1:3 blogs[0].url: needs a url or a feed'],
    [
      'a.yml',
      '- title: A\n  feeed: https://a.example/\n',
      '2:3 unknown key blogs[0].feeed; did you mean feed?',
    ],
    [
      'a.yml',
      'a: [',
      '1:5 invalid YAML: flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['a.yml', '- title: *A\n', '1:10 invalid YAML: put text that starts with * in quotes: "*A"'],
    ['a.yml', '', '1:1 blogs: empty; set a value or remove the line'],
    ['a.opml', 'Text', "1:1 char 'T' is not expected"],
    ['a.opml', '<opml/>', '1:1 no <body> found; write OPML 2.0'],
    [
      'a.opml',
      body('<outline text="A">', '<outline text="B" xmlUrl="https://b.example/"/>'),
      "5:1 Expected closing tag 'outline' (opened in line 3, col 1) instead of closing tag 'body'",
    ],
    ['a.opml', body('A & B'), "3:3 char '&' is not expected"],
    ['a.opml', body(), '1:1 blogs: empty; add a blog, or remove the setting'],
    ['a.yml', '[]', '1:1 blogs: empty; add a blog, or remove the setting'],
    [
      'a.opml',
      body('<outline text="A" htmlUrl="https://a.example/"/>', '  <outline text="B"/>'),
      '4:3 blogs[1].url: needs a url or a feed',
    ],
    [
      'a.opml',
      body('<outline xmlUrl="https://b.example/"/>'),
      '3:1 blogs[0].title: missing; must be a string',
    ],
  ])('%s %j', (file, source, expected) => {
    const found = parseBlogroll(file, source).errors.map(({ offset, message }) => {
      const { line, column } = positionIn(source, offset);
      return `${line}:${column} ${message}`;
    });
    expect(found[0]).toBe(expected);
  });

  test('and a missing file that of the setting', async () => {
    const found = await checkFiles({}, { ...REQUIRED, blogroll: 'src/none.opml' });
    expect(found).toContain('src/site.config.ts:1:1 blogroll: src/none.opml not found');
  });
});
