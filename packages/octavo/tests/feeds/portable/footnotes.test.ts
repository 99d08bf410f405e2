import { describe, expect, test } from 'vitest';
import { fromMarkdown, PAGE } from './portable.ts';

const TEXT = 'A[^1] b[^two][^3], again[^1].\n\n[^1]: One.\n[^two]: Two *words*.\n[^3]: Three.';

const addresses = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!);
const ids = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);

describe('footnotes', () => {
  test('lead to their notes and back, by the address of the article', async () => {
    expect(await fromMarkdown('A[^1].\n\n[^1]: B.')).toBe(
      [
        `<p>A<sup><a href="${PAGE}#fn-1" id="fnref-1">1</a></sup>.</p>`,
        '<h2>Footnotes</h2>',
        '<ol>',
        '<li id="fn-1">',
        `<p>B. <a href="${PAGE}#fnref-1" aria-label="Back to reference 1">↩\uFE0E</a></p>`,
        '</li>',
        '</ol>',
      ].join('\n'),
    );
  });

  test('lead nowhere in vain', async () => {
    const html = await fromMarkdown(TEXT);
    expect(addresses(html)).toHaveLength(8);
    expect(new Set(addresses(html))).toEqual(new Set(ids(html).map((id) => `${PAGE}#${id}`)));
    expect(new Set(ids(html)).size).toBe(ids(html).length);
  });

  test('have the ids that they have on the page, which begin as readers know them', async () => {
    expect(ids(await fromMarkdown(TEXT))).toEqual(
      expect.arrayContaining(['fn-1', 'fn-two', 'fn-3', 'fnref-1', 'fnref-1-2']),
    );
  });

  test('stand there once', async () => {
    const html = await fromMarkdown(TEXT);
    expect(html.match(/Two <em>words/g)).toHaveLength(1);
  });

  test('are separated by a comma where they are adjacent', async () => {
    expect(await fromMarkdown(TEXT)).toMatch(/>2<\/a><\/sup><sup>, <a [^>]*>3</);
  });

  test('that are blocks are whole', async () => {
    const html = await fromMarkdown(
      'A[^1].\n\n[^1]:\n    B.\n\n    ```ts\n    const c = 1;\n    ```',
    );
    expect(html).toContain('<pre><code class="language-ts">const c = 1;\n</code></pre>');
  });
});
