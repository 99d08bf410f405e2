import { descendantsOf, nodesIn } from 'octavo/internal/markdown/syntax';
import { KRAMDOWN_FEATURES } from './passes.ts';

/** Returns the plain text of the first heading of level 1 of a text, if it has one. */
export function firstHeading(body: string): string | undefined {
  const heading = nodesIn(body, 'md', KRAMDOWN_FEATURES).find(
    (node) => node.type === 'heading' && node.depth === 1,
  );
  if (!heading) return undefined;
  const words = descendantsOf(heading).map((node) =>
    node.type === 'text' || node.type === 'inlineCode' ? node.value : '',
  );
  return words.join('').trim() || undefined;
}
