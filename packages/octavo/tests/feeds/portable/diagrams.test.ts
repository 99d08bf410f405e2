import { describe, expect, test } from 'vitest';
import { DIAGRAMS, mermaid } from '../../../../../tests/diagrams.ts';
import { fromHtml, fromMarkdown, PAGE } from './portable.ts';

/** Returns a diagram as a feed has it, whatever its size. */
const feedOf = async (...args: Parameters<typeof mermaid>) =>
  (await fromMarkdown(mermaid(...args))).replace(/ (?:width|height)="\d+"/g, '');

const picture = (alt: string) =>
  `<a href="${PAGE}#diagram-1-figure"><img src="${PAGE}diagram-1.png" alt="${alt}"></a>`;

describe('in the place of a diagram', () => {
  test('there is a picture that says what the diagram says, and leads to it', async () => {
    expect(await feedOf(DIAGRAMS['flowchart']!)).toBe(
      `<figure>${picture('How a request is routed: From the client through the gateway to one of two services.')}</figure>`,
    );
  });

  test('there is its caption', async () => {
    expect(await feedOf(DIAGRAMS['chart']!, 'title="Of *2024*"')).toBe(
      `<figure>${picture('Sales by month')}<figcaption>Of *2024*</figcaption></figure>`,
    );
  });

  test('there is its size on the page', async () => {
    const html = await fromMarkdown(mermaid('flowchart LR\n  A --> B'));
    const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(html)!.map(Number);
    expect(width).toBeGreaterThan(height!);
    expect(height).toBeGreaterThan(50);
  });

  test('there is a place of its own for each', async () => {
    const html = await fromMarkdown(
      Object.values(DIAGRAMS)
        .map((one) => mermaid(one))
        .join('\n'),
    );
    expect(html.match(/(?<=\/)diagram-\d(?=\.png)/g)).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `diagram-${n}`),
    );
    expect(html).not.toContain('<svg');
  });

  test('an id stays that the text leads to', async () => {
    const html = await fromMarkdown(
      `See [it](#diagram-1-figure).\n\n${mermaid(DIAGRAMS['chart']!)}`,
    );
    expect(html).toContain('<figure id="diagram-1-figure">');
  });
});

describe('in the place of another drawing', () => {
  test.each([
    [
      'its title leads to the nearest place',
      '<h2 id="a">b</h2><svg><title>c</title></svg>',
      `<h2>b</h2><p><a href="${PAGE}#a">c</a></p>`,
    ],
    ['its label does', '<p><svg aria-label="c"></svg></p>', `<p><a href="${PAGE}">c</a></p>`],
    [
      'a link has its title',
      '<a href="/x"><svg><title>c</title></svg></a>',
      '<a href="https://example.com/x">c</a>',
    ],
    [
      'a link has its own name',
      '<a href="/x" aria-label="c"><svg></svg></a>',
      '<a href="https://example.com/x" aria-label="c">c</a>',
    ],
    [
      'is nothing where it is decoration',
      '<p>a<svg aria-hidden="true"><title>b</title></svg></p>',
      '<p>a</p>',
    ],
    ['is nothing where it has no name', '<p>a<svg><path d="M0 0"/></svg></p>', '<p>a</p>'],
  ])('%s', (_, html, expected) => {
    expect(fromHtml(html)).toBe(expected);
  });
});
