import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { marked } from 'marked';
import { htmlToHast, type HastNode } from 'satteri';
import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../src/content/front-matter.ts';
import { childrenOf, hasClass, isElement, isInline, valueOf } from '../../src/markdown/tree.ts';
import { isFootnoteReference } from '../../src/markdown/text/footnotes.ts';
import { edited, type Edit } from '../../src/html/edits.ts';
import { nodesIn } from '../../src/markdown/syntax.ts';
import { render } from '../helpers.ts';

/** What people type. */
const SNIPPETS = [
  'It costs $5 and uses `$HOME` here, or $10–$20, **$5**/**$6**, 7 US$.',
  'Set `$A` to $5 or `$B`; see $HOME/$USER, $a:$b, "$x" and ($y), ${A}/${B}, $(a)/$(b).',
  '## GET /users/{id}\n\n## DELETE /users/{id}/keys/{key}\n\n## ${VAR}\n\n## Set {1, 2, 3}',
  '## Struct {a: int}\n\n## f(x) { return x }\n\n## {{ .Title }}\n\nUnderlined {x}\n---',
  'localhost:8080 at 10:30, std::vector, a:b:c, key:value, urn:isbn:123, :not-an-emoji:',
  'map[string][]byte, a[i][j], f(x)[0], [x] and [ ], [a][], \\[b], array[0]:',
  'C:\\dir\\file, \\\\server\\share, a\\_b, \\*not\\*, 1\\. one',
  'x^2^ + y~1~, ~10 minutes, H~2~O, ==marked==, [[wiki]], {.class}, %%comment%%',
  '{{ go }} {% jinja %} <% erb %> #hashtag @user +plus -minus 1.5 =x',
  '5 < 6 > 4, a<b, c>d, x <- y, -> <=> &amp; &copy; AT&T &nosuch;',
  "\"quoted\" 'single' it's -- dash --- dash... (c) (tm) 1/2",
  '请看https://example.com/a。后文，见www.example.com/b）等。',
  '日本語の文章。\n次の行。\n\n한국어 문장\n다음 줄',
  'שלום \u200Fעולם, سلام \u200Eabc, e\u0301 \u0928\u093F, 👨‍👩‍👧‍👦 🏳️‍🌈 1️⃣',
  '| a | b |\n|---|---|\n| $1 | `x \\| y` |\n| {id} | :80 |',
  '- [ ] a $5\n- [x] b {c}\n\n1) one\n2) two\n\n* * *\n\n+ plus',
  '> a $5\n> and $6\n\n> - nested: `$x`',
  '```sh\necho $HOME/$USER :smile: {x} "q" -- ...\n```\n\n    indented $x and $y',
  'A line\\\nbreak  \nand `code` *em*phasis __strong__ ~~del~~ snake_case_name 2*3*4',
  '<kbd>Ctrl</kbd>+<kbd>C</kbd> <b title="$x">$5</b> <!-- no --> <sub>2</sub>',
  '[a $5](https://example.com/$b) and [c $6](https://example.com/$d "e $7")',
  '\\(see below\\) \\[WIP\\] 1986\\. A great year!!! Really???',
  'Email a@example.com, https://example.com/?a=$b&c=$d#e, <https://example.com/f>.',
  'a ::: or ::: and :: but : no. ::a ::b',
];

/** What the site shows otherwise: the words that are lost, those that are added, and the reason. */
type Difference = [lost: string, added: string, reason: string];

const DIFFERENCES: Record<string, Difference> = {
  '**注意：**正文。**テスト（括弧）。**この文は*「強調」*です。**스크립트(script)**를': [
    '* * * * * * * * * * * *',
    '',
    'emphasis beside CJK punctuation is what its author meant',
  ],
  'See [^1].\n\n[^1]: A note.': ['[ ^ ] [ ^ 1 ] :', '↩ \uFE0E', 'a footnote'],
  '> [!NOTE]\n> Text': ['[ ! NOTE ]', 'Note', 'a callout is named after its kind'],
  '> [!TIP]+ Title\n> Text': ['[ ! TIP ] +', '', 'a callout has a title'],
  ':::note Title words {collapsed}\nText\n:::': [
    ': : : note { collapsed } : : :',
    '',
    'a directive is a callout',
  ],
  '::: tip\nText\n:::': [': : : tip : : :', 'Tip', 'a directive is a callout'],
  '$$\ny\n$$': ['$ $', '', 'a formula'],
  '## A {#own .b}': ['{ # own . b }', '', 'the attributes of a heading'],
  ':tada: it works': [': tada :', '🎉', 'a short code is an emoji'],
  'Folio\n: A sheet.': [':', '', 'a term and what it means'],
  '[a](https://www.youtube.com/watch?v=jNQXAC9IVRw)': [
    '',
    '( YouTube )',
    'a link to a video says where it leads',
  ],
};

