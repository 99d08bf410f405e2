import { defineMdastPlugin, type MdastNode, type MdastPluginInput } from 'satteri';
import { readHtml, type OpeningTag } from '../../html/read-html.ts';
import type { Html, Jsx } from '../written-tags.ts';

/** A URL in a source, with its offset. */
export interface SourceAddress {
  /** The node that holds it: `code` for the file of a fence. */
  kind: Addressed['type'];
  address: string;
  /** An offset in the text, of its first character. */
  start: number;
}

type Written = Extract<MdastNode, { type: 'link' | 'image' | 'definition' | 'code' }>;
type Addressed = Written | Html | Jsx;

/** Returns a plugin that finds every URL in the source of Markdown or MDX. */
export function sourceAddresses(
  text: string,
  found: (address: SourceAddress) => void,
): MdastPluginInput {
  const visit = (node: Readonly<Addressed>) => {
    const offset = node.position?.start.offset ?? 0;
    const source = text.slice(offset, node.position?.end.offset);
    for (const { address, start } of addressesIn(source, node))
      found({ kind: node.type, address, start: offset + start });
  };
  return defineMdastPlugin({
    name: 'octavo:source-addresses',
    options: { position: true },
    link: visit,
    image: visit,
    definition: visit,
    code: visit,
    html: visit,
    mdxJsxFlowElement: visit,
    mdxJsxTextElement: visit,
  });
}

type Found = Pick<SourceAddress, 'address' | 'start'>;

function addressesIn(source: string, node: Readonly<Addressed>): Found[] {
  switch (node.type) {
    case 'link':
    case 'image':
    case 'definition': {
      const pattern = `\\][(:]\\s*<?(?<address>${RegExp.escape(node.url)})`;
      // A link's own address is behind those of the pictures in it.
      return matches(source, pattern).slice(-1);
    }
    case 'code':
      // Below its first line a fence holds text.
      return matches(source.split('\n')[0]!, '\\sfile="(?<address>[^"]+)"');
    case 'html':
      return addressesInTags(source, readHtml(source).tags);
    default:
      // The children of an element of MDX are nodes of their own.
      return addressesInTags(source, readHtml(source).tags.slice(0, 1));
  }
}

/** Returns the URLs in attributes; in MDX, one in braces is code. */
function addressesInTags(source: string, tags: readonly OpeningTag[]): Found[] {
  return tags
    .flatMap(({ attributes }) => attributes)
    .filter(({ name }) => ['src', 'href', 'poster'].includes(name))
    .flatMap(({ start, end }) =>
      matches(source.slice(start, end), `=\\s*(["']?)(?<address>[^"'{].*)\\1$`, start),
    );
}

function matches(text: string, pattern: string, offset = 0): Found[] {
  return [...text.matchAll(new RegExp(pattern, 'dgs'))].map(({ groups, indices }) => ({
    address: groups!['address']!,
    start: offset + indices!.groups!['address']![0],
  }));
}
