import postcss, { type ChildNode } from 'postcss';
import selectors, { type Node, type Selector } from 'postcss-selector-parser';

export interface Sheet {
  parts: Part[];
  /** The classes that Astro gives the elements of the components that it is about. */
  scopes: ReadonlySet<string>;
}

/** A piece of a style sheet. */
export type Part = Statement | Block;

/** A declaration, or an at-rule without a block. */
export interface Statement {
  css: string;
  /** The custom property that it declares. */
  declares: string | undefined;
  /** The custom properties whose values it takes. */
  takes: string[];
}

/** A rule, or an at-rule with a block. */
export interface Block {
  /** What stands before the brace; of a rule, its selectors. */
  head: string | SelectorFacts[];
  parts: Part[];
}

export interface SelectorFacts {
  needs: Needs;
  pieces: (string | ScopedCompound)[];
}

/**
 * What a page must have for a selector to find anything: all of these. A name is a tag (`p`), a
 * class (`.code`), both of one element (`figure.code`), or an attribute that begins with `data-`
 * (`[data-n]`), as `PageNames` has them. A list in the list is a choice.
 */
export type Needs = (string | Needs[])[];

/** What a selector says of one element of a component. */
export interface ScopedCompound {
  css: string;
  /** The class that Astro gives the elements of the component. */
  scope: string;
  /** The element's own class (`.name`), else its tag; `*` where it may be any. */
  target: string;
  /** The two as `PageNames` has them. */
  scopedTarget: string;
}

/** Takes a style sheet apart. */
export function parseSheet(css: string): Sheet {
  return {
    parts: postcss.parse(css).nodes.flatMap((node) => toPart(node, false)),
    scopes: new Set(css.match(SCOPE)),
  };
}

const SCOPE = /(?<=:where\(\.)astro-[a-z0-9]{8}(?=\))/g;

function toPart(node: ChildNode, nested: boolean): Part[] {
  switch (node.type) {
    case 'comment':
      return [];
    case 'decl':
      return [statement(node.toString(), node.prop)];
    case 'atrule': {
      const head = `@${node.name} ${node.params}`.trim();
      if (!node.nodes) return [statement(head)];
      return [{ head, parts: node.nodes.flatMap((child) => toPart(child, nested)) }];
    }
    case 'rule': {
      const head = selectorsOf(node.selector, nested);
      return [{ head, parts: node.nodes.flatMap((child) => toPart(child, true)) }];
    }
  }
}

function statement(css: string, property = ''): Statement {
  return {
    css,
    declares: property.startsWith('--') ? property : undefined,
    takes: [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name!),
  };
}

function selectorsOf(list: string, nested: boolean): SelectorFacts[] {
  return selectors()
    .astSync(list)
    .nodes.map((selector) => ({
      needs: needsOf(selector),
      pieces: piecesOf(nested ? withoutAmpersand(selector.nodes) : selector.nodes),
    }));
}

/** `& p` → `p`, `& > p` → `> p`, which mean the same within a rule. */
function withoutAmpersand(nodes: Node[]): Node[] {
  const [first, second, ...rest] = nodes;
  if (first?.type !== 'nesting' || second?.type !== 'combinator') return nodes;
  return second.value.trim() === '' ? rest : [second, ...rest];
}

/** What is in these matches an element that is there; in others, such as `:not()`, it need not. */
const MATCHING = new Set([':is', ':where', ':has']);

function needsOf({ nodes }: Selector): Needs {
  return splitAtCombinators(nodes).flatMap((compound) => {
    const tag = compound
      .find(({ type }) => type === 'tag')
      ?.toString()
      .trim()
      .toLowerCase();
    const classes = compound.filter((node) => node.type === 'class');
    const names = classes.map(({ value }) => `${tag ?? ''}.${value}`);
    const scoped = compoundOf(compound);
    return [
      ...(tag !== undefined && names.length === 0 ? [tag] : names),
      ...(typeof scoped === 'string' || scoped.target === '*' ? [] : [scoped.scopedTarget]),
      ...compound.flatMap(otherNeeds),
    ];
  });
}

function otherNeeds(node: Node): Needs {
  if (node.type === 'attribute' && node.attribute.startsWith('data-'))
    return [`[${node.attribute}]`];
  if (node.type === 'pseudo' && MATCHING.has(node.value)) return [node.nodes.map(needsOf)];
  return [];
}

/** Returns what is said of each element, without the combinators between. */
function splitAtCombinators(nodes: readonly Node[]): Node[][] {
  const compounds: Node[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'combinator') compounds.push([]);
    else compounds.at(-1)!.push(node);
  }
  return compounds;
}

function piecesOf(nodes: readonly Node[]): SelectorFacts['pieces'] {
  const combinators = nodes.filter(({ type }) => type === 'combinator').map(String);
  return splitAtCombinators(nodes).flatMap((compound, index) => [
    ...(index > 0 ? [combinators[index - 1]!] : []),
    compoundOf(compound),
  ]);
}

function compoundOf(nodes: readonly Node[]): string | ScopedCompound {
  const css = nodes.join('');
  const scope = css.match(SCOPE)?.[0];
  if (scope === undefined) return css;
  const className = nodes.find(({ type }) => type === 'class');
  const tag = nodes.find(({ type }) => type === 'tag');
  const target = String(className ?? tag ?? '*');
  return { css, scope, target, scopedTarget: `${scope} ${target}` };
}
