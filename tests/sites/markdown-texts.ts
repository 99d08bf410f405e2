/** A text with blocks within blocks, valid in Markdown and in MDX alike. */
export const PROSE = `An *opening*[^1][^two] that leads [below](#below), [elsewhere](/about.pdf) and to ![a dot](./dot.png) in a line.

![Dots](./dots.png "Dots, *many*")

![A drawing](./drawing.svg)

![A film](./film.mp4)

![A sound](./sound.wav)

## Below

> [!NOTE]
> A note with \`code\`[^1].

> [!WARNING]- Behind a title
> - One
> - Two

- [x] done
- [ ] to do
  - [ ] below

1. One

   \`\`\`ts title="in/a/list.ts"
   const a = 1;
   \`\`\`

2. Two

Term
: What it is.

| Left | Middle | Right |
| :--- | :----: | ----: |
| a    |  \`b\`   | ~~c~~ |

https://youtu.be/abc

:tada: "Quotes" -- and <kbd>Ctrl</kbd>, <abbr title="Hypertext">HT</abbr>.

### Größe & mehr

To [it](#größe--mehr).

[^1]: One, with $x^2$.
[^two]: Two.

    \`\`\`diff ts
    -const a = 1;
    +const a = 2;
    \`\`\`
`;

/** HTML that no feed can show as it is. */
export const RAW = `<aside class="x" style="color: red" onclick="a()">Beside <font color="red">red</font></aside>

<iframe src="https://example.org/frame"></iframe>

<p><span class="a">Span</span> <button>Press</button></p>

<div class="box"><div><p data-x="y" id="nowhere">Boxed</p></div></div>

<picture><source srcset="https://example.org/a.avif 1x, https://example.org/b.avif 2x"><img src="./dots.png" alt="" loading="lazy"></picture>

<table><tr><th>A</th><td style="text-align: right">1</td></tr></table>

<ol start="3"><li>Three</li></ol>
`;

/** A component of the owner, in src/content/components/. */
export const BADGE = `---
const { name } = Astro.props;
---

<section class="badge" data-name={name}>
  <h3 id="of-a-component">Badge</h3>
  <p><svg viewBox="0 0 1 1"><title>Star</title><path d="M0 0" /></svg> {name}</p>
  <slot />
</section>

<style>
  .badge { color: red; }
</style>
<script>
  console.log('badge');
</script>
`;

/** A text for each feature, valid in Markdown and in MDX alike. */
export const SECTIONS: Record<string, string> = {
  headings:
    '## Title *x* `code`\n\n## Own {#own}\n\n### Title x code\n\n## 日本語 & "quotes"\n\n<h2>Written</h2>\n\n<h3 id="given" class="x">Given</h3>',
  footnotes:
    'A[^1] and[^two] again[^1].\n\n- b[^3]\n\n[^1]: One.\n\n    ```ts\n    const a = 1;\n    ```\n[^two]: Two *words* [link](https://example.org/).\n[^3]: Three.',
  links:
    'To [a part](#own), [a file](./other.md#other), https://example.org/, <b>bold</b>.\n\n## Own {#own}',
  films: 'https://youtu.be/abc\n\n[A talk](https://vimeo.com/1)',
  prose: '"Quotes" -- and --- dashes... at localhost:8080, costs $5 and $6, it\'s. :tada:',
  lists: '- a\n- b\n  1. c\n  2. d\n\n- [x] done\n- [ ] to do\n\nTerm\n\n: What it is.',
  tables: '| Left | Middle | Right |\n| :-- | :-: | --: |\n| a | `b` | ~~c~~ |',
  quotations: '> A quotation.\n>\n> Of two paragraphs.\n\n---',
  callouts:
    '> [!NOTE]\n> A note.\n\n> [!WARNING] A title\n> A warning.\n\n:::tip[Title]\nA tip.\n:::',
  code: '```ts title="a.ts" {2} showLineNumbers\nconst a = 1;\nconst b = 2;\n```\n\n```console\n$ ls\na b\n```\n\n    \n\nInline `code`.',
  math: 'Inline $a^2 + b^2$ and\n\n$$\n\\frac{a}{b}\n$$',
  diagrams: '```mermaid\ngraph TD\n  A[One] --> B[Two]\n```',
  pictures: '![A plane](./a.png "A caption")\n\nText ![A plane](./a.png) within.',
};
