import type { ElementContent, Root } from 'hast';
import { element, text, type Child } from './hast.ts';

/** Elements whose text is no link, or one already. */
const VERBATIM = new Set(['a', 'code', 'pre', 'kbd', 'samp', 'script', 'style']);

/**
 * Returns a tree with code for URLs that are none, such as `http://www.[host].example`: the parser
 * would make links of them, even if they are escaped.
 */
export function invalidUrlsAsCode(tree: Root): Root {
  return { ...tree, children: changed(tree.children) as Root['children'] };
}

function changed(nodes: readonly Child[]): Child[] {
  return nodes.flatMap((node): Child[] => {
    if (node.type === 'text') return node.value.split(/(\s+)/).map(wordOf);
    if (node.type !== 'element' || VERBATIM.has(node.tagName)) return [node];
    return [{ ...node, children: changed(node.children) as ElementContent[] }];
  });
}

function wordOf(word: string): ElementContent {
  const [url] = /(?:https?:\/\/|www\.)(?=[\w-]).*/.exec(word) ?? [];
  const isInvalid = url !== undefined && !URL.canParse(url.replace(/^www\./, 'http://www.'));
  return isInvalid ? element('code', {}, text(word)) : text(word);
}
