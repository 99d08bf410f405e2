import { describe, expect, test } from 'vitest';
import { publishedSource } from '../../src/twins/published-source.ts';

const FILES: Record<string, string> = {
  'src/content/posts/note.md': '---\ntitle: Note\n---\n\nA [link](./x/). <!-- not this -->\n',
  'src/content/posts/parts/part.md': '![a](./a.png)\n\n```ts file="./a.ts"\n```\n',
  'src/content/posts/parts/a.ts': 'part();\n',
  'src/content/posts/a.ts': 'one();\n\n  two();\n  three();\n',
  'src/content/posts/fence.md': '```js\nlet a;\n```\n',
  'examples/main.go': 'package main\n',
};

/** Returns the published source of src/content/posts/post.md, with marked addresses. */
function published(
  body: string,
  format: 'md' | 'mdx' = 'md',
  values?: Record<string, string>,
): Promise<string> {
  return publishedSource(
    { path: `src/content/posts/post.${format}`, format, body, values },
    {
      text: (path) => FILES[path],
      address: (address) => Promise.resolve(`<${address}>`),
    },
  );
}

describe('the Markdown of an article is as its author wrote it', () => {
  test.each([
    'A *text* with `code`, :smile: and a note[^1].\n\n[^1]: Note.',
    '## Heading {#id}\n\n- [x] a\n- b\n\n| a | b |\n| :-- | --: |\n| 1 | 2 |',
    '> [!NOTE]\n> Text.\n\n:::tip[Title]\nText.\n:::',
    '```ts title="a.ts" {1}\nlet a: "<!-- no comment -->";\n```',
    '    <!-- code -->',
    '`<!-- code -->` and `[a](./b.md)`',
    '$$\nx^2\n$$\n\n```mermaid\nflowchart LR\n  A --> B\n```',
    'It runs at localhost:8080 and costs $5 and $6.',
    '# `file="./a.ts"`',
  ])('%j', async (body) => {
    expect(await published(`\n\n\n${body}\n`)).toBe(`${body}\n`);
  });
});

describe('an address leads from everywhere', () => {
  test.each([
    ['[a](./b.md#c "t") and ![x](p.png)', '[a](<./b.md#c> "t") and ![x](<p.png>)'],
    ['[![a](x.png)](x.png)', '[![a](<x.png>)](<x.png>)'],
    ['[a][b]\n\n[b]: ./c.md "t"', '[a][b]\n\n[b]: <./c.md> "t"'],
    ['😀 日本 [a](/b/)', '😀 日本 [a](</b/>)'],
    [
      '<img alt="x" src="a.png"><a href=\'/b/\'>c</a>',
      '<img alt="x" src="<a.png>"><a href=\'</b/>\'>c</a>',
    ],
    [
      '<video src="a.mp4" poster="a.png"></video>',
      '<video src="<a.mp4>" poster="<a.png>"></video>',
    ],
    [
      'It costs $5 and [a](b.md) $6 at host:80 [c](d.md)',
      'It costs $5 and [a](<b.md>) $6 at host:80 [c](<d.md>)',
    ],
    ['- a:b $1\n- $2 [c](d.md)', '- a:b $1\n- $2 [c](<d.md>)'],
  ])('%j', async (body, expected) => {
    expect(await published(body)).toBe(`${expected}\n`);
  });
});

describe('comments are left out', () => {
  test.each([
    ['a block', 'One.\n\n<!--more-->\n\nTwo.', 'One.\n\n\n\nTwo.'],
    ['a block of lines', 'One.\n\n<!--\n\n[a](b)\n-->\n\nTwo.', 'One.\n\n\n\nTwo.'],
    ['the first', '<!-- a -->\n\nOne.', 'One.'],
    ['the last', 'One.\n\n<!-- a -->\n', 'One.'],
    ['one within a line', 'One <!-- a -->two.', 'One two.'],
    ['one between paragraphs', 'One.\n<!-- a -->\nTwo.', 'One.\n\nTwo.'],
    ['one in a list', '- one\n\n  <!-- a -->\n\n  two', '- one\n\n  \n\n  two'],
    ['one in HTML', '<div>\n<!-- a -->\n<b>c</b>\n</div>', '<div>\n<b>c</b>\n</div>'],
    [
      'none in a script',
      '<script>\nlet a = "<!-- b -->";\n</script>',
      '<script>\nlet a = "<!-- b -->";\n</script>',
    ],
    ['with their addresses', '<p><!-- <a href="b"> -->c</p>', '<p>c</p>'],
  ])('%s', async (_, body, expected) => {
    expect(await published(body)).toBe(`${expected}\n`);
  });
});

