import type { MarkdownDocument } from '../document.ts';

/**
 * Returns what is wrong with a link to a file or an address that is not published; `undefined`
 * where the text that links there is published no earlier itself.
 */
export function unpublishedReason(path: string, document: MarkdownDocument): string | undefined {
  const [own, target] = [document.release(document.path), document.release(path)];
  if (!target || (own && own.time >= target.time)) return undefined;
  return target.when === undefined
    ? 'is a draft and has no page'
    : `is scheduled for ${target.when} and has no page until then`;
}
