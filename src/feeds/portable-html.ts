import { toHtml } from 'hast-util-to-html';
import { htmlToHast, type HastNode } from 'satteri';
import { eachCandidate } from '../blog/srcset.ts';
import { withoutControls } from './xml.ts';

type Element = Extract<HastNode, { type: 'element' }>;
type Parent = Extract<HastNode, { type: 'root' | 'element' }>;

/** Attributes whose value is one address. */
const ADDRESSES = ['href', 'src', 'poster', 'cite'];
/** What only the page can use. */
const LEFT_OUT = new Set(['script', 'style', 'button']);
/** Footnotes beside the text, which stand at its end too. */
const SIDENOTE = 'sidenote';

/**
 * Returns an article's HTML for a reader away from its page: with every address whole
 * (`url` is the page's own), and without what only the page can use.
 */
export function portableHtml(html: string, url: string): string {
  const tree = htmlToHast(html, { fragment: true }) as Parent;
  const whole = (address: string) =>
    URL.canParse(address, url) ? new URL(address, url).href : address;
  const portable = (node: HastNode): HastNode[] => {
    if (node.type === 'comment' || (node.type === 'element' && isLeftOut(node))) return [];
    if (node.type !== 'element' && node.type !== 'root') return [node];
    const children = withoutOwnLink(node).flatMap((child) => portable(child as HastNode));
    const properties = node.type === 'element' ? wholeAddresses(node, whole) : undefined;
    return [{ ...node, ...(properties && { properties }), children } as HastNode];
  };
  return withoutControls(toHtml(portable(tree)[0] as Parent)).trim();
}

function isLeftOut({ tagName, properties }: Element): boolean {
  return LEFT_OUT.has(tagName) || [properties['className']].flat().includes(SIDENOTE);
}

/** Returns what a node holds; of a heading that is a link to itself, what the link holds. */
function withoutOwnLink(node: Parent): Parent['children'] {
  const [link] = node.children;
  if (node.type === 'root' || !/^h[2-6]$/.test(node.tagName) || node.children.length !== 1)
    return node.children;
  const isOwn =
    link?.type === 'element' && link.properties['href'] === `#${String(node.properties['id'])}`;
  return isOwn ? link.children : node.children;
}

function wholeAddresses({ properties }: Element, whole: (address: string) => string) {
  const { srcSet, ...kept } = properties;
  delete kept['tabIndex'];
  const single = ADDRESSES.flatMap((name): [string, string][] => {
    const value = kept[name];
    return typeof value === 'string' ? [[name, whole(value)]] : [];
  });
  const set = typeof srcSet === 'string' && { srcSet: eachCandidate(srcSet, whole) };
  return { ...kept, ...Object.fromEntries(single), ...set };
}
