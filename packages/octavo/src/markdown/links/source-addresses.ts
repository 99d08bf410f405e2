import { defineMdastPlugin, type MdastNode, type MdastPluginInput } from 'satteri';

/** A URL in a source, with its offset. */
export interface SourceAddress {
  /** The node that holds it: `code` for the file of a fence. */
  kind: Addressed['type'];
  address: string;
  /** An offset in the text, of its first character. */
  start: number;
}

type Addressed = Extract<
  MdastNode,
  {
    type:
      'link' | 'image' | 'definition' | 'code' | 'html' | 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  }
>;

/** Returns a plugin that finds every URL in the source of Markdown or MDX. */
export function sourceAddresses(
  text: string,
  found: (address: SourceAddress) => void,
): MdastPluginInput {
  const visit = (node: Readonly<Addressed>) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined) return;
    const written = text.slice(start, end);
    // Below its first line a fence holds text.
    const source = node.type === 'code' ? written.split('\n')[0]! : written;
    const matches = [...source.matchAll(PATTERNS[node.type](node))];
    for (const match of lastOf(node, matches)) {
      const address = match[1] ?? match[2] ?? '';
      const offset = match.index + match[0].lastIndexOf(address);
      found({ kind: node.type, address, start: start + offset });
    }
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

/** Patterns of URLs in the source of each kind of node. */
const PATTERNS: Record<Addressed['type'], (node: Readonly<Addressed>) => RegExp> = {
  link: (node) => new RegExp(`\\]\\(\\s*<?(${urlOf(node)})`, 'g'),
  image: (node) => new RegExp(`\\]\\(\\s*<?(${urlOf(node)})`, 'g'),
  definition: (node) => new RegExp(`\\]:\\s*<?(${urlOf(node)})`, 'g'),
  code: () => /\sfile="([^"]+)"/g,
  html: () => HTML_ADDRESS,
  mdxJsxFlowElement: () => OWN_ADDRESS,
  mdxJsxTextElement: () => OWN_ADDRESS,
};

const HTML_ADDRESS = /(?<=<[a-z][^<>]*\s)(?:src|href|poster)=(?:"([^"]+)"|'([^']+)')/gi;
/** Of an element of MDX, whose children are nodes of their own. */
const OWN_ADDRESS = /(?<=^<[^<>]*\s)(?:src|href|poster)=(?:"([^"]+)"|'([^']+)')/g;

function urlOf(node: Readonly<Addressed>): string {
  return 'url' in node ? node.url.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : '';
}

/** A link's own address is behind those of the pictures in it. */
function lastOf<Match>({ type }: Readonly<Addressed>, matches: Match[]): Match[] {
  return type === 'link' || type === 'image' ? matches.slice(-1) : matches;
}
