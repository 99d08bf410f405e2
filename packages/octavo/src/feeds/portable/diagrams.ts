import {
  attribute,
  element,
  find,
  hasClass,
  text,
  textOf,
  type Element,
} from '../../markdown/tree.ts';
import { link, type Rule } from './rule.ts';

/**
 * Diagrams: their name and description, and a link to the article, since many
 * readers take SVG out without a word.
 */
export const diagrams: Rule = (node, { here, strings }, parent) => {
  if (node.tagName === 'svg') return drawing(node, here(), parent);
  const [svg] = hasClass(node, 'diagram') ? find(node, 'svg') : [];
  if (!svg) return undefined;
  const caption = find(node, 'figcaption');
  const { name, description } = namesOf(svg);
  const isCaption = caption.some((one) => textOf(one) === name);
  return [
    element('figure', { id: node.properties['id'] }, [
      ...(name === undefined || isCaption
        ? []
        : [element('p', {}, [element('strong', {}, [name])])]),
      ...(description === undefined ? [] : [element('p', {}, [description])]),
      element('p', {}, [element('a', { href: here() }, [strings.diagramInArticle])]),
      ...caption,
    ]),
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
