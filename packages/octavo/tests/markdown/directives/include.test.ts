import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCodeInfo } from '../../../src/markdown/code/fence-options.ts';
import { quotedCode } from '../../../src/markdown/code/quoted-code.ts';
import { withIncludes } from '../../../src/markdown/directives/include.ts';
import { filesBelow, markdownDocument } from '../../../src/markdown/document.ts';
import { folder, found, render } from '../../helpers.ts';

type Files = Record<string, string>;

/** Returns the text of the post src/content/posts/post.md, or of another, with what it includes. */
function included(body: string, files: Files = {}, path = 'src/content/posts/post.md') {
  const text = (of: string) => files[of];
  return withIncludes({ path, format: 'md', body }, text);
}

/** Puts the files beside the post. */
const beside = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`src/content/posts/${name}`, text]),
  );

const NOTE = beside({ 'note.md': 'A *note*.\n' });

describe('a file takes the place of its directive', () => {
  test.each([
    ['a leaf', '::include{file="./note.md"}'],
    ['a path without a dot', '::include{file="note.md"}'],
    ['a path from the root of the project', '::include{file="/src/content/posts/note.md"}'],
  ])('as %s', (_, directive) => {
    const { body, diagnostics } = included(`One.\n\n${directive}\n\nTwo.`, NOTE);
    expect(diagnostics).toEqual([]);
    expect(body.replace(/\n+/g, '\n')).toBe('One.\nA *note*.\nTwo.');
  });

  test.each([
    ['in a list', '- ::include{file="note.md"}\n- b', '-\n  A *note*.\n\n- b'],
    ['in a quotation', '> ::include{file="note.md"}', '>\n> A *note*.'],
    ['below a text', 'a\n::include{file="note.md"}\nb', 'a\n\nA *note*.\n\nb'],
    [
      'twice',
      '::include{file="note.md"}\n\n::include{file="note.md"}',
      '\nA *note*.\n\n\nA *note*.',
    ],
    ['in a callout', ':::note\n::include{file="note.md"}\n:::', ':::note\n\nA *note*.\n\n:::'],
  ])('%s', (_, body, expected) => {
    expect(included(body, NOTE).body).toBe(expected);
  });

  test('without its front matter', () => {
    const files = beside({ 'note.md': '---\ntitle: Note\n---\n\nA note.\n' });
    expect(included('::include{file="note.md"}', files).body).toBe('\nA note.');
  });

  test('with what that includes', () => {
    const files = beside({ 'a/a.md': 'A\n\n::include{file="b/b.md"}', 'a/b/b.md': 'B' });
    expect(included('::include{file="./a/a.md"}', files).body).toBe('\nA\n\n\nB');
  });

  test('and code stays as it is', () => {
    const body = '```md\n::include{file="note.md"}\n```\n\n`::include{file="note.md"}`';
    expect(included(body, NOTE).body).toBe(body);
  });

  test('and its footnotes are among those of the text', async () => {
    const files = { 'note.md': 'In a file.[^a]\n\n[^a]: Below.' };
    const { html, diagnostics } = await render(
      'Here.[^b]\n\n::include{file="note.md"}\n\n[^b]: B.',
      {
        files,
      },
    );
    expect(diagnostics).toEqual([]);
    expect(html.match(/data-footnote-ref/g)).toHaveLength(2);
  });
});

describe('a relative address leads from the included file', () => {
  test.each([
    ['[a](./b.md#c)', '[a](./parts/b.md#c)'],
    ['[a](b.md "b.md")', '[a](./parts/b.md "b.md")'],
    ['[a](<b c.md>)', '[a](<./parts/b c.md>)'],
    ['[a](../b.md)', '[a](./b.md)'],
    ['![a](./b.png)', '![a](./parts/b.png)'],
    ['[![a](x.png)](x.png)', '[![a](./parts/x.png)](./parts/x.png)'],
    ['[a]\n\n[a]: b.md', '[a]\n\n[a]: ./parts/b.md'],
    [
      '<img src="a.png" alt="b"><a href="c/">d</a>',
      '<img src="./parts/a.png" alt="b"><a href="./parts/c/">d</a>',
    ],
    ['<img alt="a > b" src=a.png>', '<img alt="a > b" src=./parts/a.png>'],
    ['<a title="href=x" href=\'b/\'>c</a>', '<a title="href=x" href=\'./parts/b/\'>c</a>'],
    ['```go file="./a.go" lines=1\n```', '```go file="./parts/a.go" lines=1\n```'],
  ])('%s', (written, expected) => {
    const files = beside({ 'parts/a.md': written });
    expect(included('::include{file="parts/a.md"}', files).body).toBe(`\n${expected}`);
  });

  test.each([
    '[a](/b/)',
    '[a](#b)',
    '[a](https://example.com/b.md)',
    '<https://example.com/>',
    '`[a](b.md)`',
    '```md\n[a](b.md)\n```',
  ])('and no other: %s', (written) => {
    const files = beside({ 'parts/a.md': written });
    expect(included('::include{file="parts/a.md"}', files).body).toBe(`\n${written}`);
  });

  test('also through several files', () => {
    const files = beside({ 'a/a.md': '::include{file="b/b.md"}', 'a/b/b.md': '[x](./c.md)' });
    expect(included('::include{file="a/a.md"}', files).body).toContain('[x](./a/b/c.md)');
  });
});

