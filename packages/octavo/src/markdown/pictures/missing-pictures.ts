import {
  defineMdastPlugin,
  type MdastNode,
  type MdastPluginEntry,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
} from 'satteri';
import type { Position } from '../../diagnostics/diagnostic.ts';
import type { MarkdownDocument } from '../document.ts';
import { readHtml } from '../../html/read-html.ts';
import { DECORATIVE, ENDINGS, fileOf, kindOf } from './media.ts';
import { positionIn } from '../position.ts';

type Jsx = Readonly<MdxJsxFlowElement | MdxJsxTextElement>;
type Alt = string | null | undefined;
type Target = Pick<Extract<MdastNode, { type: 'definition' }>, 'url' | 'title'>;

/** A picture as an author wrote it. */
interface Written {
  url: string;
  /** True if its text, or the lack of one, is meant. */
  isDescribed: boolean;
  position: Position | undefined;
}

/** Reports pictures, videos and sounds that are missing or lack alternative text. */
export const missingPictures: MdastPluginEntry = ({ data: { octavo: document } }) => {
  if (!document) return null;
  const definitions = new Map<string, Target>();
  const references: { identifier: string; alt: Alt; position: Position | undefined }[] = [];
  const jsx = (node: Jsx) => {
    checkTag(node.name ?? '', valuesOf(node), node.position?.start, document);
  };
  return defineMdastPlugin({
    name: 'octavo:missing-pictures',
    options: { position: true },
    image(node) {
      checkImage(node.alt, node, node.position?.start, document);
    },
    imageReference({ identifier, alt, position }) {
      references.push({ identifier, alt, position: position?.start });
    },
    definition({ identifier, url, title }) {
      if (!definitions.has(identifier)) definitions.set(identifier, { url, title });
    },
    html({ value, position }) {
      for (const { name, start, attributes } of readHtml(value).tags) {
        const values = attributes.map((attribute) => [attribute.name, attribute.value] as const);
        checkTag(name, new Map(values), positionIn(value, start, position?.start), document);
      }
    },
    mdxJsxFlowElement: jsx,
    mdxJsxTextElement: jsx,
    after() {
      for (const { identifier, alt, position } of references) {
        const target = definitions.get(identifier);
        if (target) checkImage(alt, target, position, document);
      }
    },
  });
};

function checkImage(
  alt: Alt,
  { url, title }: Target,
  position: Position | undefined,
  document: MarkdownDocument,
): void {
  const isDecorative = title === DECORATIVE && !isPlayed(url);
  const isDescribed = isDecorative || (alt ?? '').trim() !== '';
  checkPicture({ url, isDescribed, position }, document);
}

function isPlayed(url: string): boolean {
  return ['video', 'audio'].includes(kindOf(url) ?? '');
}

function checkPicture({ url, isDescribed, position }: Written, document: MarkdownDocument): void {
  const problem = fileError(url, document);
  if (problem) document.report(position, `picture: ${problem}`);
  else if (!isDescribed) {
    const how = isPlayed(url)
      ? 'is'
      : `shows, or write ![](${url} "${DECORATIVE}") if it is decorative`;
    const message = `picture: ${url} has no alternative text; say in the brackets what it ${how}`;
    document.report(position, message, 'error', 'picture-alt');
  }
}

function fileError(url: string, document: MarkdownDocument): string | undefined {
  const file = fileOf(url, document.path);
  if (file === undefined) return undefined;
  const isPublic = file.startsWith('public/');
  if (!document.exists(file)) return `${url} not found${isPublic ? ' in public/' : ''}`;
  if (isPublic) return undefined;
  if (!/^src\/(?:content|assets)\//.test(file))
    return `${url} is outside of src/content/ and src/assets/; move it there`;
  if (!kindOf(file)) return `${url} cannot be shown; use one of ${ENDINGS.join(', ')}`;
  return undefined;
}

const MEDIA = new Set(['video', 'audio', 'source', 'track']);
const SPREAD = '...';

/** Checks an element of HTML or JSX; an attribute that is made by an expression has no string. */
function checkTag(
  name: string,
  attributes: ReadonlyMap<string, unknown>,
  position: Position | undefined,
  document: MarkdownDocument,
): void {
  const src = attributes.get('src');
  if (name === 'img' && typeof src === 'string') {
    // In HTML an empty `alt` marks a picture as decorative.
    const isDescribed = attributes.has('alt') || attributes.has(SPREAD);
    checkPicture({ url: src, isDescribed, position }, document);
  }
  if (!MEDIA.has(name)) return;
  for (const url of [src, attributes.get('srcset'), attributes.get('poster')]) {
    const file = typeof url === 'string' ? fileOf(url, document.path) : undefined;
    if (file === undefined) continue;
    // Recorded as a file of the text: feeds have its size.
    if (String(url).startsWith('/')) document.exists(file);
    else {
      const message = `<${name}> cannot show a file beside the text; write ![what it is](./file), or put the file into public/`;
      document.report(position, `picture: ${message}`);
    }
  }
}

function valuesOf({ attributes }: Jsx): Map<string, unknown> {
  const entries = attributes.map((attribute): [string, unknown] =>
    attribute.type === 'mdxJsxAttribute'
      ? [attribute.name.toLowerCase(), attribute.value ?? '']
      : [SPREAD, undefined],
  );
  return new Map(entries);
}
