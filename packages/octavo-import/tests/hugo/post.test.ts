import { describe, expect, test } from 'vitest';
import { fileOf, imported, oldPost, messages } from './old-blog.ts';

const DATED = 'title: X\ndate: 2020-01-02';

/** Returns the front matter of a post of which the old one said this, and what is messages. */
function post(yaml: string, text = 'Text.', others: Record<string, string> = {}) {
  const site = imported({ 'content/posts/x.md': oldPost(yaml, text), ...others });
  const source = fileOf(site, 'src/content/posts/x.md');
  return {
    lines: source.split('\n---\n')[0]!.split('\n').slice(1),
    messages: messages(site),
    info: site.diagnostics
      .filter(({ severity }) => severity === 'info')
      .map(({ message }) => message),
  };
}

describe('front matter of a post', () => {
  test.each([
    [
      'its title on one line',
      'title: "A\\n  b"\ndate: 2020-01-02',
      ['title: A b', 'date: 2020-01-02'],
    ],
    [
      'the date of publication where there is no other',
      'title: X\npublishDate: 2020-01-02',
      ['title: X', 'date: 2020-01-02'],
    ],
    [
      'the last change where it is the only date',
      'title: X\nlastmod: 2020-01-02',
      ['title: X', 'date: 2020-01-02'],
    ],
    [
      'a later change',
      `${DATED}\nlastmod: 2020-02-02`,
      ['title: X', 'date: 2020-01-02', 'updated: 2020-02-02'],
    ],
    [
      'no change before the date',
      `${DATED}\nlastmod: 2019-02-02`,
      ['title: X', 'date: 2020-01-02'],
    ],
    [
      'tags and categories as tags, each once',
      `${DATED}\ntags: [Go, go, "C#"]\ncategories: Pumps`,
      ['title: X', 'date: 2020-01-02', 'tags:', '  - Go', '  - C#', '  - Pumps'],
    ],
    ['a series', `${DATED}\nseries: [One]`, ['title: X', 'date: 2020-01-02', 'series: One']],
    [
      'nobody where the author of the site writes',
      `${DATED}\nauthor: Ada`,
      ['title: X', 'date: 2020-01-02'],
    ],
    [
      'others who write',
      `${DATED}\nauthor: [Ada, Bob Pump]`,
      ['title: X', 'date: 2020-01-02', 'authors:', '  - ada', '  - bob-pump'],
    ],
    [
      'where it was first',
      `${DATED}\ncanonicalURL: https://other.example/x/`,
      ['title: X', 'date: 2020-01-02', 'canonical: https://other.example/x/'],
    ],
    ['a draft', `${DATED}\ndraft: true`, ['title: X', 'date: 2020-01-02', 'draft: true']],
    [
      'a draft by the older key',
      `${DATED}\npublished: false`,
      ['title: X', 'date: 2020-01-02', 'draft: true'],
    ],
    ['what is first', `${DATED}\nweight: 3`, ['title: X', 'date: 2020-01-02', 'pinned: true']],
    [
      'the table of contents',
      `${DATED}\nShowToc: false`,
      ['title: X', 'date: 2020-01-02', 'toc: false'],
    ],
    [
      'what is hidden from all',
      `${DATED}\nhiddenInHomeList: "true"\nsearchHidden: true\nrobotsNoIndex: true`,
      ['title: X', 'date: 2020-01-02', 'unlisted: true'],
    ],
    [
      'what is on no list',
      `${DATED}\nbuild: { list: never }`,
      ['title: X', 'date: 2020-01-02', 'unlisted: true'],
    ],
    [
      'old addresses, and the id that the feed had',
      `${DATED}\naliases: [/before, other/]`,
      [
        'title: X',
        'date: 2020-01-02',
        'aliases:',
        '  - /before/',
        '  - /posts/other/',
        'guid: https://old.example/posts/x/',
      ],
    ],
  ])('has %s', (_, yaml, lines) => {
    expect(post(yaml)).toMatchObject({ lines, messages: [] });
  });

  test('is a draft where Hugo showed the post no more', () => {
    const { lines, messages } = post(`${DATED}\nexpiryDate: 2021-01-01`);
    expect(lines).toContain('draft: true');
    expect(messages).toEqual([
      'content/posts/x.md:4 warning: expiryDate is in the past, so Hugo did not publish the post; imported as a draft',
    ]);
  });

  test('has the date on which Hugo would have published', () => {
    expect(post(`${DATED}\npublishDate: 2030-01-01`).lines).toContain('date: 2030-01-01');
  });

  test.each([
    [
      'keywords: [a]',
      'keywords has no equivalent: search engines do not read them; tags are the place for them',
    ],
    [
      'searchHidden: true',
      'searchhidden alone has no equivalent: unlisted: true hides a post from all lists, feeds and searches',
    ],
    ['mood: good', 'custom key mood; skipped'],
    [
      'cover: { image: x.png, hidden: true }',
      'cover.hidden has no equivalent: a cover is shown on its post; skipped',
    ],
  ])('reports %s', (line, message) => {
    expect(post(`${DATED}\n${line}`).info).toContain(message);
  });

  test('does not take a slip for what would change where a post is', () => {
    const { lines, messages } = post(`${DATED}\ndarft: true`);
    expect(lines).not.toContain('draft: true');
    expect(messages).toEqual([
      'content/posts/x.md:4 warning: unknown key darft, probably draft; skipped, as Hugo does',
    ]);
  });

  test('has what lists above it hand down', () => {
    const list = oldPost('title: All\ncascade: { author: Bob, tags: [Handed] }');
    expect(post(DATED, 'Text.', { 'content/posts/_index.md': list }).lines).toEqual([
      ...['title: X', 'date: 2020-01-02', 'tags:', '  - Handed'],
      ...['authors:', '  - bob'],
    ]);
  });
});

