import type { ElementContent, Parents, Root } from 'hast';
import { element, hasClass, isElement, markdown, text, textOf, type Child } from '../html/hast.ts';

/** The parts of a blog that blocks refer to. */
export interface BlockSources {
  /** Returns the content of a block that posts share, by its id. */
  shared: (id: string) => Child[];
  /** Records a block whose content WordPress makes when it shows the page. */
  dynamic: (name: string) => void;
  /** The numbers of footnotes by their ids. */
  footnotes: ReadonlyMap<string, number>;
}

/** True for a text of the block editor. */
export function hasBlocks(html: string): boolean {
  return html.includes('<!-- wp:');
}

/** Returns the tree of a text of the block editor with its blocks as plain HTML. */
export function withoutBlocks(tree: Root, sources: BlockSources): Root {
  return { ...tree, children: read(tree, sources) as Root['children'] };
}

function read(parent: Parents, sources: BlockSources): Child[] {
  let language: unknown;
  return parent.children.flatMap((child): Child[] => {
    if (child.type === 'comment') {
      language = attributesOf(child.value)['language'];
      return readComment(child.value, sources);
    }
    if (!isElement(child)) return [child];
    if (child.tagName === 'pre' && typeof language === 'string')
      child.properties['dataLanguage'] ??= language;
    if (hasClass(child, 'wp-block-embed__wrapper')) return [linkTo(textOf(child).trim())];
    const footnote = sources.footnotes.get(String(child.properties['dataFn'] ?? ''));
    if (footnote !== undefined) return [markdown(`[^${footnote}]`)];
    if (hasClass(child, 'wp-block-file__button')) return [];
    return [{ ...child, children: read(child, sources) as ElementContent[] }];
  });
}

const BLOCK = /^\s*(\/?)wp:([\w/-]+)\s*(\{[\s\S]*\})?\s*(\/?)\s*$/;

function readComment(value: string, { shared, dynamic }: BlockSources): Child[] {
  const [, closing = '', name, , isEmpty = ''] = BLOCK.exec(value) ?? [];
  if (name === undefined) return [{ type: 'comment', value }];
  if (name === 'block') return shared(String(attributesOf(value)['ref'] ?? ''));
  if (closing === '' && isEmpty !== '' && !QUIET.has(name)) dynamic(name);
  return [];
}

/** Blocks without content of their own, whose loss is not reported. */
const QUIET = new Set([
  'spacer',
  'separator',
  'more',
  'nextpage',
  'footnotes',
  'post-title',
  'post-content',
  'post-date',
]);

/** Returns the attributes in the comment before a block. */
function attributesOf(value: string): Record<string, unknown> {
  try {
    return JSON.parse(BLOCK.exec(value)?.[3] ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

function linkTo(url: string): ElementContent {
  return element('p', {}, element('a', { href: url }, text(url)));
}
