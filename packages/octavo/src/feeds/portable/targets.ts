import { ownLink } from './blocks.ts';
import { attribute, type Parent } from '../../markdown/tree.ts';

/**
 * Returns the ids of a page at `url` that links in its text lead to, those of headings to
 * themselves apart.
 */
export function targetsOf(tree: Parent, url: string): Set<string> {
  const targets = new Set<string>();
  const visit = (parent: Parent) => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const href = attribute(child, 'href');
      const isOwn = parent.type === 'element' && ownLink(parent) === child;
      const id = href === undefined || isOwn ? undefined : idIn(href, url);
      if (id !== undefined) targets.add(id);
      visit(child);
    }
  };
  visit(tree);
  return targets;
}

function idIn(href: string, url: string): string | undefined {
  if (!URL.canParse(href, url)) return undefined;
  const { hash, href: whole } = new URL(href, url);
  if (hash === '' || whole.slice(0, -hash.length) !== new URL(url).href) return undefined;
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return undefined;
  }
}
