import type { HastNode } from 'satteri';
import { inOneLine } from '../words/cjk.ts';
import type { SearchSection, SearchText } from '../words/search-text.ts';
import { countSearchWords, packCounts } from '../words/search-counts.ts';
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

/** Returns the words and sections of a rendered article for the search; `language` is that of the article. */
export function searchTextOf(
  tree: HastNode,
  language: string,
  values?: Record<string, string>,
): SearchText {
  const sections = sectionsOf(tree, language, values);
  const words = packCounts(countSearchWords(sections.flatMap((section) => section.flat())));
  return { words, sections: JSON.stringify(sections) };
}

/**
 * Returns the sections of an article, with the descriptions of pictures and diagrams. The first
 * section has no heading, nor have footnotes.
 */
export function sectionsOf(
  tree: HastNode,
  language: string,
  values: Record<string, string> = {},
): SearchSection[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sections: SearchSection[] = [['', '', [], []]];
  const addProse = (lines: readonly string[]) => sections.at(-1)![2].push(...withoutBlank(lines));
  let paragraph = '';
  const endParagraph = () => {
    const sentences = [...segmenter.segment(inOneLine(paragraph))];
    addProse(sentences.map(({ segment }) => segment));
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
    if (isElement(node, 'pre')) sections.at(-1)![3].push(...withoutBlank(textOf(node).split('\n')));
    else if (isElement(node, 'svg'))
      addProse(find(node, 'title', 'desc').map((one) => textOf(one)));
    else if (isHeading(node))
      sections.push([attribute(node, 'id')!, inOneLine(textOf(node)), [], []]);
    else {
      if (valueOf(node, 'dataFootnotes') !== undefined) sections.push(['', '', [], []]);
      childrenOf(node).forEach(visit);
      endParagraph();
    }
  };
  visit(tree);
  endParagraph();
  return sections.filter((section) => section.flat().some((text) => text !== ''));
}

function isHeading(node: HastNode): node is Element {
  return isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') && attribute(node, 'id') !== undefined;
}

function withoutBlank(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
