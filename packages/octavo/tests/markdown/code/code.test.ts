import { describe, expect, test } from 'vitest';
import { attribute, elements, text } from '../../../../../tests/html.ts';
import { found, render } from '../../helpers.ts';

/** Returns what a fence becomes. */
const block = async (infoString: string, code: string, files = {}) => {
  const { html, diagnostics } = await render(`\`\`\`${infoString}\n${code}\n\`\`\``, { files });
  return { html: html.trim(), diagnostics: found(diagnostics) };
};

/** Returns what is between the tags of the first `code` of a fence. */
const inside = async (infoString: string, code: string) =>
  /<code>([^]*?)<\/code>/.exec((await block(infoString, code)).html)?.[1];

describe('a code block', () => {
  test.each([
    ['in a fence', '```js\nx\n```'],
    ['without a language', '```\nx\n```'],
    ['indented', '    x'],
    ['in a list', '- a\n\n  ```js\n  x\n  ```'],
    ['in HTML', '<pre>x</pre>'],
  ])('can be reached by keyboard, since it scrolls: %s', async (_, markdown) => {
    const blocks = elements((await render(markdown)).html, 'pre');
    expect(blocks.map((one) => attribute(one, 'tabIndex'))).toEqual(['0']);
  });

  test('shows its text as typed', async () => {
    const code = 'const a = "x" -- y... // \'z\'\n<b> & &amp; *c* $& [d](./e.md) <!--more-->';
    const { html, diagnostics } = await render(`\`\`\`js\n${code}\n\`\`\``);
    expect(diagnostics).toEqual([]);
    const [shown] = elements(html, 'code');
    expect(text(shown!)).toBe(code.replace('\n', ' '));
  });

  test('is colored by classes, neighbors of a kind together, the default without', async () => {
    expect((await block('ts', 'export const a = 1;')).html).toBe(
      '<div class="code"><pre data-language="ts" tabindex="0"><code><span class="k">export const</span> a = <span class="n">1</span>;\n' +
        '</code></pre><button type="button" class="copy">Copy</button></div>',
    );
  });

  test('has no style attribute', async () => {
    expect((await render('```js\nconst a = 1;\n```')).html).not.toContain('style=');
  });

  test('that is empty has nothing to copy', async () => {
    expect((await block('', '')).html).not.toContain('button');
  });

  test.each([
    ['36 columns', 'text', 'x'.repeat(36), []],
    ['37 columns', 'text', `y\n${'x'.repeat(37)}`, ['copy narrow false']],
    ['a tab and 33 columns', 'text', `\t${'x'.repeat(33)}`, ['copy narrow false']],
    ['80 columns', 'text', 'x'.repeat(80), ['copy narrow false']],
    ['81 columns', 'text', 'x'.repeat(81), ['copy false']],
    ['81 columns that are wrapped', 'text wrap', 'x'.repeat(81), ['copy true']],
  ])('can be wrapped where it may scroll: %s', async (_, infoString, code, expected) => {
    const { html } = await block(infoString, code);
    const buttons = elements(html, 'button').filter((one) => text(one) === 'Wrap');
    const said = buttons.map((one) =>
      [attribute(one, 'className')?.replaceAll(',', ' '), attribute(one, 'ariaPressed')].join(' '),
    );
    expect(said).toEqual(expected);
  });

  test.each([
    ['a comment over lines', 'ts', '/* a\n * b */', '<span class="c">/* a\n * b */</span>\n'],
    ['an alias', 'golang', 'package', '<span class="k">package</span>\n'],
    ['capital letters', 'JSON', '1', '<span class="n">1</span>\n'],
    ['words joined to lines', 'json{1}', '1', '<mark><span class="n">1</span>\n</mark>'],
    ['plain text', 'text', 'const a', 'const a\n'],
    ['no language', '', 'const a', 'const a\n'],
  ])('in %s', async (_, language, code, expected) => {
    expect(await inside(language, code)).toBe(expected);
    expect((await block(language, code)).diagnostics).toEqual([]);
  });

  test('of raw HTML is left as it is', async () => {
    const { html } = await render('<pre class="x"><code>a <b>b</b></code></pre>');
    expect(html.trim()).toBe('<pre class="x" tabindex="0"><code>a <b>b</b></code></pre>');
  });
});

describe('the lines of a code block', () => {
  test.each([
    ['are marked', '{2}', 'a\nb', 'a\n<mark>b\n</mark>'],
    ['are inserted and deleted', 'ins={1} del={2}', 'a\nb', '<ins>a\n</ins><del>b\n</del>'],
    [
      'are numbered',
      'text showLineNumbers',
      'a\n\nb',
      '<span data-n="1">a\n</span><span data-n="2">\n</span><span data-n="3">b\n</span>',
    ],
    [
      'are numbered from another on, aligned',
      'text showLineNumbers startLine=9 {2}',
      'a\nb',
      '<span data-n=" 9">a\n</span><mark data-n="10">b\n</mark>',
    ],
    [
      'of a diff have their marks off',
      'diff text',
      ' a\n-b\n+c',
      'a\n<del>b\n</del><ins>c\n</ins>',
    ],
    ['of a loose diff too', 'diff text', 'a\n-b\n+c', 'a\n<del>b\n</del><ins>c\n</ins>'],
    [
      'of a plain diff are colored as such',
      'diff',
      '-b\n+c',
      '<span class="d">-b</span>\n<span class="i">+c</span>\n',
    ],
    [
      'have the colors of their language under it',
      'diff json',
      '-1\n+2',
      '<del><span class="n">1\n</span></del><ins><span class="n">2</span>\n</ins>',
    ],
  ])('%s', async (_, infoString, code, expected) => {
    expect(await inside(infoString, code)).toBe(expected);
  });

  test('are collapsed, with how many they are', async () => {
    const { html } = await block('text collapse={2-3}', 'a\nb\nc\nd');
    expect(html.replace(/<button.*/, '')).toBe(
      '<div class="code"><pre data-language="text" tabindex="0"><code>a\n</code></pre>' +
        '<details class="collapsed"><summary>2 lines</summary><pre data-language="text" tabindex="0"><code>b\nc\n</code></pre></details>' +
        '<pre data-language="text" tabindex="0"><code>d\n</code></pre>',
    );
  });
});

