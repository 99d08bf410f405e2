import { defineHastPlugin, type HastVisitorContext } from 'satteri';
import { markPicture, type Picture } from './picture-sizes.ts';
import { documentOf, type MarkdownDocument } from '../document.ts';
import { darkPath, DECORATIVE, fileOf, kindOf, languagePath } from './media.ts';
import type { MarkdownFeature } from '../feature.ts';
import { codesOf } from '../../settings/languages.ts';
import { attributesOf, element, nameOf, type AnyElement, type Properties } from '../tree.ts';
import { missingPictures } from './missing-pictures.ts';
import { pictureFiles } from './picture-checks.ts';

/**
 * Marks pictures for the page, which resolves the URLs and sizes of their files
 * (picture-files.ts). `a.dark.png` beside `a.png` replaces it in
 * the dark theme, `a.de.png` in German texts. A picture of another site is left where it is.
 */
export const pictures = {
  hast: defineHastPlugin({
    name: 'octavo:pictures',
    element: { filter: ['img'], visit: replacePicture },
    mdxJsxFlowElement: { filter: ['img'], visit: replacePicture },
    mdxJsxTextElement: { filter: ['img'], visit: replacePicture },
  }),
  checks: { ...missingPictures, ...pictureFiles },
} satisfies MarkdownFeature;

function replacePicture(node: Readonly<AnyElement>, ctx: HastVisitorContext): void {
  const { src, ...properties } = propertiesOf(node);
  const document = documentOf(ctx);
  if (typeof src !== 'string') return;
  const kind = kindOf(src) ?? 'image';
  const own = fileOf(withoutBase(src, document.site.base), document.path);
  const file = fileInLanguage(own, document);
  if (file === undefined && kind === 'image') {
    const lazy = { src, loading: 'lazy', decoding: 'async', ...properties };
    if (!src.startsWith('data:')) ctx.replaceNode(node, element('img', lazy));
    return;
  }
  // A missing file, and a folder, is left as written: it has been reported.
  if (isMissing(file, document)) return;
  const parent = nameOf(ctx.parent(node));
  const picture: Picture = {
    kind,
    path: file ?? src,
    dark: kind === 'image' ? darkTwin(file, document) : undefined,
    // A link needs a name, which is the text of the picture.
    opens: parent === 'figure' && Boolean(properties['alt']),
    plain: parent === 'picture',
    properties,
  };
  ctx.replaceNode(node, element('img', markPicture(picture)));
}

/** Returns the attributes of a picture; none where code makes one when the page is rendered. */
function propertiesOf(node: Readonly<AnyElement>): Properties {
  const attributes = attributesOf(node);
  if (node.type !== 'element' && attributes.some(([, value]) => typeof value === 'object'))
    return {};
  const properties = Object.fromEntries(attributes) as Properties;
  // A decorative picture has an empty alt, and no title.
  const decorative = { ...properties, title: undefined, alt: '' };
  return properties['title'] === DECORATIVE ? decorative : properties;
}

function fileInLanguage(file: string | undefined, { site, exists }: MarkdownDocument) {
  if (file === undefined || codesOf(site).length === 1 || !exists(file)) return file;
  const twin = languagePath(file, site.code);
  return exists(twin) ? twin : file;
}

function isMissing(file: string | undefined, document: MarkdownDocument): boolean {
  return file !== undefined && !document[kindOf(file) ? 'exists' : 'isFile'](file);
}

function darkTwin(file: string | undefined, document: MarkdownDocument): string | undefined {
  const twin = file && darkPath(file);
  return twin && document.exists(twin) ? twin : undefined;
}

function withoutBase(src: string, base: string): string {
  return src.startsWith(base) ? `/${src.slice(base.length)}` : src;
}
