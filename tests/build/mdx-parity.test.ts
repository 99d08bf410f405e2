import { beforeAll, expect, test } from 'vitest';
import { toHtml } from 'hast-util-to-html';
import type { HastNode } from 'satteri';
import { attribute, elements } from '../html.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
import { deadLinks, validationFindings } from './sound.ts';

/** Everything that is valid in Markdown and in MDX alike. */
const SECTIONS: Record<string, string> = {
  headings:
    '## Title *x* `code`\n\n## Own {#own}\n\n### Title x code\n\n## 日本語 & "quotes"\n\n<h2>Written</h2>\n\n<h3 id="given" class="x">Given</h3>',
  footnotes:
    'A[^1] and[^two] again[^1].\n\n- b[^3]\n\n[^1]: One.\n\n    ```ts\n    const a = 1;\n    ```\n[^two]: Two *words* [link](https://example.com/).\n[^3]: Three.',
  links:
    'To [a part](#own), [a file](./other.md#other), https://example.com/, <b>bold</b>.\n\n## Own {#own}',
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

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const files = Object.entries(SECTIONS).flatMap(([name, text]) => [
  [`posts/md/${name}-md.md`, post({ title: name }, text)],
  [`posts/mdx/${name}-mdx.mdx`, post({ title: name }, text)],
]);

let site: TestSite;

beforeAll(async () => {
  const beside = ['md', 'mdx'].flatMap((folder): [string, string | Uint8Array][] => [
    [`posts/${folder}/a.png`, PICTURE],
    [`posts/${folder}/other.md`, post({ title: 'Other', slug: `other-${folder}` }, '## Other')],
  ]);
  site = await new TestSite('mdx-parity', {
    files: Object.fromEntries([...files, ...beside]) as Record<string, string>,
  }).mustBuild();
});

/** Returns the text of an article, white space between elements and the names of the two apart. */
function article(path: string): string {
  const prose = elements(site.read(path), 'div').find((element) =>
    String(attribute(element, 'className')).split(',').includes('prose'),
  );
  return toHtml(prose as Parameters<typeof toHtml>[0] & HastNode)
    .replace(/>\s+/g, '>')
    .replace(/\s+</g, '<')
    .replaceAll(/other-mdx?/g, 'other');
}

test.each(Object.keys(SECTIONS))('%s are the same in Markdown and in MDX', (name) => {
  const markdown = article(`/posts/${name}-md/`);
  expect(markdown.length).toBeGreaterThan(100);
  expect(article(`/posts/${name}-mdx/`)).toBe(markdown);
});

test('both are valid, and lead nowhere in vain', async () => {
  expect(await validationFindings(site)).toEqual([]);
  expect(deadLinks(site)).toEqual([]);
});