test('a title makes a figure with a caption', async () => {
  const { html } = await block('text title="a <b>.ts"', 'x');
  expect(html).toMatch(
    /^<figure class="code"><figcaption>a &lt;b(?:>|&gt;)\.ts<\/figcaption><pre /,
  );
});

test('a block that wraps says so to the style sheet', async () => {
  expect((await block('text wrap', 'x')).html).toContain('<div class="code wrap">');
});

test('a terminal session tells prompts, commands and what they print apart', async () => {
  expect(await inside('console', '$ ls "a" \\\n> b\n<c>\n\nd')).toBe(
    '<span class="p">$ </span><span class="f">ls</span> <span class="s">"a"</span> <span class="n">\\</span>\n' +
      '<span class="p">&gt; </span>b\n<samp>&lt;c&gt;\n\nd\n</samp>',
  );
});

describe('a fence shows a file', () => {
  const files = { 'a.go': 'package a\n\nfunc b() {\n\tif c {\n\t\td()\n\t}\n}\n', 'x.qqq': 'y\n' };
  const shown = async (infoString: string, code = '') => {
    const { html, diagnostics } = await block(infoString, code, files);
    expect(diagnostics).toEqual([]);
    return elements(html, 'code')
      .map(({ children }) => textOf(children))
      .join('');
  };

  test.each([
    ['whole', 'go file="./a.go"', files['a.go']],
    ['without a language of its own', 'file="./a.go"', files['a.go']],
    ['of no known language', 'file="x.qqq"', 'y\n'],
    [
      'by lines, without the indentation that they share',
      'go file="a.go" lines=4-6',
      'if c {\n\td()\n}\n',
    ],
    ['by one line', 'go file="a.go" lines=3', 'func b() {\n'],
    ['from a line on', 'go file="a.go" lines=6-', '\t}\n}\n'],
  ])('%s', async (_, infoString, expected) => {
    expect(await shown(infoString)).toBe(expected);
  });

  test('with the numbers that its lines have there', async () => {
    const { html } = await block('go file="a.go" lines=3 showLineNumbers', '', files);
    expect(html).toContain('<code><span data-n="3">');
  });

  test('on which its rendering then depends', async () => {
    const { dependencies } = await render('```go file="./a.go"\n```', { files });
    expect(dependencies.map(([question, path]) => [question, path])).toContainEqual([
      'text',
      'src/content/posts/a.go',
    ]);
  });

  test.each([
    ['that is not there', 'go file="./b.go"', 'code: ./b.go not found'],
    [
      'that is outside',
      'go file="../../../../a.go"',
      'code: ../../../../a.go is outside the project',
    ],
    [
      'that is shorter',
      'go file="a.go" lines=6-9',
      'code: a.go has no line 9; it ends with line 7',
    ],
    [
      'that begins later',
      'go file="a.go" lines=9-',
      'code: a.go has no line 9; it ends with line 7',
    ],
  ])('%s: a mistake', async (_, infoString, message) => {
    const { diagnostics } = await render(`a\n\n\`\`\`${infoString}\n\`\`\``, { files });
    expect(found(diagnostics)).toEqual([`3:1 ${message}`]);
  });
});

describe('what a fence asks for in vain is a warning at its line', () => {
  test.each([
    ['pyton', 'x', 'code: unknown language pyton, shown without colors; did you mean python?'],
    ['qqqq', 'x', 'code: unknown language qqqq, shown without colors'],
    ['ts titel="a"', 'x', 'code: unknown option titel; did you mean title?'],
    ['ts {3}', 'x\ny', 'code: no line 3; the block ends with line 2'],
  ])('%s', async (infoString, code, message) => {
    const fence = `\`\`\`${infoString}\n${code}\n\`\`\``;
    const warning = `1 warning: ${message}`;
    const inProse = await render(`a\n\n${fence}`);
    expect(found(inProse.diagnostics)).toEqual([`3:${warning}`]);
    const inMdx = await render(`a\n\n${fence}`, { format: 'mdx' });
    expect(found(inMdx.diagnostics)).toEqual([`3:${warning}`]);
    const inList = await render(`- a\n\n  ${fence.replaceAll('\n', '\n  ')}`);
    expect(found(inList.diagnostics)).toEqual([`3:${warning.replace('1', '3')}`]);
  });

  test('text beside a file', async () => {
    const { diagnostics } = await block('text file="a"', 'x', { a: 'y' });
    expect(diagnostics).toEqual([
      '1:1 warning: code: the content of the fence is ignored, since it names a file; remove either',
    ]);
  });
});

test('code counts as words of the article, its title and its labels do not', async () => {
  const fence = '```text title="three more words" collapse={2} showLineNumbers\none\ntwo\n```';
  const { text: read } = await render(`before\n\n${fence}`);
  expect(read.words).toBe(3);
  expect(read.automatic.text).toBe('before');
});

test('inline code is no stop for the keyboard', async () => {
  expect((await render('a `b` c')).html.trim()).toBe('<p>a <code>b</code> c</p>');
});

function textOf(nodes: readonly { type: string }[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return String(node.value);
      return 'children' in node ? textOf(node.children as { type: string }[]) : '';
    })
    .join('');
}
