import Slugger from 'github-slugger';
import { defineHastPlugin, defineMdastPlugin, markdownToHtml, type MdastNode } from 'satteri';
import type { Heading } from 'octavo/internal/words/excerpt';
import { markdownDocument } from 'octavo/internal/markdown/document';
import { edited, type Edit } from 'octavo/internal/html/edits';
import { emoji } from 'octavo/internal/markdown/text/emoji';
import { headings, MAY_HAVE_IDS } from 'octavo/internal/markdown/headings/headings';
import { PAGE_IDS } from 'octavo/internal/markdown/headings/anchors';
import { protectProse } from 'octavo/internal/markdown/text/escape-prose';
import { markdownFeatures } from 'octavo/internal/markdown/syntax';
import type { Conversion } from './conversion.ts';
import { lastLine } from './headings.ts';
import { MAY_BE_FORMULA } from './misread.ts';
import type { ReadHeading } from './reading.ts';
import { typedOffsets } from './typed-offsets.ts';

/** Numbers of headings change with the ids of others, and are right after a round or two. */
const MOST_ROUNDS = 4;

/**
 * Writes `{#id}` behind each heading whose id would not be the one that it has with Hugo, so that
 * links from elsewhere hold.
 */
export function writeIds(
  text: string,
  read: readonly ReadHeading[],
  conversion: Conversion,
): string {
  let written = text;
  const ids = read.map(({ id }) => id);
  if (!ids.some((id) => id !== undefined) || areAlikeAnyway(text, read)) return text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const edits = differences(written, ids, conversion);
    if (edits.length === 0) break;
    written = edited(written, edits);
  }
  return written;
}

/** What is the same with and without Markdown, and has an id that needs no reading of the text. */
const PLAIN_WORDS = /^(?!.*--)[\p{L}\p{N} ,.?!()'-]+$/u;

/** True where it takes no reading of Markdown to see that all ids are the same with Octavo. */
function areAlikeAnyway(text: string, read: readonly ReadHeading[]): boolean {
  if (MAY_HAVE_IDS.test(text) || !read.every(({ words }) => PLAIN_WORDS.test(words))) return false;
  const slugger = new Slugger();
  for (const id of PAGE_IDS) slugger.occurrences[id] = 0;
  return read.every(({ id, words }) => slugger.slug(words.trim()) === id);
}

/** A heading in the Markdown, by its number, and the id that Octavo gives it. */
interface Given {
  node: Readonly<Extract<MdastNode, { type: 'heading' }>>;
  id: string | undefined;
}

function differences(
  text: string,
  ids: readonly (string | undefined)[],
  conversion: Conversion,
): Edit[] {
  const { body, given, original } = readIds(text);
  // A heading that a shortcode made is none of Hugo's Markdown.
  if (given.length !== ids.length) return [];
  const elsewhere = new Set(idsOfHtml(text));
  return given.flatMap(({ node, id }, number): Edit[] => {
    const wanted = ids[number];
    const line = lastLine(body, node);
    // What a formula is in an id is known when it is drawn.
    const isSure = wanted === id && !MAY_BE_FORMULA.test(line.text);
    const isWritten = wanted === id && line.text.includes(`{#${wanted}`);
    if (wanted === undefined || isSure || isWritten || elsewhere.has(wanted)) return [];
    if (PAGE_IDS.includes(wanted)) {
      const message = `heading: a link to #${wanted} leads to the top of the text, since every page has this id`;
      conversion.reportOnce(0, 'info', message);
      return [];
    }
    const [words, own = ''] = partsOf(line.text);
    const classes = [...own.matchAll(/\.[^\s.#]+/g)].map(([name]) => name);
    const start = line.start + words.length;
    const end = line.start + line.text.length;
    const between = /\s/.test(body.charAt(start - 1)) ? '' : ' ';
    const mark = `${between}{${[`#${wanted}`, ...classes].join(' ')}}`;
    return [{ start: original(start), end: original(end), text: mark }];
  });
}

/** Parts the text of a heading from its attributes or the hashes that close it. */
function partsOf(text: string): [words: string, attributes: string | undefined] {
  const [, words, attributes] = /^(.*?)[ \t]*(?<!\\)\{([^{}]*)\}[ \t]*$/s.exec(text) ?? [];
  if (words !== undefined) return [words, attributes];
  return [text.replace(/(?:^|[ \t]+)#*[ \t]*$/, ''), undefined];
}

function idsOfHtml(text: string): string[] {
  return [...text.matchAll(/<[a-z][^<>]*\sid\s*=\s*["']?([^"'\s>]+)/gi)].map(([, id = '']) => id);
}

/** Formulas in headings are looked for apart, and those elsewhere do not matter. */
const FEATURES = { ...markdownFeatures({ language: 'en' }), math: false };

/** Reads a text as Octavo does, and the id that it gives to each heading of the Markdown. */
function readIds(text: string) {
  const { body, original } = protectProse(text, 'md', FEATURES);
  const found: Given['node'][] = [];
  const order: (number | undefined)[] = [];
  const numbering = defineMdastPlugin({
    name: 'octavo:number-headings',
    options: { position: true },
    heading(node, ctx) {
      const { hProperties } = (node.data ?? {}) as { hProperties?: object };
      const numbered = { ...hProperties, dataNumber: `${found.length}` };
      ctx.setProperty(node, 'data', { ...node.data, hProperties: numbered } as typeof node.data);
      found.push(node);
    },
  });
  const reader = defineHastPlugin({
    name: 'octavo:read-numbers',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit({ properties }) {
        if (properties['id'] === 'footnote-label' && properties['className']) return;
        const number = properties['dataNumber'];
        order.push(number === undefined ? undefined : Number(number));
      },
    },
  });
  const astro = {
    frontmatter: {},
    headings: [] as Heading[],
    localImagePaths: new Set<string>(),
    remoteImagePaths: new Set<string>(),
  };
  void markdownToHtml(body, {
    features: {
      ...FEATURES,
      rawHtml: MAY_HAVE_IDS.test(body) || /<h[1-6]\b/i.test(body),
    },
    mdastPlugins: [emoji.mdast, headings.mdast, numbering],
    hastPlugins: [reader, headings.hast],
    data: { astro, octavo: markdownDocument('') },
  });
  const given = found.map((node): Given => ({ node, id: undefined }));
  for (const [index, number] of order.entries()) {
    const heading = number === undefined ? undefined : given[number];
    if (heading) heading.id = astro.headings[index]?.slug;
  }
  return { body, given, original: typedOffsets(text, body, original) };
}
