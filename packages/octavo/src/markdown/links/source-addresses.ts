import type { MdastNode } from 'satteri';
import { readHtml, type OpeningTag } from '../../html/read-html.ts';
import { candidatesIn } from '../../html/srcset.ts';

/** A URL in a source, with its offset. */
export interface SourceAddress {
  address: string;
  /** An offset in the text, of its first character. */
  start: number;
  /** The names of its element and attribute, of a URL in HTML. */
  element?: string;
  attribute?: string;
}

/** Returns the URLs in a node of Markdown or MDX, as written: those of links, pictures, HTML, files of fences. */
export function addressesOf(node: Readonly<MdastNode>, text: string): SourceAddress[] {
  const offset = node.position?.start.offset ?? 0;
  const source = text.slice(offset, node.position?.end.offset);
  return addressesIn(source, node).map((found) => ({ ...found, start: offset + found.start }));
}

const BEFORE_ADDRESS = /\][(:]\s*<?/g;
const OF_FENCE = /\sfile="(?<address>[^"]+)"/dg;
const OF_ATTRIBUTE = /=\s*(["']?)(?<address>[^"'{].*)\1$/dgs;

function addressesIn(source: string, node: Readonly<MdastNode>): SourceAddress[] {
  switch (node.type) {
    case 'link':
    case 'image':
    case 'definition':
      // A link's own address is behind those of the pictures in it.
      return [...source.matchAll(BEFORE_ADDRESS)]
        .map(({ index, 0: { length } }) => ({ address: node.url, start: index + length }))
        .filter(({ address, start }) => source.startsWith(address, start))
        .slice(-1);
    case 'code':
      // Below its first line a fence holds text.
      return matches(source.split('\n')[0]!, OF_FENCE);
    case 'html':
      return addressesInTags(source, readHtml(source).tags);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      // The children of an element of MDX are nodes of their own.
      return addressesInTags(source, readHtml(source).tags.slice(0, 1));
    default:
      return [];
  }
}

/** Returns the URLs in attributes; in MDX, one in braces is code. */
export function addressesInTags(source: string, tags: readonly OpeningTag[]): SourceAddress[] {
  return tags
    .flatMap((tag) => tag.attributes.map((attribute) => ({ ...attribute, element: tag.name })))
    .filter(({ name }) => ['src', 'srcset', 'href', 'poster'].includes(name))
    .flatMap(({ element, name, start, end }) =>
      matches(source.slice(start, end), OF_ATTRIBUTE, start)
        .flatMap((found) => (name === 'srcset' ? ofCandidates(found) : found))
        .map((found) => ({ ...found, element, attribute: name })),
    );
}

function ofCandidates({ address: srcset, start }: SourceAddress): SourceAddress[] {
  return candidatesIn(srcset).map(([address, , at]) => ({ address, start: start + at }));
}

function matches(text: string, pattern: RegExp, offset = 0): SourceAddress[] {
  return [...text.matchAll(pattern)].map(({ groups, indices }) => ({
    address: groups!['address']!,
    start: offset + indices!.groups!['address']![0],
  }));
}
