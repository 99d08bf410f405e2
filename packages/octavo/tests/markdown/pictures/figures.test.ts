import { describe, expect, test } from 'vitest';
import { render } from '../../helpers.ts';

const A = 'https://example.org/a.png';
const IMG = `<img src="${A}" loading="lazy" decoding="async" alt="A">`;

describe('a picture alone in its paragraph is a figure', () => {
  test.each([
    ['without caption', `![A](${A})`, `<figure>${IMG}</figure>`],
    [
      'with its title for a caption',
      `![A](${A} "One & *two*")`,
      `<figure>${IMG}<figcaption>One &#x26; *two*</figcaption></figure>`,
    ],
    ['by reference', `![A][a]\n\n[a]: ${A}`, `<figure>${IMG}</figure>`],
    [
      'in a link',
      `[![A](${A} "B")](/c/)`,
      `<figure><a href="/c/">${IMG}</a><figcaption>B</figcaption></figure>`,
    ],
    ['in a quotation', `> ![A](${A})`, `<figure>${IMG}</figure>`],
    [
      'in a figure of the author’s, of which it is a part',
      `<figure>\n\n![A](${A} "B")\n\n</figure>`,
      `${IMG}<figcaption>B</figcaption>`,
    ],
  ])('%s', async (_, markdown, expected) => {
    const html = (await render(markdown)).html
      .replace(/\s*\n\s*/g, '')
      .replaceAll('&amp;', '&#x26;');
    expect(html).toContain(expected);
    expect(html.split('<figure>')).toHaveLength(2);
  });

  test.each([
    ['within a line', `Text ![A](${A} "B")`],
    ['beside another', `![A](${A}) ![A](${A})`],
    ['in a heading', `# ![A](${A})`],
    ['in a tight list', `- ![A](${A})`],
    ['in a table', `| ![A](${A}) |\n| --- |`],
    ['in HTML', `<img src="${A}" alt="A">`],
  ])('but not %s', async (_, markdown) => {
    expect((await render(markdown)).html).not.toContain('<figure>');
  });

  test('whose caption is text of the article, and its alternative text none', async () => {
    const { text } = await render(`![A](${A} "B c")`);
    expect(text.automatic.text).toBe('B c');
  });
});
