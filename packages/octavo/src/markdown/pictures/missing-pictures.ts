import { defineMdastPlugin, type MdastNode, type MdastPluginEntry } from 'satteri';
import type { Position } from '../../diagnostics/diagnostic.ts';
import type { MarkdownDocument } from '../document.ts';
import { DECORATIVE, ENDINGS, fileOf, kindOf } from './media.ts';
import { tagsOf, type Html, type Jsx, type WrittenTag } from '../written-tags.ts';

type Image = Pick<Extract<MdastNode, { type: 'image' }>, 'alt' | 'url' | 'title' | 'position'>;

/** Reports pictures, videos and sounds that are missing or lack alternative text. */
export const missingPictures: MdastPluginEntry = ({ data: { octavo: document } }) => {
  if (!document) return null;
  const definitions = new Map<string, Pick<Image, 'url' | 'title'>>();
  const references: (Pick<Image, 'alt' | 'position'> & { identifier: string })[] = [];
  const checkTags = (node: Readonly<Html | Jsx>) => {
    for (const tag of tagsOf(node)) checkTag(tag, document);
  };
  return defineMdastPlugin({
    name: 'octavo:missing-pictures',
    options: { position: true },
    image: (node) => checkImage(node, document),
    imageReference({ identifier, alt, position }) {
      references.push({ identifier, alt, position });
    },
    definition({ identifier, url, title }) {
      if (!definitions.has(identifier)) definitions.set(identifier, { url, title });
    },
    html: checkTags,
    mdxJsxFlowElement: checkTags,
    mdxJsxTextElement: checkTags,
    after() {
      for (const { identifier, ...reference } of references) {
        const definition = definitions.get(identifier);
        if (definition) checkImage({ ...reference, ...definition }, document);
      }
    },
  });
};

function checkImage({ alt, url, title, position }: Image, document: MarkdownDocument): void {
  const isDecorative = title === DECORATIVE && !isPlayed(url);
  const isDescribed = isDecorative || Boolean(alt?.trim());
  checkPicture(url, isDescribed, position?.start, document);
}

function isPlayed(url: string): boolean {
  return ['video', 'audio'].includes(kindOf(url) ?? '');
}

/** Checks a picture; it is described if its text, or the lack of one, is meant. */
function checkPicture(
  url: string,
  isDescribed: boolean,
  position: Position | undefined,
  document: MarkdownDocument,
): void {
  const problem = fileError(url, document);
  if (problem) document.report(position, `picture: ${problem}`, 'missing-picture', url);
  else if (!isDescribed) {
    const how = isPlayed(url)
      ? 'is'
      : `shows, or write ![](${url} "${DECORATIVE}") if it is decorative`;
    const message = `picture: ${url} has no alternative text; say in the brackets what it ${how}`;
    document.report(position, message, 'picture-alt');
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
  // A file with a ? or # has an error of its own.
  if (!kindOf(file) && !/[?#]/.test(file))
    return `${url} cannot be shown; use one of ${ENDINGS.join(', ')}`;
  return undefined;
}

const MEDIA = ['video', 'audio', 'source', 'track'];

/** Checks an element of HTML or JSX; an attribute in code is no string. */
function checkTag({ name, attributes, position }: WrittenTag, document: MarkdownDocument): void {
  const src = attributes.get('src');
  if (name === 'img' && typeof src === 'string') {
    // In HTML an empty `alt` marks a picture as decorative; a spread may have one.
    const isDescribed = attributes.has('alt') || attributes.has('...');
    checkPicture(src, isDescribed, position, document);
  }
  if (!MEDIA.includes(name)) return;
  for (const url of [src, attributes.get('srcset'), attributes.get('poster')]) {
    const file = typeof url === 'string' ? fileOf(url, document.path) : undefined;
    if (file === undefined) continue;
    // Recorded as a file of the text: feeds have its size.
    if (String(url).startsWith('/')) document.exists(file);
    else {
      const message = `<${name}> cannot show a file beside the text; write ![what it is](./file), or put the file into public/`;
      document.report(position, `picture: ${message}`, 'missing-picture');
    }
  }
}