const FILES: Record<string, Difference> = {
  'src/content/posts/a-tour-of-markdown.md': [
    'sparkles headings # ! NOTE ! TIP ! IMPORTANT ! WARNING ! CAUTION tip ^ ^ $ $ [ ] [ ] [ ] + : : sheet [ ] [ ] : sheet [ ] [ ] : : : : - : [ ] : : : { } : : include { file = " . / parts / leaves . md " } .',
    '✨ Note Tip 1 ( YouTube ) ↩ \uFE0E',
    'each of the above; another file in the place of an include',
  ],
  'src/content/posts/analyzing-go-binary-sizes.md': ['! NOTE [ ]', '', 'a callout has a title'],
  'src/content/posts/building-a-lot-of-docker-images.md': [
    '^ ^ go go [ [ ] ] :',
    '1 ↩ \uFE0E',
    'a footnote',
  ],
  'src/content/posts/gomaxprocs-and-gomemlimit-in-kubernetes.md': [
    '[ ! WARNING ]',
    '',
    'a callout has a title',
  ],
  'src/content/posts/istio-ambient-is-not-a-node-proxy.md': [
    '[ ! NOTE ]',
    '',
    'a callout has a title',
  ],
  'src/content/posts/service-mesh-proxy-classes.md': ['[ ! NOTE ]', '', 'a callout has a title'],
  'src/content/posts/truly-extensible-proxies.md': ['NOTE ! [ ]', '', 'a callout has a title'],
  'src/content/posts/user-space-isnt-slow.md': [
    '[ ^ ] [ ^ ] [ ! NOTE ] : how how',
    '1 ↩ \uFE0E',
    'a footnote, a callout with a title',
  ],
  'src/content/posts/waypoint-proxies-the-hard-way.md': [
    'NOTE ! ^ ! WARNING ^ 2023 2023 [ ] [ ] [ ] [ ] :',
    '1 ↩ \uFE0E',
    'a footnote, callouts with titles',
  ],
};

/** Returns the words that a plain parser shows and the site does not, and the other way round. */
async function differences(markdown: string): Promise<{ lost: string; added: string }> {
  // Colors take time; the words of a diagram are in a picture.
  const infoStrings = nodesIn(markdown, 'md').flatMap((node): Edit[] => {
    if (node.type !== 'code' || !node.lang) return [];
    const start = markdown.indexOf(node.lang, node.position!.start.offset);
    return [{ start, end: markdown.indexOf('\n', start), text: '' }];
  });
  const body = edited(markdown, infoStrings);
  const ours = wordsOf((await render(body)).html);
  const plain = wordsOf(marked.parse(body, { async: false }));
  return { lost: without(plain, ours), added: without(ours, plain) };
}

function wordsOf(html: string): string[] {
  const plain = textOf(htmlToHast(html, { fragment: true }))
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll('—', '---')
    .replaceAll('–', '--')
    .replaceAll('…', '...');
  return plain.match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
}

function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value;
  if (isElement(node, 'math')) return `$${String(valueOf(node, 'alttext'))}$`;
  // Buttons and titles of code are beside the text; a sidenote is a copy.
  if (isElement(node, 'button', 'figcaption', 'script', 'style')) return '';
  if (hasClass(node, 'sidenote') || hasClass(node, 'sr-only')) return '';
  const inside = childrenOf(node).map(textOf).join('');
  return isInline(node) && !isFootnoteReference(node) ? inside : ` ${inside} `;
}

/** Returns the words that are not among the others, each as often as it is missing there. */
function without(words: readonly string[], others: readonly string[]): string {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  const missing = words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
  return missing.join(' ');
}

/** The examples of CommonMark and GitHub are compared with their HTML in commonmark.test.ts. */
describe('the words of a page are those of a plain parser', () => {
  test.each(SNIPPETS)('in %j', async (markdown) => {
    expect(await differences(markdown)).toEqual({ lost: '', added: '' });
  });

  test.each(Object.keys(DIFFERENCES))('but for what is listed, in %j', async (markdown) => {
    const [lost, added] = DIFFERENCES[markdown]!;
    expect(await differences(markdown)).toEqual({ lost, added });
  });

  test('in the example blog and the manual, but for what is listed', async () => {
    const found: Record<string, [string, string]> = {};
    for (const path of globSync('{src/content,docs}/**/*.md').map((file) =>
      file.replaceAll(sep, '/'),
    )) {
      const { lost, added } = await differences(bodyOf(readFileSync(path, 'utf8')));
      if (lost !== '' || added !== '') found[path] = [lost, added];
    }
    expect(found).toEqual(
      Object.fromEntries(
        Object.entries(FILES).map(([path, [lost, added]]) => [path, [lost, added]]),
      ),
    );
  });
});
