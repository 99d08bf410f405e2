import { describe, expect, test } from 'vitest';
import { DIAGRAMS, mermaid } from '../../../../../tests/diagrams.ts';
import { attribute, elements, text } from '../../../../../tests/html.ts';
import { found, render } from '../../helpers.ts';

const NAMED = 'accTitle: A name';
const flowchart = (...lines: string[]) => mermaid(['flowchart TD', NAMED, ...lines].join('\n'));
const texts = (html: string) => elements(html, 'text').map(text);

describe.each(Object.entries(DIAGRAMS))('a %s', (_, source) => {
  test('is a picture without style, font or request of its own', async () => {
    const { html, diagnostics } = await render(mermaid(source));
    expect(diagnostics).toEqual([]);
    expect(html).toMatch(
      /^<figure id="diagram-1-figure" class="diagram"><div class="diagram-box"[^>]*><svg /,
    );
    expect(html).not.toMatch(/<style|\sstyle=|@import|font-family|https?:|octavo-|data-|var\(--_/);
  });

  test('has a name', async () => {
    const { html } = await render(mermaid(source));
    const [svg] = elements(html, 'svg');
    const names = attribute(svg!, 'ariaLabelledBy')!.split(',');
    expect(attribute(svg!, 'role')).toBe('img');
    expect(names[0]).toBe(attribute(elements(html, 'title')[0]!, 'id'));
    expect(names[1]).toBe(elements(html, 'desc').map((desc) => attribute(desc, 'id'))[0]);
    expect(text(elements(html, 'title')[0]!)).toBe(/accTitle: (.*)/.exec(source)?.[1]);
    expect(texts(html).join()).not.toContain('acc');
  });

  test('has the size that it will have', async () => {
    const [svg] = elements((await render(mermaid(source))).html, 'svg');
    const [, , width = 0, height = 0] = attribute(svg!, 'viewBox')!.split(' ').map(Number);
    const size = (name: string) => parseFloat(attribute(svg!, name)!);
    expect(size('width') / size('height')).toBeCloseTo(width / height, 1);
    expect(width).toBeGreaterThan(50);
  });

  test('twice in a page has no id twice, and none that leads nowhere', async () => {
    const { html } = await render(mermaid(source) + '\n' + mermaid(source));
    const ids = elements(html).flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
  });

  test('is the same each time', async () => {
    expect((await render(mermaid(source))).html).toBe((await render(mermaid(source))).html);
  });
});

describe('the name of a diagram', () => {
  test.each([
    ['its accTitle', mermaid('graph TD\naccTitle: One\nA-->B', 'title="Two"'), 'One'],
    [
      'its title in the front matter',
      mermaid('---\ntitle: "One: two"\n---\ngraph TD\nA-->B'),
      'One: two',
    ],
    ['its caption', mermaid('graph TD\nA-->B', 'title="Two"'), 'Two'],
  ])('is %s', async (_, markdown, name) => {
    const { html, diagnostics } = await render(markdown);
    expect(diagnostics).toEqual([]);
    expect(text(elements(html, 'title')[0]!)).toBe(name);
  });

  test.each([
    ['en', 'Diagram'],
    ['de', 'Diagramm'],
    ['ja', '図'],
    ['ar', 'مخطط'],
  ])('is a general one where there is none, and that is a warning: %s', async (language, name) => {
    const { html, diagnostics } = await render(mermaid('graph TD\nA-->B'), { language });
    expect(text(elements(html, 'title')[0]!)).toBe(name);
    expect(found(diagnostics)).toEqual([
      expect.stringMatching(/^1:1 warning: diagram: .*accTitle:/),
    ]);
  });

  test('has a description of several lines', async () => {
    const { html } = await render(flowchart('accDescr {', 'One', 'two.', '}', 'A-->B'));
    expect(text(elements(html, 'desc')[0]!)).toBe('One two.');
  });
});

test('a diagram can be linked to, and takes no id from a heading', async () => {
  const source = `## Diagram 1\n\n[A](#diagram-1-figure)\n\n${mermaid(DIAGRAMS['chart']!)}`;
  const { html, diagnostics } = await render(source);
  expect(diagnostics).toEqual([]);
  expect(attribute(elements(html, 'h2')[0]!, 'id')).toBe('diagram-1');
  expect(attribute(elements(html, 'figure')[0]!, 'id')).toBe('diagram-1-figure');
});

test('a title in the info string is the caption', async () => {
  const { html } = await render(mermaid('graph TD\nA-->B', 'title="A <b> caption"'));
  expect(elements(html, 'figcaption').map(text)).toEqual(['A <b> caption']);
  expect((await render(flowchart('A-->B'))).html).not.toContain('figcaption');
});

describe('an arrow of a flowchart', () => {
  test.each([
    'A-->B',
    'A --> B',
    'A---B',
    'A-.->B',
    'A==>B',
    'A--->B',
    'A<-->B',
    'A-- yes -->B',
    'A--yes-->B',
    'A -. yes .-> B',
    'A == yes ==> B',
    'A-->|yes|B',
    'A[A]-->B{B};',
  ])('is one with or without spaces: %s', async (line) => {
    const { html, diagnostics } = await render(flowchart(line));
    expect(diagnostics).toEqual([]);
    expect(texts(html).toSorted()).toEqual(line.includes('yes') ? ['A', 'B', 'yes'] : ['A', 'B']);
    expect(elements(html, 'polyline')).toHaveLength(1);
  });
});

test('a participant may be named like a word of the syntax', async () => {
  const lines = ['sequenceDiagram', NAMED, 'A->>parser: x', 'parser->>A: y', 'Note over parser: z'];
  const { html, diagnostics } = await render(mermaid(lines.join('\n')));
  expect(diagnostics).toEqual([]);
  expect(texts(html)).toEqual(['x', 'y', 'z', 'A', 'parser']);
});

test('text can be read on what the author fills a node with', async () => {
  const fills = [
    'classDef light fill:#ffc',
    'classDef dark fill:#123456',
    'A:::light --> B:::dark --> C',
  ];
  const { html } = await render(flowchart(...fills));
  expect(elements(html, 'text').map((label) => attribute(label, 'fill'))).toEqual([
    '#000',
    '#fff',
    expect.stringContaining('var(--diagram-ink'),
  ]);
});

test('a wide diagram can be reached by keyboard, since it may scroll', async () => {
  const wide = 'A[One of them] --> B[Two of them] --> C[Three of them] --> D[Four] --> E[Five]';
  expect((await render(mermaid(`graph LR\n${NAMED}\n${wide}`))).html).toContain('tabindex="0"');
  expect((await render(flowchart('A-->B'))).html).not.toContain('tabindex');
});

describe('a mistake in a diagram is told at its line', () => {
  const KNOWN =
    'flowchart, sequenceDiagram, stateDiagram-v2, classDiagram, erDiagram, xychart-beta';
  test.each([
    [
      'pie\n"a": 1',
      `2:1 diagram: pie is no type of diagram that is known here; there are ${KNOWN}`,
    ],
    [
      'sequencediagramm\nA->>B: x',
      `2:1 diagram: sequencediagramm is no type of diagram that is known here; there are ${KNOWN}; did you mean sequenceDiagram?`,
    ],
    ['', '2:1 diagram: the diagram is empty'],
    ['%% nothing', '2:1 diagram: the diagram is empty'],
    ['graph\nA-->B', '2:1 diagram: a graph needs a direction: graph TD, or TB, LR, BT, RL'],
    [
      'graph TD\nA-->B\nA --x B',
      '4:1 diagram: this line of a flowchart is not understood: A --x B',
    ],
    [
      'graph TD\n%% x\n\nA[a --> B',
      '5:1 diagram: this line of a flowchart is not understood: A[a --> B',
    ],
    [
      'graph TD\nclick A "x"',
      '3:1 diagram: this line of a flowchart is not understood: click A "x"',
    ],
    ['graph TD\nsubgraph x\nA-->B', '3:1 diagram: this is not closed: subgraph x'],
    ['graph TD\nend', '3:1 diagram: this line of a flowchart is not understood: end'],
    [
      'sequenceDiagram\nA->>B: x\nactivate B',
      '4:1 diagram: this line of a sequence diagram is not understood: activate B',
    ],
    ['sequenceDiagram\nloop x\nA->>B: y', '3:1 diagram: this is not closed: loop x'],
    [
      'stateDiagram-v2\nstate x <<choice>>',
      '3:1 diagram: this line of a state diagram is not understood: state x <<choice>>',
    ],
    ['classDiagram\nA<|--B', '3:1 diagram: this line of a class diagram is not understood: A<|--B'],
    [
      'erDiagram\nA {\n  int\n}',
      '4:1 diagram: this line of an entity relationship diagram is not understood: int',
    ],
    ['xychart-beta\nbar [1, b]', '3:1 diagram: this line of a chart is not understood: bar [1, b]'],
  ])('%j', async (source, mistake) => {
    const { diagnostics } = await render(mermaid(source));
    expect(found(diagnostics)).toEqual([mistake]);
    expect(found((await render(mermaid(source), { format: 'mdx' })).diagnostics)).toEqual([
      mistake,
    ]);
  });

  test('also in a list, and its source stays in the text', async () => {
    const { html, diagnostics } = await render('A\n\n- ```mermaid\n  pie\n  ```');
    expect(found(diagnostics)).toEqual([expect.stringMatching(/^4:3 diagram: pie is no type/)]);
    expect(elements(html, 'pre').map(text)).toEqual(['pie']);
  });
});

test('a diagram is no part of a summary', async () => {
  const { text: article } = await render(`One.\n\n${mermaid(DIAGRAMS['flowchart']!)}\nTwo.`);
  expect(article.automatic.text).toBe('One. Two.');
});

test('a chart has its ground in few elements', async () => {
  const { html } = await render(mermaid(DIAGRAMS['chart']!));
  expect(html.length).toBeLessThan(6000);
});