describe('what is in other files is filled in', () => {
  test.each([
    ['an included file', 'One.\n\n::include{file="./note.md"}', 'One.\n\n\nA [link](<./x/>).'],
    [
      'an included file elsewhere, with what it quotes',
      '::include{file="./parts/part.md"}',
      '![a](<./parts/a.png>)\n\n```ts\npart();\n```',
    ],
    ['quoted code', '```ts file="./a.ts"\n```', '```ts\none();\n\n  two();\n  three();\n```'],
    ['quoted lines', '```ts file="./a.ts" lines=3-4\n```', '```ts\ntwo();\nthree();\n```'],
    [
      'with the other words of its fence',
      '```ts title="a" file="./a.ts" {1} lines=1\n```',
      '```ts title="a" {1}\none();\n```',
    ],
    [
      'in the language of its ending',
      '```file="/examples/main.go"\n```',
      '```go\npackage main\n```',
    ],
    [
      'in a list',
      '- a\n\n  ```ts file="a.ts" lines=1-2\n  ```\n- b',
      '- a\n\n  ```ts\n  one();\n\n  ```\n- b',
    ],
    ['in a quotation', '> ```ts file="a.ts" lines=1-2\n> ```', '> ```ts\n> one();\n>\n> ```'],
    ['in a longer fence', '~~~md file="fence.md"\n~~~', '````md\n```js\nlet a;\n```\n````'],
  ])('%s', async (_, body, expected) => {
    expect(await published(body)).toBe(`${expected}\n`);
  });

  test('and a fence whose file is not there stays', async () => {
    const body = '```ts file="./no.ts"\n```\n';
    expect(await published(body)).toBe(body);
  });
});

describe('of MDX', () => {
  test.each([
    [
      'imports and exports are left out',
      'import A from "./a"\n\nexport const b = 1\n\n# C\n',
      '# C',
    ],
    [
      'comments are left out',
      'One {/* a */}two.\n\n{/* more */}\n\nThree.',
      'One two.\n\n\n\nThree.',
    ],
    [
      'expressions are their values',
      '# V{v}\n\nOne {f(1)}.\n\n{v}',
      '# V1.2\n\nOne \\*a\\* \\*b\\*.\n\n1.2',
    ],
    ['expressions without a value are left out', 'One {a}.\n\n{b}\n\nTwo.', 'One .\n\n\n\nTwo.'],
    [
      'attributes stay as they are written',
      '<Figure src="./a.png" alt={f(1)} width={w} />',
      '<Figure src="<./a.png>" alt={f(1)} width={w} />',
    ],
    [
      'components stay, with addresses that lead',
      '<Figure src="./a.png" alt="b" />\n\n<Callout type="tip">\n[c](./d.md)\n</Callout>',
      '<Figure src="<./a.png>" alt="b" />\n\n<Callout type="tip">\n[c](<./d.md>)\n</Callout>',
    ],
  ])('%s', async (_, body, expected) => {
    const values = { v: '1.2', 'f(1)': '*a* *b*' };
    expect(await published(body, 'mdx', values)).toBe(`${expected}\n`);
  });

  test('what does not parse stays', async () => {
    expect(await published('<div>\n[a](b)', 'mdx')).toBe('<div>\n[a](b)\n');
  });
});

describe('an island of MDX', () => {
  const mdx =
    'import A from \'./A.jsx\';\n\n<A client:load />\n\nText <A client:only="react" />, <B />.';
  const instead = '<a>instead</a>';
  test.each([
    ['is its HTML', ['<p>1</p>\n\n<p>2</p>', '2'], '<p>1</p>\n<p>2</p>\n\nText 2, <B />.\n'],
    [
      'is a link where others have islands',
      ['1', '2', '3'],
      `${instead}\n\nText ${instead}, <B />.\n`,
    ],
  ])('%s', async (_, html, text) => {
    const source = { path: 'src/content/posts/post.mdx', format: 'mdx' as const, body: mdx };
    const site = { text: () => undefined, address: (address: string) => address };
    expect(await publishedSource({ ...source, islands: { html, instead } }, site)).toBe(text);
  });
});
