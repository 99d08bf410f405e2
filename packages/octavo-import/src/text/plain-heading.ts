import type { MdastNode } from 'satteri';
import { placeOf } from './goldmark.ts';
import type { TextContext } from './text-source.ts';

/**
 * Returns the text of which Hugo makes the id of a heading of a text since 0.144
 * (`render.TextPlain`): of a link or an emphasis it is the first piece alone; tags, footnotes and
 * bare URLs are nothing.
 */
export function plainHeading(
  text: string,
  node: Readonly<MdastNode>,
  { typographer }: Pick<TextContext['markup'], 'typographer'>,
): string {
  // The typographer makes dashes of hyphens, which no id has.
  const typed = (words: string) => (typographer ? words.replace(/---?/g, '—') : words);
  const isBareUrl = (child: Readonly<MdastNode>) =>
    child.type === 'link' && !text.startsWith('[', placeOf(child)[0]);
  return childrenOf(node).map(plain).join('');

  function plain(child: Readonly<MdastNode>): string {
    switch (child.type) {
      case 'text':
        return typed(child.value);
      case 'inlineCode':
        return child.value;
      case 'image':
        return firstPiece(child.alt ?? '', typographer);
      case 'html':
      case 'footnoteReference':
        return '';
    }
    const [first] = isBareUrl(child) ? [] : childrenOf(child);
    if (!first) return '';
    return first.type === 'text' ? firstPiece(first.value, typographer) : plain(first);
  }
}

function childrenOf(node: Readonly<MdastNode>): readonly Readonly<MdastNode>[] {
  return 'children' in node ? (node.children as readonly MdastNode[]) : [];
}

/** Goldmark cuts a text behind a mark of emphasis that is none, and at what the typographer changes. */
function firstPiece(text: string, typographer: boolean): string {
  const piece = /^[^_*~]*[_*~]*/.exec(text)?.[0] ?? '';
  if (!typographer) return piece;
  const [plain = ''] = piece.split(/["']|--|\.\.\.|<<|>>/);
  return plain === '' && piece !== '' ? '—' : plain;
}