describe('the text of the index entry', () => {
  const words = 'One two three.';

  test.each([
    ['is the summary', 'summary: By hand.', words, 'summary: By hand.'],
    [
      'is before the mark, whatever the summary',
      'summary: By hand.',
      `${words}\n\n<!--more-->\n\nMore.`,
      undefined,
    ],
    [
      'is the automatic one, and never the description',
      'description: Not shown.',
      words,
      'summary: One two three.',
    ],
    [
      'is before the mark, and never the description',
      'description: Not shown.',
      `${words}\n\n<!--more-->\n\nMore.`,
      undefined,
    ],
    ['is the automatic one', 'tags: [a]', words, undefined],
    [
      'keeps colons and dollars',
      'description: Not shown.',
      'At 9:14 it cost $5 and $6.',
      'summary: At 9:14 it cost $5 and $6.',
    ],
    [
      'goes on',
      'description: Not shown.',
      `${'word '.repeat(70)}end.\n\nMore.`,
      `summary: ${'word '.repeat(70)}end. ...`,
    ],
  ])('%s', (_, yaml, text, summary) => {
    const { lines } = post(`${DATED}\n${yaml}`, text);
    expect(lines.find((line) => line.startsWith('summary'))).toBe(summary);
  });
});

describe('a cover', () => {
  const bundle = (cover: string, files: Record<string, string> = {}) => {
    const site = imported({
      'content/posts/x/index.md': oldPost(`${DATED}\ncover: ${cover}`),
      ...files,
    });
    const copies = site.files.filter(({ path }) => /^src\/content\/posts\/x\/.*png$/.test(path));
    return {
      source: fileOf(site, 'src/content/posts/x/index.md'),
      copies: copies.map(({ path }) => path),
      messages: messages(site),
    };
  };

  test('beside the post is where it was', () => {
    expect(
      bundle('{ image: c.png, alt: A, caption: B }', { 'content/posts/x/c.png': 'x' }),
    ).toMatchObject({
      source: expect.stringContaining('cover:\n  image: ./c.png\n  alt: A\n  caption: B\n'),
      copies: ['src/content/posts/x/c.png'],
      messages: [],
    });
  });

  test.each(['images/c.png', '/images/c.png', 'https://old.example/images/c.png'])(
    'at %s comes to the post',
    (image) => {
      expect(
        bundle(`{ image: "${image}", alt: A }`, { 'static/images/c.png': 'x' }).copies,
      ).toEqual(['src/content/posts/x/c.png']);
    },
  );

  test('in assets/ comes to the post', () => {
    expect(bundle('{ image: img/c.png, alt: A }', { 'assets/img/c.png': 'x' }).copies).toEqual([
      'src/content/posts/x/c.png',
    ]);
  });

  test('without a text gets the title, and a word about it', () => {
    const { source, messages } = bundle('{ image: c.png }', { 'content/posts/x/c.png': 'x' });
    expect(source).toContain('alt: X\n');
    expect(messages).toEqual([
      'content/posts/x/index.md:4 warning: cover.alt: missing; set to the title; describe the picture',
    ]);
  });

  test.each([
    [
      'https://other.example/c.png',
      'cover.image is of another site, and a cover is a file beside the post',
    ],
    ['nowhere.png', 'cover.image: nowhere.png not found'],
  ])('that cannot be had is skipped: %s', (image, why) => {
    const { source, messages } = bundle(`{ image: "${image}", alt: A }`);
    expect(source).not.toContain('cover');
    expect(messages).toEqual([`content/posts/x/index.md:4 warning: ${why}; cover skipped`]);
  });
});
