import { describe, expect, test } from 'vitest';
import { attribute, elements, text } from '../../../../../tests/html.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { DEFAULT_SITE } from '../../../src/markdown/document.ts';
import { drawingPng } from '../../../src/markdown/diagrams/feed-drawing.ts';
import { NO_EXTENSIONS } from '../../../src/settings/context.ts';
import { found } from '../../helpers.ts';

/** Renders a text of a blog with the packages, and with these files beside it. */
async function render(body: string, files: Record<string, string> = {}, version?: string | null) {
  const { html, diagnostics, dependencies, replaced } = await renderMarkdown(
    { path: 'src/content/posts/post.md', format: 'md', body },
    {
      root: new URL('file:///site/'),
      site: DEFAULT_SITE,
      plugins: NO_EXTENSIONS,
      siteIndex: {
        package: () => (version === null ? undefined : '1.0.0'),
        text: (path) => files[path.replace('src/content/posts/', '')],
      },
    },
  );
  return { html, found: found(diagnostics), dependencies, replaced };
}

const fence = (language: string, source: string, meta = '') =>
  `\`\`\`${language} ${meta}\n${source}\n\`\`\`\n`;

const GRAPH = `// A graph
digraph "x {" {
  label="How it is routed"
  a -> b [label="x < y"]
  subgraph cluster_1 { label="In"; c; d [style=filled fillcolor=red]; e [style=filled] }
}`;

