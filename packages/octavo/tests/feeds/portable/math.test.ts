import { describe, expect, test } from 'vitest';
import { fromHtml, fromMarkdown, PAGE } from './portable.ts';

describe('a formula', () => {
  test.each([
    ['within a line', 'Let $x^2 < y$ be.', '<p>Let <code>x^2 &lt; y</code> be.</p>'],
    ['in a block', '$$\nx^2\n$$', `<pre><a href="${PAGE}"><code>x^2</code></a></pre>`],
    ['in a fence', '```math\nx^2\n```', `<pre><a href="${PAGE}"><code>x^2</code></a></pre>`],
    [
      'of several lines',
      '$$\n\\begin{align}\na &= b \\\\\n&= c\n\\end{align}\n$$',
      `<pre><a href="${PAGE}"><code>\\begin{align}\na &amp;= b \\\\\n&amp;= c\n\\end{align}</code></a></pre>`,
    ],
    [
      'displayed within a line',
      'Let $$x^2$$ be.',
      `<p>Let <a href="${PAGE}"><code>x^2</code></a> be.</p>`,
    ],
  ])('is its TeX: %s', async (_, markdown, expected) => {
    expect(await fromMarkdown(markdown)).toBe(expected);
  });

  test('leads to the section that it stands in', async () => {
    const html = await fromMarkdown('## Größe\n\n$$\na\n$$\n\n## Second\n\n$$\nb\n$$');
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      `${PAGE}#gr%C3%B6%C3%9Fe`,
      `${PAGE}#second`,
    ]);
  });

  test.each([
    [
      'with its TeX as an annotation',
      '<math><semantics><mi>x</mi><annotation encoding="application/x-tex"> \\xi </annotation></semantics></math>',
      '<code>\\xi</code>',
    ],
    ['with no TeX', '<math><mi>x</mi><mo>+</mo><mn>1</mn></math>', '<code>x+1</code>'],
    [
      'displayed',
      '<math display="block"><mi>x</mi></math>',
      `<a href="${PAGE}"><code>x</code></a>`,
    ],
  ])('in HTML, %s', (_, html, expected) => {
    expect(fromHtml(html)).toBe(expected);
  });
});
