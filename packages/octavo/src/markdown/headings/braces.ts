import type { MdastNode } from 'satteri';
import type { Edit } from '../../html/edits.ts';
import { insertion, placeOf } from '../text/prose-block.ts';

/** Returns the edit that keeps the braces of `## GET /users/{id}`, which Sätteri takes for attributes. */
export function bracesToEscape(node: MdastNode, document: string): Edit[] {
  if (node.type !== 'heading' || !node.data || !('hProperties' in node.data)) return [];
  const [start, end] = placeOf(node);
  const match = BRACES.exec(document.slice(start, end));
  if (!match) return [];
  const [, written = ''] = match;
  const closing = start + match.index + 1 + written.length;
  return ATTRIBUTES.test(written) ? [] : [insertion(closing, '\\')];
}

/** Braces at the end of the text; a heading may be underlined. */
const BRACES = /\{([^{}]*)\}\s*(?:\n[ \t>]*(?:=+|-+)\s*)?$/;

/** `#id`, `.class` and `key=value`. */
const ATTRIBUTES = /^\s*(?:(?:(?:[#.][^\s#.{}=]+)+|[\w:-]+=(?:"[^"]*"|[^\s"]*))(?:\s+|$))+$/;
