import { words } from '../posts.ts';

export const sections = (count: number, text: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => `## Section ${index + 1}\n\n${text(index + 1)}`);

/** A text with a table of contents of eight headings, and a fold before them. */
export const ARTICLE = [
  words(200),
  '<details><summary>Within the text</summary>\n\nA text that is folded.\n\n</details>',
  ...sections(4, (number) => `${words(400)}\n\n### Part of ${number}\n\n${words(400)}`),
].join('\n\n');

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** A text with twenty footnotes, in places where they could cover something. */
export const NOTES = `${words(40)}[^1] and ${words(10)}[^2][^3] and again[^1].

## A section with a note[^heading]

- An item[^item]
- Another[^2]

> A quotation[^quotation].

| A cell[^cell] | ${'wide | '.repeat(14)}
| --- | ${'--- | '.repeat(14)}
| a | ${'configuration | '.repeat(14)}

## A second section

\`\`\`sh
${'curl --silent --show-error --location '.repeat(8)}
\`\`\`

${Array.from({ length: 12 }, (_, index) => `Paragraph[^m${index}].`).join('\n\n')}

## A third section

The last[^last].

[^1]: ${words(60)}
[^2]: Short, with [a link](https://example.org/) and \`code\`.
[^3]: ${LONG}
[^heading]: Of a heading.
[^item]: Of an item.
[^quotation]: Of a quotation.

    - one
    - two

    \`\`\`ts
    export const sum = (one: number, other: number): number => one + other;
    \`\`\`
[^cell]: Of a cell.
[^last]: ${words(150)}
${Array.from({ length: 12 }, (_, index) => `[^m${index}]: ${words(5 + 4 * index)}`).join('\n')}
`;

export const PICTURES = `![A plane for two themes](./twin.png "Two of them")

Within a line ![a small square](./small.png) it stays. ${words(200)}

![A wide plane](./wide.png "One colour")

${words(200)}

![A drawing](./drawing.svg "Drawn")

![A blinking square](./blink.gif)

![](./small.png "decorative")

![A sound](./sound.wav "Silence")

${words(1200)}

![A picture far below](./far.png)
`;