describe('a mistake', () => {
  const at = (body: string, files: Files = {}) =>
    included(body, beside(files)).diagnostics.map(
      ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
    );

  test.each([
    ['a file that is not there', '::include{file="./no.md"}', '1:1 include: ./no.md not found'],
    [
      'a file outside of the project',
      'a\n\n::include{file="../../../../x.md"}',
      '3:1 include: ../../../../x.md is outside the project',
    ],
    [
      'no file',
      '- a\n\n  ::include{src=a}',
      '3:3 include: no file given; write ::include{file="./note.md"}',
    ],
  ])('is %s', (_, body, message) => {
    expect(at(body, { 'a.md': 'A' })).toEqual([`src/content/posts/post.md:${message}`]);
  });

  test('is a file that includes itself', () => {
    const files = { 'a.md': '\n::include{file="b.md"}', 'b.md': '::include{file="./a.md"}' };
    expect(at('::include{file="a.md"}', files)).toEqual([
      'src/content/posts/b.md:1:1 include: ./a.md includes itself: src/content/posts/a.md → src/content/posts/b.md → src/content/posts/a.md',
    ]);
  });

  test.each(['md', 'mdx'] as const)(
    'in an included file is told there, and the next where it is: .%s',
    async (format) => {
      const files = { 'note.md': '---\na: b\n---\n\nAt 10:30, $\\frac$.\n\nB' };
      const { diagnostics } = await render(
        'A\n\n> ::include{file="note.md"}\n\nAt 8:08, $\\frac$.',
        { files, format },
      );
      expect(diagnostics.map(({ file }) => file)).toEqual([
        'src/content/posts/note.md',
        `src/content/posts/post.${format}`,
      ]);
      expect(found(diagnostics)).toEqual([
        "5:11 math: unexpected end of input in a macro argument, expected '}'",
        "5:10 math: unexpected end of input in a macro argument, expected '}'",
      ]);
    },
  );
});

test('an included file is a dependency of the text', async () => {
  const { dependencies } = await render('::include{file="note.md"}', { files: { 'note.md': 'A' } });
  expect(dependencies).toContainEqual(['text', 'src/content/posts/note.md', expect.any(String)]);
});

describe('much that is included', () => {
  /** Files that each include the next so many times. */
  const levels = (depth: number, times: number) => {
    const directive = (level: number) => `::include{file="${level}.md"}\n\n`.repeat(times);
    const last = { [`${depth}.md`]: 'Last.' };
    const files = Array.from({ length: depth }, (_, level) => [
      `${level}.md`,
      directive(level + 1),
    ]);
    return beside({ ...Object.fromEntries(files), ...last });
  };

  test('is included: 200,000 lines', () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `- ${index}`).join('\n');
    const { body, original } = included(
      'One\n\n::include{file="a.md"}\n\nTwo',
      beside({ 'a.md': lines }),
    );
    expect(body.split('\n')).toHaveLength(200_005);
    expect(original({ line: 200_003, column: 1 })).toMatchObject({ line: 200_000, column: 1 });
  });

  test('is included: 4,096 files in six levels', () => {
    const { body, diagnostics } = included('::include{file="0.md"}', levels(6, 4));
    expect(diagnostics).toEqual([]);
    expect(body.match(/Last\./g)).toHaveLength(4096);
  });

  test('is an error: a billion files', () => {
    const { body, diagnostics } = included('::include{file="0.md"}', levels(9, 10));
    expect(diagnostics[0]?.message).toMatch(
      /^include: \d+\.md makes the text too long; include less$/,
    );
    expect(body.length).toBeLessThan(5_000_000);
  });

  test('is an error: eleven levels', () => {
    const { diagnostics } = included('::include{file="0.md"}', levels(10, 1));
    expect(found(diagnostics)).toEqual(['1:1 include: 10.md is more than 10 levels deep']);
  });

  test('is an error in a folder that is linked into itself', () => {
    const root = folder({ 'a.md': '::include{file="./link/a.md"}\n\n'.repeat(2) });
    symlinkSync('.', join(root, 'link'));
    const { text, exists } = filesBelow(root);
    const { diagnostics } = withIncludes(
      { path: 'a.md', format: 'md', body: text('a.md')! },
      text,
      exists,
    );
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});

describe('a file that is no text', () => {
  const root = () => {
    const made = folder({ 'sub/note.md': 'A note.' });
    writeFileSync(join(made, 'latin1.md'), Buffer.from('caf\u00E9', 'latin1'));
    return made;
  };

  test.each(['.', './', '/', 'sub', 'sub/', 'latin1.md'])('is an error: %s', (file) => {
    const { text, exists } = filesBelow(root());
    const body = `One\n\n::include{file="${file}"}`;
    const { diagnostics } = withIncludes({ path: 'a.md', format: 'md', body }, text, exists);
    expect(found(diagnostics)).toEqual([
      `3:1 include: ${file} is a folder, or not a text file in UTF-8`,
    ]);
  });

  test('is an error as quoted code', () => {
    const document = markdownDocument('a.md', filesBelow(root()));
    const info = (file: string) => parseCodeInfo(`txt file="${file}"`);
    const problem = (file: string) => `${file} is a folder, or not a text file in UTF-8`;
    for (const file of ['./sub', './latin1.md'])
      expect(quotedCode(info(file), document)).toEqual({ problem: problem(file) });
  });
});
