import { paths } from '../../addresses/urls.ts';
import { diagramId, drawingSize } from '../../markdown/diagrams/feed-drawing.ts';
import {
  attribute,
  element,
  find,
  hasClass,
  isElement,
  text,
  textOf,
  type Element,
  type Node,
} from '../../markdown/tree.ts';
import { link, type Rule } from './rule.ts';

/** A picture at the head of an article, in a widely supported format. */
export interface FeedCover {
  url: string;
  /** In pixels, as its file is. */
  width: number;
  height: number;
  alt: string;
  caption?: string | undefined;
}

/** Returns a cover as a figure. */
export function cover({ url, width, height, alt, caption }: FeedCover): Element {
  const below = caption ? [element('figcaption', {}, [caption])] : [];
  return element('figure', {}, [element('img', { src: url, width, height, alt }), ...below]);
}

/** Pictures: one widely supported file, or its alternative text. */
const pictures: Rule = (node) => {
  if (node.tagName === 'picture') return find(node, 'img').flatMap((img) => picture(img));
  return node.tagName === 'img' ? picture(node) : undefined;
};

function picture(img: Element): Node[] {
  const src = attribute(img, 'src') ?? /[^\s,]\S*/.exec(attribute(img, 'srcSet') ?? '')?.[0];
  const alt = attribute(img, 'alt') ?? '';
  if (src === undefined) return alt === '' ? [] : [text(alt)];
  return [element('img', { ...img.properties, src, alt })];
}

/** Videos and sounds: with controls, and a link for who cannot play them. */
const players: Rule = (node, { inside }) => {
  if (!isElement(node, 'video', 'audio')) return undefined;
  const { src = sourceOf(node), ...properties } = node.properties;
  const children = inside(node).filter((child) => !isElement(child, 'a') || textOf(child) !== '');
  const file = typeof src === 'string' ? src : undefined;
  if (file !== undefined && find(element('div', {}, children), 'a').length === 0)
    children.push(element('a', { href: file }, [attribute(node, 'ariaLabel') ?? nameOf(file)]));
  return [
    element(node.tagName, { ...properties, src: node.properties['src'], controls: true }, children),
  ];
};

function sourceOf(player: Element): string | undefined {
  return find(player, 'source').map((source) => attribute(source, 'src'))[0];
}

function nameOf(address: string): string {
  return address.replace(/[?#].*$/, '').replace(/^.*\/(?=.)/, '');
}

/** Frames and forms, which readers take out: links to what was in them. */
const frames: Rule = (node, { here, inside, strings }, parent) => {
  if (node.tagName === 'form')
    return [element('div', {}, inside(node)), link(here(), strings.seeInArticle, parent)];
  if (!isElement(node, 'iframe', 'object', 'embed')) return undefined;
  const instead = node.tagName === 'object' ? inside(node) : [];
  if (instead.some((child) => textOf(child).trim() !== '')) return instead;
  const name = attribute(node, 'title') ?? attribute(node, 'ariaLabel');
  const address = attribute(node, 'src') ?? attribute(node, 'data');
  return address === undefined || address.startsWith('about:')
    ? [link(here(), name ?? strings.seeInArticle, parent)]
    : [link(address, name ?? hostOf(address) ?? nameOf(address), parent)];
};

/** Islands: what the server rendered of them; where that is nothing, a link to them. */
const islands: Rule = (node, { here, inside, strings }, parent) => {
  if (node.tagName !== 'astro-island') return undefined;
  const children = inside(node);
  const whole = element('div', {}, children);
  const isEmpty = textOf(whole).trim() === '' && find(whole, 'img', 'video', 'audio').length === 0;
  return isEmpty ? [link(here(), strings.seeInArticle, parent)] : children;
};

function hostOf(address: string): string | undefined {
  return URL.parse(address.startsWith('//') ? `https:${address}` : address)?.host;
}

/** The areas of an image map: links. */
const areas: Rule = (node) => {
  if (node.tagName !== 'area') return undefined;
  const [href, alt] = [attribute(node, 'href'), attribute(node, 'alt')];
  return href && alt ? [element('a', { href }, [alt]), text(' ')] : [];
};

/** Diagrams: pictures, since many readers take SVG out without a word; they lead to the article. */
const diagrams: Rule = (node, { here, url }, parent) => {
  if (node.tagName === 'svg') return drawing(node, here(), parent);
  const id = diagramId(node);
  const [svg] = id === undefined ? [] : find(node, 'svg');
  if (id === undefined || !svg) return undefined;
  const { name, description } = namesOf(svg);
  const alt = [name, description].filter(Boolean).join(': ');
  const picture = element('img', { src: paths.diagram(url, id), alt, ...drawingSize(svg) });
  return [
    element('figure', { id: node.properties['id'] }, [
      element('a', { href: here() }, [picture]),
      ...find(node, 'figcaption'),
    ]),
    // The transcript of a recording.
    ...find(node, 'pre'),
  ];
};

/** A drawing that an author or a component wrote: its name leads to it; a nameless one is decoration. */
function drawing(svg: Element, place: string, parent: Parameters<Rule>[2]) {
  const { name } = namesOf(svg);
  if (name === undefined || svg.properties['ariaHidden'] === 'true') return [];
  const isInLink = parent.type === 'element' && parent.tagName === 'a';
  return [isInLink ? text(name) : link(place, name, parent)];
}

function namesOf(svg: Element): { name: string | undefined; description: string | undefined } {
  const child = (tagName: string) => {
    const found = find(svg, tagName)[0];
    return (found && textOf(found).trim()) || undefined;
  };
  return { name: child('title') ?? attribute(svg, 'ariaLabel'), description: child('desc') };
}

/**
 * Formulas: their TeX, since readers that do not know MathML show `2n` for `2^n`. A displayed one
 * is a block of its own that leads to the article.
 */
const math: Rule = (node, { here, codeDirection }) => {
  if (node.tagName === 'math') {
    const tex = element('code', {}, [texOf(node)]);
    return [node.properties['display'] === 'block' ? element('a', { href: here() }, [tex]) : tex];
  }
  const [formula] = hasClass(node, 'formula') ? find(node, 'math') : [];
  if (!formula) return undefined;
  const tex = element('a', { href: here() }, [element('code', {}, [texOf(formula)])]);
  return [node.tagName === 'div' ? element('pre', codeDirection, [tex]) : tex];
};

function texOf(formula: Element): string {
  const annotation = find(formula, 'annotation').find(
    ({ properties }) => properties['encoding'] === 'application/x-tex',
  );
  return attribute(formula, 'alttext') ?? textOf(annotation ?? formula).trim();
}

/** The rules for pictures, players, frames, islands and formulas. */
export const mediaRules = [math, diagrams, pictures, players, frames, islands, areas];
