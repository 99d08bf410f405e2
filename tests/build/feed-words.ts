import { toHtml } from 'hast-util-to-html';
import { htmlToHast, type HastNode } from 'satteri';
import { attribute, elements, type Element } from '../html.ts';
import type { BuiltSite } from '../site.ts';

/** True for an element that has a class. */
export const hasClass = (node: Element, name: string): boolean =>
  String(attribute(node, 'className') ?? '')
    .split(',')
    .includes(name);

/** Returns the text of an article on its page as a feed says it, without white space. */
export function saidOnPage(site: BuiltSite, path: string): string {
  return said(proseOf(site, path));
}

/** Returns the text of an article in a feed, without white space; the cover of its page apart. */
export function saidInFeed(content: string, site: BuiltSite, path: string): string {
  const { children } = htmlToHast(content, { fragment: true }) as Element;
  const isCover = children[0]?.type === 'element' && isCoverOf(children[0], site, path);
  return (isCover ? children.slice(1) : children).map((child) => said(child as HastNode)).join('');
}

function proseOf(site: BuiltSite, path: string): Element {
  return elements(site.read(path), 'div').find((node) => hasClass(node, 'prose'))!;
}

function isCoverOf(figure: Element, site: BuiltSite, path: string): boolean {
  const alternatives = (node: Element) =>
    elements(toHtml(node), 'img').map((img) => attribute(img, 'alt'));
  const cover = elements(site.read(path), 'figure').find((node) => hasClass(node, 'column'));
  return cover !== undefined && alternatives(cover)[0] === alternatives(figure)[0];
}

/** Returns what a node says; in a block of code, with the signs of its changed lines. */
function said(node: HastNode, inCode = false): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, '');
  if (node.type === 'element') {
    const inBlock = inCode || hasClass(node, 'code');
    if (isForThePage(node) || (inBlock && node.tagName === 'summary')) return '';
    const sign = signOf(node, inBlock);
    return INSTEAD[node.tagName]?.(node) ?? sign + saidInside(node, inBlock);
  }
  return saidInside(node, false);
}

/** Returns what the style sheet writes before an element of the page. */
function signOf(node: Element, inBlock: boolean): string {
  if (hasClass(node, 'beside-another')) return ',';
  return (inBlock && { ins: '+', del: '-' }[node.tagName]) || '';
}

function saidInside(node: HastNode, inBlock: boolean): string {
  if (!('children' in node)) return '';
  return node.children.map((child) => said(child as HastNode, inBlock)).join('');
}

function isForThePage(node: Element): boolean {
  return attribute(node, 'hidden') !== undefined || ['button', 'script'].includes(node.tagName);
}

/** What stands in a feed for what not every reader shows. */
const INSTEAD: Record<string, (node: Element) => string> = {
  input: ({ properties }) => (properties['checked'] ? '☑' : '☐'),
  math: (node) => attribute(node, 'alttext')!.replace(/\s+/g, ''),
  iframe: (node) => new URL(attribute(node, 'src')!).host,
  svg: drawing,
};

/** Returns the names of a drawing; a diagram is a picture in a feed. */
function drawing(svg: Element): string {
  if (/diagram/.test(String(attribute(svg, 'ariaLabelledBy')))) return '';
  const names = svg.children.filter(
    (child) => child.type === 'element' && ['title', 'desc'].includes(child.tagName),
  );
  return names.map((name) => said(name as HastNode)).join('');
}
