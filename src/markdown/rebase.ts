import { posix } from 'node:path';
import { defineMdastPlugin, type MdastNode, type MdastPluginInput } from 'satteri';

/** A folder that addresses were written in, and the one that they shall be read from. */
interface Folders {
  from: string;
  to: string;
}

type Parse = (text: string, plugin: MdastPluginInput) => void;

/**
 * Returns Markdown with its relative addresses (links, pictures, quoted files, raw HTML) leading
 * from one folder to where they led from another. Lines stay where they are.
 */
export function rebased(text: string, folders: Folders, parse: Parse): string {
  if (folders.from === folders.to) return text;
  const edits: Edit[] = [];
  const visit = (node: Readonly<Addressed>) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined) return;
    const pattern = PATTERNS[node.type](node);
    const source =
      node.type === 'code' ? text.slice(start, end).split('\n')[0]! : text.slice(start, end);
    for (const match of lastOf(node, [...source.matchAll(pattern)])) {
      const address = match[1] ?? '';
      const at = start + match.index + match[0].lastIndexOf(address);
      edits.push({ at, address, to: moved(address, folders) });
    }
  };
  parse(
    text,
    defineMdastPlugin({
      name: 'octavo:rebase',
      options: { position: true },
      link: visit,
      image: visit,
      definition: visit,
      code: visit,
      html: visit,
      mdxJsxFlowElement: visit,
      mdxJsxTextElement: visit,
    }),
  );
  return edits
    .sort((a, b) => b.at - a.at)
    .reduce(
      (edited, { at, address, to }) => edited.slice(0, at) + to + edited.slice(at + address.length),
      text,
    );
}

interface Edit {
  at: number;
  address: string;
  to: string;
}

type Addressed = Extract<
  MdastNode,
  {
    type:
      'link' | 'image' | 'definition' | 'code' | 'html' | 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  }
>;

/** Where addresses stand in the source of each kind of node. */
const PATTERNS: Record<Addressed['type'], (node: Readonly<Addressed>) => RegExp> = {
  link: (node) => new RegExp(`\\]\\(\\s*<?(${urlOf(node)})`, 'g'),
  image: (node) => new RegExp(`\\]\\(\\s*<?(${urlOf(node)})`, 'g'),
  definition: (node) => new RegExp(`\\]:\\s*<?(${urlOf(node)})`, 'g'),
  code: () => /\sfile="([^"]+)"/g,
  html: () => HTML_ADDRESS,
  mdxJsxFlowElement: () => OWN_ADDRESS,
  mdxJsxTextElement: () => OWN_ADDRESS,
};

const HTML_ADDRESS = /<[a-z][^<>]*?\s(?:src|href|poster)="([^"]+)"/gi;
/** Of an element of MDX, whose children are nodes of their own. */
const OWN_ADDRESS = /^<[^<>]*?\s(?:src|href|poster)="([^"]+)"/g;

function urlOf(node: Readonly<Addressed>): string {
  return 'url' in node ? node.url.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : '';
}

/** A link's own address is behind those of the pictures in it. */
function lastOf<Match>({ type }: Readonly<Addressed>, matches: Match[]): Match[] {
  return type === 'link' || type === 'image' ? matches.slice(-1) : matches;
}

/** Returns an address as it is in another folder; what is not relative to a file stays. */
function moved(address: string, { from, to }: Folders): string {
  if (address === '' || /^[/#?]/.test(address) || URL.canParse(address)) return address;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const relative = posix.relative(encodeURI(to), posix.join(encodeURI(from), path));
  const slash = path.endsWith('/') && relative !== '' ? '/' : '';
  return `${relative.startsWith('.') ? '' : './'}${relative}${slash}${rest}`;
}
