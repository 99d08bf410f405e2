import type { HastNode } from 'satteri';
import { inOneLine } from '../words/cjk.ts';
import type { SearchSection, SearchText, SearchWords } from '../words/search-text.ts';
import { countSearchWords } from '../words/search-counts.ts';
import { isRead, textIn } from './read-article.ts';
import {
  attribute,
  childrenOf,
  find,
  isElement,
  isInline,
  textOf,
  valueOf,
  type Element,
} from './tree.ts';

/** Bytes of the lines of a chunk, some 2.5 KB with gzip: a result of a search fetches one chunk. */
const CHUNK = 5000;
/** Parts of a line of at most 1,000 characters, cut at spaces where there are any. */
const LINE_PARTS = /.{1,1000}(?!\S)|.{1,1000}/gsu;

/** A line in ASCII without what may end a sentence in it; in Greek, that is a semicolon too. */
const ONE_SENTENCE = /^(?:(?![!.;?])[ -~])*.?$/;

/** Returns the words and sections of a rendered article for the search; `language` is that of the article. */
export function searchTextOf(
  tree: HastNode,
  language: string,
  values?: Record<string, string>,
): SearchText {
  const chunks = chunksOf(tree, language, values);
  const words = chunks.map((sections, index): SearchWords => {
    const [continued] = chunks[index - 1]?.at(-1) ?? [];
    const begun = sections.filter(([anchor]) => anchor !== continued);
    return [
      countSearchWords(sections.flatMap(([, , prose, code]) => [...prose, ...code])),
      countSearchWords(begun.map(([, heading]) => heading)),
    ];
  });
  const jsonLines = (values: readonly unknown[]) =>
    values.map((value) => JSON.stringify(value)).join('\n');
  return { words: jsonLines(words), sections: jsonLines(chunks) };
}

/**
 * Returns the sections of an article in chunks of limited length, with the descriptions of pictures
 * and diagrams. The first section has no heading, nor have footnotes.
 */
export function chunksOf(
  tree: HastNode,
  language: string,
  values: Record<string, string> = {},
): SearchSection[][] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const chunks: SearchSection[][] = [];
  let bytes = CHUNK;
  const startSection = (anchor: string, heading: string) => {
    if (bytes >= CHUNK) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)!.push([anchor, heading, [], []]);
  };
  const addLines = (lines: readonly string[], isCode = false) => {
    for (const line of lines.flatMap((line) => line.trim().match(LINE_PARTS) ?? [])) {
      const [anchor, heading] = chunks.at(-1)!.at(-1)!;
      if (bytes >= CHUNK) startSection(anchor, heading);
      chunks.at(-1)!.at(-1)![isCode ? 3 : 2].push(line);
      bytes += Buffer.byteLength(line);
    }
  };
  let paragraph = '';
  const endParagraph = () => {
    const line = inOneLine(paragraph);
    // To cut a text into sentences costs as much as to read it.
    const sentences = ONE_SENTENCE.test(line) ? [{ segment: line }] : segmenter.segment(line);
    addLines(Array.from(sentences, ({ segment }) => segment));
    paragraph = '';
  };
  const visit = (node: HastNode): void => {
    const text = textIn(node, values);
    if (text !== undefined) paragraph += text;
    else if (isElement(node, 'img')) paragraph += ` ${attribute(node, 'alt') ?? ''} `;
    else if (isElement(node, 'math') || !isRead(node, { code: false })) return;
    else if (isInline(node)) childrenOf(node).forEach(visit);
    else visitBlock(node);
  };
  const visitBlock = (node: HastNode): void => {
    endParagraph();
    if (isElement(node, 'pre')) addLines(textOf(node).split('\n'), true);
    else if (isElement(node, 'svg'))
      addLines(find(node, 'title', 'desc').map((one) => textOf(one)));
    else if (isHeading(node)) startSection(attribute(node, 'id')!, inOneLine(textOf(node)));
    else {
      if (valueOf(node, 'dataFootnotes') !== undefined) startSection('', '');
      childrenOf(node).forEach(visit);
      endParagraph();
    }
  };
  startSection('', '');
  visit(tree);
  endParagraph();
  return chunks.map((sections) =>
    sections.filter((section) => section.flat().some((text) => text !== '')),
  );
}

function isHeading(node: HastNode): node is Element {
  return isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') && attribute(node, 'id') !== undefined;
}
