import type { MdastNode } from 'satteri';
import type { Position } from '../diagnostics/diagnostic.ts';
import { readHtml } from '../html/read-html.ts';
import { positionIn } from '../diagnostics/position-in.ts';

/** A tag of raw HTML, or an element of JSX. */
export interface WrittenTag {
  name: string;
  /** By name, in lower case; in JSX code is an object, and a spread has the name `...`. */
  attributes: Map<string, unknown>;
  position: Position | undefined;
}

export type Html = Extract<MdastNode, { type: 'html' }>;
export type Jsx = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** Returns the opening tags of raw HTML, or the one of an element of JSX. */
export function tagsOf(node: Readonly<Html | Jsx>): WrittenTag[] {
  const start = node.position?.start;
  if (node.type === 'html')
    return readHtml(node.value).tags.map((tag) => ({
      name: tag.name,
      // Of two attributes with the same name, browsers take the first.
      attributes: new Map(tag.attributes.toReversed().map(({ name, value }) => [name, value])),
      position: positionIn(node.value, tag.start, start),
    }));
  const attributes = node.attributes.map((attribute): [string, unknown] =>
    'name' in attribute
      ? [attribute.name.toLowerCase(), attribute.value ?? '']
      : ['...', attribute.value],
  );
  return [{ name: node.name ?? '', attributes: new Map(attributes), position: start }];
}

/** True for a component that an MDX file imports or declares. */
export function isDeclared(name: string, source: string): boolean {
  return new RegExp(`^(?:import|export)\\b(?:.|\\n(?!\\n))*\\b${name}\\b`, 'm').test(source);
}