describe('a dot fence', () => {
  test('is a picture in the colors of the page, without style or request of its own', async () => {
    const { html, found } = await render(fence('dot', GRAPH));
    expect(found).toEqual([]);
    expect(html).toMatch(/^<figure id="diagram-1-figure" class="diagram"><div class="diagram-box"/);
    expect(html).not.toMatch(/<style|\sstyle=|@import|font-family|https?:|#000"/);
    expect(html).toContain('var(--diagram-line,#777778)');
    expect(html).toContain('var(--diagram-box,#f4f4f1)');
    expect(elements(html, 'text').map(text)).toEqual(
      expect.arrayContaining(['a', 'b', 'c', 'd', 'e', 'x < y', 'In', 'How it is routed']),
    );
    expect(text(elements(html, 'title')[0]!)).toBe('How it is routed');
    expect(attribute(elements(html, 'svg')[0]!, 'role')).toBe('img');
  });

  test('is the same each time, with ids of its own', async () => {
    const graph = fence('dot', 'digraph { a -> b [arrowhead=dot] }', 'title="A"');
    const [one, two] = [await render(graph + graph), await render(graph + graph)];
    expect(one.html).toBe(two.html);
    const ids = elements(one.html).flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([
    [
      'an error of syntax',
      'digraph {\n  a ->\n}',
      '4:1 warning: diagram: Graphviz does not understand this line near }; it is shown as code',
    ],
    ['no content', '', '1:1 warning: diagram: it is empty; it is shown as code'],
    [
      'no graph',
      'hello',
      '2:1 warning: diagram: Graphviz does not understand this line near hello; it is shown as code',
    ],
    [
      'no name',
      'graph { a -- b }',
      '1:1 warning: diagram: it has no name for those who do not see it; add title="How a request is routed" behind the language',
    ],
  ])('with %s is a warning', async (_, source, message) => {
    expect((await render(fence('dot', source))).found).toEqual([message]);
  });

  test('may be in a file, in whose line an error is', async () => {
    const files = {
      'a.dot': 'digraph {\n  label="A file"\n  a -> b\n}\n',
      'b.dot': 'digraph {\n->\n}',
    };
    const { html, found } = await render(fence('dot', '', 'file="a.dot"'), files);
    expect(found).toEqual([]);
    expect(html).toContain('A file');
    expect((await render(fence('dot', '', 'file="b.dot"'), files)).found).toEqual([
      '1:1 warning: diagram: line 2 of b.dot: Graphviz does not understand this line near ->; it is shown as code',
    ]);
  });
});

describe.each([
  ['dot', '@hpcc-js/wasm-graphviz'],
  ['cast', '@xterm/headless'],
])('a %s fence without its package', (language, name) => {
  test('is code, and a warning that names the package', async () => {
    const { html, found, dependencies } = await render(fence(language, 'digraph {}'), {}, null);
    expect(found[0]).toBe(
      `1:1 warning: diagram: a ${language} fence needs the package ${name}; run npm install ${name}; it is shown as code`,
    );
    expect(html).toContain('<div class="code"><pre');
    // So that it is drawn once the package is there.
    expect(dependencies).toContainEqual(['package', name, null]);
  });
});

const event = (data: string, code = 'o') => JSON.stringify([0.5, code, data]);
const HEADER = { version: 2, width: 30, height: 4 };
const cast = (header: object, ...events: string[]) =>
  [JSON.stringify(header), ...events].join('\n');

const SESSION = [
  event('\u001b[32m$\u001b[0m npm install octavo\r\n'),
  event(
    '\u001b[1madded\u001b[0m 12 packages \u001b[7m ok \u001b[0m \u001b[38;5;196mred\u001b[0m \u001b[90mdim\u001b[0m\r\n',
  ),
  event('x', 'i'),
];

describe('a cast fence', () => {
  test.each([
    ['2', { ...HEADER, title: 'Install' }],
    ['3', { version: 3, term: { cols: 30, rows: 4 }, title: 'Install' }],
  ])('of version %s is the last screen, with its transcript', async (_, header) => {
    const { html, found, replaced } = await render(
      fence('cast', cast(header, '# comment', ...SESSION)),
    );
    expect(found).toEqual([]);
    expect(html).not.toMatch(/<style|\sstyle=/);
    const words = elements(html, 'text');
    expect(words.map(text)).toEqual([
      '$',
      'npm',
      'install',
      'octavo',
      'added',
      '12',
      'packages',
      'ok',
      'red',
      'dim',
    ]);
    // A character is 8.4 pixels wide: `packages` and two spaces, one of them inverse.
    const [before, inverse] = words.slice(6).map((word) => Number(attribute(word, 'x')));
    expect(inverse! - before!).toBeCloseTo(10 * 8.4);
    expect(words.map((word) => attribute(word, 'fill'))).toEqual([
      'var(--code-string,#3b6420)',
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      'var(--diagram-ground,#fffffe)',
      'var(--code-deleted,#9d2a1e)',
      'var(--diagram-line,#777778)',
    ]);
    expect(text(elements(html, 'title')[0]!)).toBe('Install');
    const transcript = '$ npm install octavo\nadded 12 packages  ok  red dim';
    expect(html).toContain(
      `<summary>Transcript</summary><pre tabindex="0"><code>${transcript}</code></pre>`,
    );
    expect(Object.values(replaced!)).toEqual([`\`\`\`\n${transcript}\n\`\`\``]);
  });

  test('shows the last screen only, and all in the transcript, with wrapped lines in one', async () => {
    const lines = Array.from({ length: 9 }, (_, index) => `line ${index}\r\n`).join('');
    const { html } = await render(
      fence('cast', cast(HEADER, event(lines), event(`${'x'.repeat(35)}`))),
    );
    expect(elements(html, 'text').map(text)).toEqual([
      'line',
      '7',
      'line',
      '8',
      'x'.repeat(30),
      'xxxxx',
    ]);
    expect(html).toContain(`line 0\nline 1\n`);
    expect(html).toContain(`line 8\n${'x'.repeat(35)}</code>`);
  });

  test('has its size after it was changed', async () => {
    const { html } = await render(
      fence('cast', cast(HEADER, event('10x3', 'r'), event('0123456789ab'))),
    );
    expect(elements(html, 'text').map(text)).toEqual(['0123456789', 'ab']);
  });

  test('may be in a file, whose name it has', async () => {
    const files = { 'demo.cast': cast(HEADER, ...SESSION) };
    const { html, found } = await render(fence('cast', '', 'file="demo.cast"'), files);
    expect(found).toEqual([]);
    expect(text(elements(html, 'title')[0]!)).toBe('demo.cast');
    expect(await drawingPng(html, 'diagram-1')).toBeInstanceOf(Uint8Array);
  });

  test.each([
    [
      'a line that is not JSON',
      cast(HEADER, '[0.1, "o"'),
      '3:1 warning: diagram: this line of the recording is not JSON; it is shown as code',
    ],
    ...[{ width: 4_000_000 }, { height: -1 }, { width: 'a' }].map((size) => [
      `the size ${JSON.stringify(size)}`,
      cast({ version: 2, ...size }, event('a')),
      '2:1 warning: diagram: its terminal must have 1 to 1000 columns and rows; it is shown as code',
    ]),
    [
      'events that are no lists',
      cast(HEADER, '1', 'null'),
      '2:1 warning: diagram: it shows nothing; it is shown as code',
    ],
    [
      'no header',
      'null',
      '2:1 warning: diagram: not a recording of asciinema, version 2 or 3; it is shown as code',
    ],
    [
      'another version',
      cast({ version: 1 }),
      '2:1 warning: diagram: not a recording of asciinema, version 2 or 3; it is shown as code',
    ],
    [
      'nothing to show',
      cast(HEADER, event('\r\n')),
      '2:1 warning: diagram: it shows nothing; it is shown as code',
    ],
  ])('with %s is a warning', async (_, source, message) => {
    expect((await render(fence('cast', source))).found).toEqual([message]);
  });

  test('whose file is missing is an error', async () => {
    const { found } = await render(fence('cast', '', 'file="none.cast"'));
    expect(found[0]).toMatch(/^1:1 (?:code|diagram): none\.cast/);
  });
});
