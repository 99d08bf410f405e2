import type { ElementContent, Root } from 'hast';
import { htmlToMarkdown, readTree } from '../html/html-to-markdown.ts';
import {
  element,
  findAll,
  hasClass,
  isElement,
  text,
  textOf as words,
  type Child,
} from '../html/hast.ts';
import { map, type Values } from '../old/values.ts';
import { textOf } from './read-export.ts';

/** Returns the text of a post as Markdown, with URLs from the root of the site. */
export function contentOf(post: Values): string {
  const markdown = markdownOf(post);
  if (markdown !== undefined) return rooted(markdown);
  const tree = readTree(rooted(textOf(post, 'html')));
  return htmlToMarkdown({ ...tree, children: cards(tree) as Root['children'] });
}

/** Removes the placeholder for the URL of the site. */
export function rooted(written: string): string {
  return written.replaceAll('__GHOST_URL__', '');
}

/** Returns the Markdown of a post before Ghost 1, or of a post of Ghost 1 that is one Markdown card. */
function markdownOf(post: Values): string | undefined {
  const written = textOf(post, 'markdown');
  if (written !== '') return written;
  const { cards: all, sections } = parsed(textOf(post, 'mobiledoc'));
  const [card] = Array.isArray(all) ? (all as unknown[][]) : [];
  const isWhole = Array.isArray(all) && all.length === 1 && Array.isArray(sections);
  const isMarkdown = ['markdown', 'card-markdown'].includes(String(card?.[0]));
  if (!card || !isWhole || !isMarkdown || !hasOneSection(sections)) return undefined;
  return textOf(map(card[1]), 'markdown') || undefined;
}

/** Ghost puts an empty paragraph behind the last card. */
function hasOneSection(sections: readonly unknown[]): boolean {
  return (
    sections.filter((section) => Array.isArray(section) && section[0] === 10).length === 1 &&
    sections.length <= 2
  );
}

function parsed(json: string): Values {
  try {
    return map(JSON.parse(json || '{}'));
  } catch {
    return {};
  }
}

/** Returns the cards of Ghost's editor as plain HTML. */
function cards(parent: Root | { children: Child[] }): Child[] {
  return (parent.children as Child[]).flatMap((child): Child[] => {
    if (!isElement(child))
      return child.type === 'comment' && !/^\s*more/.test(child.value) ? [] : [child];
    const card = Object.keys(CARDS).find((name) => hasClass(child, name));
    if (card !== undefined) return CARDS[card]!(child);
    return [{ ...child, children: cards(child) as ElementContent[] }];
  });
}

type Card = (node: { children: Child[] }) => Child[];

const CARDS: Record<string, Card> = {
  'kg-bookmark-card': bookmark,
  'kg-callout-card': callout,
  'kg-toggle-card': toggle,
  'kg-audio-card': player,
  'kg-video-card': player,
  'kg-file-card': bookmark,
  'kg-gallery-container': (node) =>
    findAll(node, (one) => isElement(one, 'img')).map((img) =>
      element('figure', {}, img as ElementContent),
    ),
};

/** A bookmark is a link with its title. */
function bookmark(node: { children: Child[] }): Child[] {
  const [link] = findAll(node, (one) => isElement(one, 'a'));
  const [title] = findAll(
    node,
    (one) => hasClass(one, 'kg-bookmark-title') || hasClass(one, 'kg-file-card-title'),
  );
  if (!isElement(link)) return [];
  const { href } = link.properties;
  return [
    element('p', {}, element('a', { href }, text(words(title ?? link).trim() || String(href)))),
  ];
}

function callout(node: { children: Child[] }): Child[] {
  const [inside] = findAll(node, (one) => hasClass(one, 'kg-callout-text'));
  if (!isElement(inside)) return [];
  const shown = cards(inside) as ElementContent[];
  return [element('blockquote', {}, element('p', {}, ...shown))];
}

function toggle(node: { children: Child[] }): Child[] {
  const [heading] = findAll(node, (one) => hasClass(one, 'kg-toggle-heading-text'));
  const [inside] = findAll(node, (one) => hasClass(one, 'kg-toggle-content'));
  const children = isElement(inside) ? inside.children : [];
  return [
    element(
      'details',
      {},
      element('summary', {}, text(heading ? words(heading).trim() : '')),
      ...children,
    ),
  ];
}

function player(node: { children: Child[] }): Child[] {
  const [media] = findAll(node, (one) => isElement(one, 'video', 'audio'));
  const [title] = findAll(
    node,
    (one) => hasClass(one, 'kg-audio-title') || isElement(one, 'figcaption'),
  );
  if (!isElement(media)) return [];
  const { src } = media.properties;
  const alt = title ? words(title).trim() : '';
  const name = /([^/]*)\.\w+$/.exec(String(src))?.[1] ?? 'Media';
  return [element('p', {}, element('img', { src, alt: alt || name }))];
}
