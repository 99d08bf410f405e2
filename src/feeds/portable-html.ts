import { toHtml } from 'hast-util-to-html';
import { htmlToHast, type HastNode } from 'satteri';
import { withoutControls } from './xml.ts';

type Element = Extract<HastNode, { type: 'element' }>;
type Parent = Extract<HastNode, { type: 'root' | 'element' }>;

/** Attributes whose value is one address. */
const ADDRESSES = ['href', 'src', 'poster', 'cite'];
/** What only the page can use. */
const LEFT_OUT = new Set(['script', 'style']);

/**
 * Returns an article's HTML for a reader away from its page: with every address whole
 * (`url` is the page's own), and without what only the page can use.
 */
export function portableHtml(html: string, url: string): string {
  const tree = htmlToHast(html, { fragment: true }) as Parent;
  const whole = (address: string) =>
    URL.canParse(address, url) ? new URL(address, url).href : address;
  const portable = (node: HastNode): HastNode[] => {
    if (node.type === 'comment' || (node.type === 'element' && LEFT_OUT.has(node.tagName)))
      return [];
    if (node.type !== 'element' && node.type !== 'root') return [node];
    const children = node.children.flatMap((child) => portable(child as HastNode));
    const properties = node.type === 'element' ? wholeAddresses(node, whole) : undefined;
    return [{ ...node, ...(properties && { properties }), children } as HastNode];
  };
  return withoutControls(toHtml(portable(tree)[0] as Parent)).trim();
}

function wholeAddresses({ properties }: Element, whole: (address: string) => string) {
  const { srcSet, ...kept } = properties;
  delete kept['tabIndex'];
  const single = ADDRESSES.flatMap((name): [string, string][] => {
    const value = kept[name];
    return typeof value === 'string' ? [[name, whole(value)]] : [];
  });
  const set = typeof srcSet === 'string' && { srcSet: wholeCandidates(srcSet, whole) };
  return { ...kept, ...Object.fromEntries(single), ...set };
}

function wholeCandidates(srcSet: string, whole: (address: string) => string): string {
  const candidates = srcSet.match(/[^\s,]\S*[^\s,](?:\s+[^\s,]+)?|[^\s,]/g) ?? [];
  return candidates
    .map((candidate) => candidate.replace(/^\S+/, (address) => whole(address)))
    .join(', ');
}
