import { describe, expect, test } from 'vitest';
import { convert } from './astro-blog.ts';

describe('MDX becomes Markdown', () => {
  test.each<[string, string, string]>([
    ['an import', 'import A from "./a";\n\na', 'a'],
    ['a comment', 'a {/* b */} c', 'a  c'],
    ['a text', "a{' '}b {2}", 'a b 2'],
    ['a constant', 'export const tool = "lever";\n\na {tool}', 'a lever'],
    ['a brace', 'a \\{b}', 'a \\{b}'],
    [
      'an imported picture',
      'import { Image } from "astro:assets";\nimport x from "./x.png";\n\n<Image src={x} alt="X" />',
      '![X](./post/x.png)',
    ],
    [
      'a picture with a caption',
      'import x from "./x.png";\n\n<Figure src={x.src} alt="X" caption="C" />',
      '![X](./post/x.png "C")',
    ],
    ['a picture of HTML', '<img src="./x.png" alt="X" />', '![X](./post/x.png)'],
    ['a line break', 'a<br />b', 'a<br>b'],
    [
      'classes',
      '<span className="b" style={{ color: "red" }}>c</span>',
      '<span class="b">c</span>',
    ],
    ['HTML around Markdown', '<div>\n  *a*\n</div>', '<div>\n\n*a*\n\n</div>'],
    [
      'HTML in HTML',
      '<div>\n  <div>\n    a\n  </div>\n</div>',
      '<div>\n\n<div>\n\na\n\n</div>\n\n</div>',
    ],
    ['an aside', '<Aside type="tip" title="T">\n  a\n</Aside>', ':::tip[T]\n\na\n\n:::'],
    ['a callout by its name', '<Warning>a</Warning>', ':::warning\n\na\n\n:::'],
    ['a gist', '<Gist id="ada/abc" />', '<https://gist.github.com/ada/abc>'],
    ['a film', '<YouTube id="abc" />', '<https://www.youtube.com/watch?v=abc>'],
    ['a link', '<LinkCard title="T" href="/x" />', '[T](/x)'],
    ['tabs', '<Tabs>\n<TabItem label="A">\na\n</TabItem>\n</Tabs>', '**A**\n\na'],
    ['code', '<Code code={`a\nb`} lang="js" />', '```js\na\nb\n```'],
    ['code in a fence', '```js\n<A />\n{b}\n```', '```js\n<A />\n{b}\n```'],
  ])('%s', (_, body, expected) => {
    const { text, messages } = convert(body);
    expect(text.replace(/\n{3,}/g, '\n\n')).toBe(expected);
    expect(messages.filter((message) => message.includes('code'))).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    [
      'a component',
      '<Chart data={a} />',
      '```jsx\n<Chart data={a} />\n```',
      '5 warning: <Chart>: unknown component; shown as code',
    ],
    [
      'a component around text',
      'a\n\n<Box big>\n  *b*\n</Box>',
      'a\n\n```jsx\n<Box big>\n```\n\n*b*',
      '7 warning: <Box>: unknown component; shown as code',
    ],
    ['a component in a line', 'a <B c /> d', 'a `<B c />` d', '5 warning: <B>: unknown component'],
    [
      'a component in a list',
      '- a\n\n  <Box />',
      '- a\n\n  `<Box />`',
      '7 warning: <Box>: unknown component; shown as code',
    ],
    ['an expression', 'a {b()} c', 'a `{b()}` c', '5 warning: MDX: {b()} is code that ran'],
    ['what does not parse', 'a {b', 'a {b', '5 warning: MDX: '],
  ])('%s that is unknown is shown as code, and reported', (_, body, expected, message) => {
    const { text, messages } = convert(body);
    expect(text.replace(/\n{3,}/g, '\n\n')).toBe(expected);
    expect(messages).toContainEqual(expect.stringContaining(message));
  });
});

describe('Markdown', () => {
  const packages = (...names: string[]) => ({
    'package.json': JSON.stringify({
      dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])),
    }),
  });

  test.each<[string, string, string, Record<string, string>]>([
    ['a directive', ':::note[A]\na\n:::', ':::note[A]\na\n:::', packages('remark-directive')],
    [
      'a kind of a theme',
      ':::danger\na\n:::',
      ':::caution[Danger]\na\n:::',
      packages('remark-directive'),
    ],
    ['a title', ':::tip{title="T"}\na\n:::', ':::tip[T]\na\n:::', packages('remark-directive')],
    ['colons that are text', ':::note\na\n:::', '\\:::note\na\n:::', {}],
    [
      'a card',
      '::github{repo="a/b"}',
      '[a/b](https://github.com/a/b)',
      packages('remark-directive'),
    ],
    ['a formula', '$a_1$ and $$b$$', '$a_1$ and $$b$$', packages('remark-math')],
    ['dollars', 'a $b$', 'a \\$b$', {}],
    ['the place of the contents', '## Table of contents\n\n## A', '## A', packages('remark-toc')],
    ['a comment without an end', 'a\n\n<!--\nb\n\nc', 'a\n\n<!--\nb\n\nc\n-->', {}],
    ['a link to a file', '[a](./other.md)', '[a](./other.md)', {}],
    ['a link to a post', '[a](/blog/other)', '[a](./other.md)', {}],
    [
      'a link with the domain',
      '[a](https://old.example/blog/other/#part)',
      '[a](./other.md#part)',
      {},
    ],
    ['a picture beside', '![a](./x.png)', '![a](./post/x.png)', {}],
    ['a picture by an alias', '![a](@assets/y.png)', '![a](./post/y.png)', {}],
    ['a picture in src', '![a](@/assets/y.png)', '![a](./post/y.png)', {}],
    ['a picture in public', '![a](/z.png)', '![a](/z.png)', {}],
    ['a picture in the folder public', '![a](../../../public/z.png)', '![a](/z.png)', {}],
  ])('keeps %s', (_, body, expected, more) => {
    const files = {
      'tsconfig.json':
        '{ "compilerOptions": { "paths": { "@assets/*": ["./src/assets/*"], } } } // x',
      'src/assets/y.png': 'y',
      'public/z.png': 'z',
      ...more,
    };
    expect(convert(body, { name: 'post.md', files }).text).toBe(expected);
  });
});
