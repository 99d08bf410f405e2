import { beforeAll, describe, expect, test } from 'vitest';
import { DIAGRAMS, mermaid } from '../../../../../tests/diagrams.ts';
import { attribute, elements, text } from '../../../../../tests/html.ts';
import { found, render } from '../../helpers.ts';

const NAMED = 'accTitle: A name';
const flowchart = (...lines: string[]) => mermaid(['flowchart TD', NAMED, ...lines].join('\n'));
const texts = (html: string) => elements(html, 'text').map(text);

describe.each(Object.entries(DIAGRAMS))('a %s', (_, source) => {
  /** Drawn once for the tests, since Mermaid takes long. */
  let drawn: Awaited<ReturnType<typeof render>>;
  beforeAll(async () => {
    drawn = await render(mermaid(source));
    // As long as a test may take.
  }, 30_000);

  test('is a picture without style, font or request of its own', () => {
    const { html, diagnostics } = drawn;
    expect(diagnostics).toEqual([]);
    expect(html).toMatch(
      /^<figure id="diagram-1-figure" class="diagram"><div class="diagram-box"[^>]*><svg /,
    );
    expect(html).not.toMatch(/<style|\sstyle=|@import|font-family|https?:|octavo-|data-|var\(--_/);
  });

  test('has a name', () => {
    const { html } = drawn;
    const [svg] = elements(html, 'svg');
    const names = attribute(svg!, 'ariaLabelledBy')!.split(',');
    expect(attribute(svg!, 'role')).toBe('img');
    expect(names[0]).toBe(attribute(elements(html, 'title')[0]!, 'id'));
    expect(names[1]).toBe(elements(html, 'desc').map((desc) => attribute(desc, 'id'))[0]);
    expect(text(elements(html, 'title')[0]!)).toBe(/accTitle: (.*)/.exec(source)?.[1]);
    expect(texts(html).join()).not.toContain('acc');
  });

  test('has the size that it will have', () => {
    const [svg] = elements(drawn.html, 'svg');
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
    expect((await render(mermaid(source))).html).toBe(drawn.html);
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

describe('what Mermaid draws is drawn', () => {
  test.each([
    ['arrows', 'flowchart LR\nA-->B\nA--oC\nA --x D\nA<-.yes.->E\nE~~~F', 'A B C D E F yes'],
    ['a group', 'flowchart LR\nA-->B\nsubgraph S\nB-->C\nend', 'A B C S'],
    [
      'shapes',
      'flowchart LR\nA@{ shape: cyl }\nB[(Base)]\nC{{Hex}}\nD([Round])',
      'A Base Hex Round',
    ],
    ['entities', 'flowchart LR\nA["x #quot;y#quot; #35;"]', 'x "y" #'],
    [
      'tags and signs of text',
      'flowchart LR\nA["a<br/>b <b>c</b>"] --> B["if x < 3 & y >= z"]',
      'ab c if x < 3 & y >= z',
    ],
    [
      'notes, activations and numbers',
      'sequenceDiagram\nautonumber\nA->>parser: x\nactivate parser\nNote over A: n\nparser-xA: y',
      '1 2 A A n parser parser x y',
    ],
    [
      'choices and notes of states',
      'stateDiagram-v2\nstate c <<choice>>\nS --> c\nnote right of S\n  text\nend note',
      'S text',
    ],
    [
      'generic types',
      'classDiagram\nclass A {\n  #List~int~ z\n}\nA o-- B : of',
      '#List<int> z A B of',
    ],
    ['a pie', 'pie title P\n"a" : 3\n"b" : 1', '25% 75% P a b'],
    ['a Gantt chart', 'gantt\ntitle G\nsection S\nA task: 2024-01-01, 1d', 'A task G S'],
    ['a timeline', 'timeline\ntitle T\n2002 : One : Two', '2002 One T Two'],
    ['a Git graph', 'gitGraph\ncommit id: "one"\nbranch b\ncommit id: "two"', 'b main one two'],
    ['a journey', 'journey\ntitle J\nsection S\nTea: 5: Me', 'J Me S Tea'],
    ['a quadrant chart', 'quadrantChart\nx-axis Low --> High\nA: [0.3, 0.6]', 'A High Low'],
  ])('%s', async (_, source, expected) => {
    const { html, diagnostics } = await render(mermaid(source, 'title="A name"'));
    expect(diagnostics).toEqual([]);
    const words = texts(html).filter((label) => !/^\d{4}-|^0/.test(label));
    expect(words.toSorted().join(' ')).toBe(expected);
  });
});

test('a circle has no width and height, which are not valid there', async () => {
  const { html } = await render(mermaid('stateDiagram-v2\n[*] --> S'));
  expect(html).toContain('<circle ');
  expect(html).not.toMatch(/<circle [^>]*(?:width|height)=/);
});

test('the line of today is not drawn, which would be another tomorrow', async () => {
  const source = 'gantt\ntitle G\nA: 2000-01-01, 2090-01-01';
  const { html } = await render(mermaid(source));
  expect(elements(html, 'path').map((path) => attribute(path, 'strokeWidth'))).not.toContain('2');
});

test('text can be read on what the author fills a node with', async () => {
  const fills = [
    'classDef light fill:#ffc',
    'classDef dark fill:#123456',
    'A:::light --> B:::dark --> C',
  ];
  const { html } = await render(flowchart(...fills));
  const inks = elements(html, 'text').map((label) => attribute(label, 'fill'));
  expect(inks).toEqual(['#000', '#fff', undefined]);
  expect(attribute(elements(html, 'svg')[0]!, 'fill')).toContain('var(--diagram-ink');
});

test('a wide diagram can be reached by keyboard, since it may scroll', async () => {
  const wide = 'A[One of them] --> B[Two of them] --> C[Three of them] --> D[Four] --> E[Five]';
  expect((await render(mermaid(`graph LR\n${NAMED}\n${wide}`))).html).toContain('tabindex="0"');
  expect((await render(flowchart('A-->B'))).html).not.toContain('tabindex');
});

describe('a diagram that cannot be drawn is code, with a warning at its line', () => {
  const line = (text: string) => `Mermaid does not understand this line: ${text}`;
  test.each([
    ['mindmap\n  a', '2:1', 'mindmap is not a type of diagram that can be drawn'],
    [
      '%% x\nsequencediagramm\nA->>B: x',
      '3:1',
      'sequencediagramm is not a type of diagram that can be drawn',
    ],
    ['%% nothing\n', '2:1', 'it is empty'],
    ['graph TD\n%% x\n\nA-->B\nA[a --> B', '6:1', line('A[a --> B')],
    ['---\ntitle: T\n---\ngraph TD\nA[a --> B', '6:1', line('A[a --> B')],
    [
      'graph TD\nA@{ img: "https://example.com/a.png" }',
      '2:1',
      'Mermaid needs a browser for something in it, such as a picture',
    ],
    ['graph TD\nsubgraph x\nA-->B', '4:1', line('A-->B')],
    ['sequenceDiagram\nA->>B: x\nB y', '4:1', line('B y')],
    ['erDiagram\nA {\n  int\n}', '4:1', line('int')],
  ])('%j', async (source, place, reason) => {
    const expected = [`${place} warning: diagram: ${reason}; it is shown as code`];
    const { html, diagnostics } = await render(mermaid(source));
    expect(found(diagnostics)).toEqual(expected);
    expect(elements(html, 'pre').map(text)).toEqual([source.replace(/\s+/g, ' ').trim()]);
    const inMdx = await render(mermaid(source), { format: 'mdx' });
    expect(found(inMdx.diagnostics)).toEqual(expected);
  });

  test('which can be linked to all the same', async () => {
    const { diagnostics } = await render(`[A](#diagram-1-figure)\n\n${mermaid('mindmap')}`);
    expect(found(diagnostics)).toEqual([expect.stringContaining('mindmap')]);
  });

  test('also in a list', async () => {
    const { diagnostics } = await render('A\n\n- ```mermaid\n  nothing\n  ```');
    expect(found(diagnostics)).toEqual([expect.stringMatching(/^4:3 warning: diagram: nothing/)]);
  });

  test('at its fence if it has no line', async () => {
    const { diagnostics } = await render('A\n\n- ```mermaid');
    expect(found(diagnostics)).toEqual([
      expect.stringMatching(/^3:3 warning: diagram: it is empty/),
    ]);
  });
});

test('what is drawn can neither load nor run anything', async () => {
  const lines = [
    'click A href "javascript:alert(1)"',
    'click B call alert(1)',
    'A["<img src=https://example.com/a.png onerror=alert(1)>"] --> B["<script>alert(1)</script>"]',
  ];
  const init =
    '%%{init: {"htmlLabels": true, "themeCSS": "* { fill: url(https://example.com) }"}}%%\n';
  const { html } = await render(mermaid(`${init}flowchart TD\n${NAMED}\n${lines.join('\n')}`));
  expect(elements(html, 'svg')).toHaveLength(1);
  expect(elements(html).map(({ tagName }) => tagName)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(?:a|img|image|script|foreignObject|style)$/)]),
  );
  const values = elements(html).flatMap(({ properties }) => Object.values(properties).map(String));
  expect(values.filter((value) => /https?:|javascript|alert/.test(value))).toEqual([]);
});

test('a diagram is no part of a summary', async () => {
  const { text: article } = await render(`One.\n\n${mermaid(DIAGRAMS['flowchart']!)}\nTwo.`);
  expect(article.automatic.text).toBe('One. Two.');
});

test('a chart has its ground in few elements', async () => {
  const { html } = await render(mermaid(DIAGRAMS['chart']!));
  expect(html.length).toBeLessThan(6000);
});
