import type { MdastNode } from 'satteri';

type Container = Extract<MdastNode, { type: 'containerDirective' }>;

/**
 * True where a container ends at colons of its own. One that is never closed ends with what it is
 * in, with the document or at the colons of the last container in it.
 */
export function isClosed({ position, children }: Readonly<Container>, source: string): boolean {
  if (!position) return true;
  const last = children.at(-1);
  if (last?.type === 'containerDirective' && last.position?.end.offset === position.end.offset)
    return false;
  const written = source.slice(position.start.offset, position.end.offset);
  const [opening = ''] = /^:+/.exec(written) ?? [];
  const [, closing = ''] = /\n[ \t>]*(:{3,})\s*$/.exec(written) ?? [];
  return closing.length >= opening.length;
}
