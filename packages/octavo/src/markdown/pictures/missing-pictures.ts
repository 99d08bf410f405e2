import {
  defineMdastPlugin,
  type MdastNode,
  type MdastPluginEntry,
  type MdastVisitorContext,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
} from 'satteri';
import type { Position } from '../../diagnostics/diagnostic.ts';
import type { MarkdownDocument } from '../document.ts';
import { readHtml } from '../../html/read-html.ts';
import { DECORATIVE, ENDINGS, fileOf, kindOf } from './media.ts';
import { positionIn } from '../position.ts';

/** A picture as an author wrote it. */
interface Written {
  url: string;
  /** True where its text, or the lack of one, is meant. */
  described: boolean;
  position: Position | undefined;
}

/** Reports pictures, videos and sounds that are missing or lack alternative text. */
export const missingPictures: MdastPluginEntry = () => {
  const definitions = new Map<string, Target>();
  const references: { identifier: string; alt: string; position: Position | undefined }[] = [];
  const visitJsx = (
    node: Readonly<MdxJsxFlowElement | MdxJsxTextElement>,
    { data: { octavo } }: MdastVisitorContext,
  ) => {
    if (octavo) requireFiles(tagOfJsx(node), octavo);
  };
  return defineMdastPlugin({
    name: 'octavo:missing-pictures',
    options: { position: true },
    image(node, { data }) {
      requirePicture(
        {
          url: node.url,
          described: isDescribed(node.alt ?? '', node),
          position: node.position?.start,
        },
        data.octavo,
      );
    },
    imageReference({ identifier, alt, position }) {
      references.push({ identifier, alt: alt ?? '', position: position?.start });
    },
    definition({ identifier, url, title }) {
      if (!definitions.has(identifier)) definitions.set(identifier, { url, title });
    },
    html({ value, position }, { data }) {
      if (!data.octavo) return;
      for (const { name, start, attributes } of readHtml(value).tags) {
        const values = attributes.map((attribute) => [attribute.name, attribute.value] as const);
        const at = positionIn(value, start, position?.start);
        requireFiles({ name, attributes: new Map(values), position: at }, data.octavo);
      }
    },
    mdxJsxFlowElement: visitJsx,
    mdxJsxTextElement: visitJsx,
    after(_, { data }) {
      for (const { identifier, alt, position } of references) {
        const target = definitions.get(identifier);
        if (!target) continue;
        const described = isDescribed(alt, target);
        requirePicture({ url: target.url, described, position }, data.octavo);
      }
    },
  });
};

function requirePicture(
  { url, described, position }: Written,
  document: MarkdownDocument | undefined,
): void {
  if (!document) return;
  const problem = fileError(url, document);
  if (problem) document.report(position, `picture: ${problem}`);
  else if (!described)
    document.report(position, `picture: ${url} ${howToDescribe(url)}`, 'error', 'picture-alt');
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

type Target = Pick<Extract<MdastNode, { type: 'definition' }>, 'url' | 'title'>;

function isDescribed(alt: string, { url, title }: Target): boolean {
  return alt.trim() !== '' || (title === DECORATIVE && !isPlayed(url));
}

function howToDescribe(url: string): string {
  const what = 'has no alternative text; say in the brackets what it';
  if (isPlayed(url)) return `${what} is`;
  return `${what} shows, or write ![](${url} "${DECORATIVE}") if it is decorative`;
}

function isPlayed(url: string): boolean {
  return ['video', 'audio'].includes(kindOf(url) ?? '');
}

/** An element that an author wrote in HTML or JSX. */
interface Tag {
  name: string;
  /** The value of one that is made by an expression is no text. */
  attributes: Map<string, unknown>;
  position: Position | undefined;
}

function requireFiles({ name, attributes, position }: Tag, document: MarkdownDocument): void {
  const src = attributes.get('src');
  if (name === 'img') {
    // In HTML an empty `alt` marks a picture as decorative.
    const described = attributes.has('alt') || attributes.has(SPREAD);
    if (typeof src === 'string') requirePicture({ url: src, described, position }, document);
  } else if (MEDIA.has(name)) {
    for (const url of [src, attributes.get('srcset'), attributes.get('poster')]) {
      const file = typeof url === 'string' ? fileOf(url, document.path) : undefined;
      if (typeof url !== 'string' || file === undefined) continue;
      if (url.startsWith('/')) {
        // Recorded as a file of the text: feeds have its size.
        document.exists(file);
        continue;
      }
      const message = `<${name}> cannot show a file beside the text; write ![what it is](./file), or put the file into public/`;
      document.report(position, `picture: ${message}`);
    }
  }
}

const MEDIA = new Set(['video', 'audio', 'source', 'track']);
const SPREAD = '...';

function tagOfJsx(node: Readonly<MdxJsxFlowElement | MdxJsxTextElement>): Tag {
  const attributes = node.attributes.map((attribute): [string, unknown] =>
    attribute.type === 'mdxJsxAttribute'
      ? [attribute.name.toLowerCase(), attribute.value ?? '']
      : [SPREAD, undefined],
  );
  return {
    name: node.name ?? '',
    attributes: new Map(attributes),
    position: node.position?.start,
  };
}
