import type { Settings } from '../../settings/settings.ts';
import { decodePath } from '../../addresses/decode-path.ts';
import { anchorIn, missingAnchor } from '../headings/anchors.ts';
import type { MarkdownDocument } from '../document.ts';
import { fileOf } from '../pictures/media.ts';
import { unpublishedMistake } from './unpublished.ts';
import type { TextCheck } from '../text-check.ts';

/** A link to a path of this site where nothing is; links to Markdown files are looked up as they are resolved. */
export const deadLink: TextCheck = {
  id: 'dead-link',
  severity: 'error',
  about: 'a link to a URL of this site that does not exist: `/posts/nowhere/`, `/about/#nothing`',
  ofText: ({ links, document, settings }) =>
    links.flatMap(({ url, place }) => {
      const path = pathIn(url.trim(), document, settings);
      const message = path === undefined ? undefined : mistakeOf(url.trim(), path, document);
      return message === undefined ? [] : [{ place, message: `link: ${message}` }];
    }),
};

/** Returns the path of this site that an address leads to; `undefined` for all other addresses. */
function pathIn(
  url: string,
  document: MarkdownDocument,
  { origin, base }: Settings,
): string | undefined {
  if (url === '' || /^(?:[#?]|\/\/)/.test(url) || /^[^?#]+\.mdx?(?:[?#]|$)/.test(url))
    return undefined;
  const isWhole = URL.canParse(url);
  if (isWhole && !url.startsWith(origin + base)) return undefined;
  const own = isWhole || url.startsWith('/') ? '/' : document.address(document.path);
  if (typeof own !== 'string' || !URL.canParse(url, origin + encodeURI(own))) return undefined;
  const { pathname } = new URL(url, origin + encodeURI(own));
  const path = decodePath(pathname).normalize('NFC');
  return isWhole ? `/${path.slice(base.length)}` : path;
}

function mistakeOf(url: string, path: string, document: MarkdownDocument): string | undefined {
  const page = document.page(path);
  if (page === undefined || page === false) return notThere(url, path, document, page);
  const anchor = typeof page === 'string' ? anchorIn(url) : undefined;
  if (anchor === undefined) return undefined;
  const missing = missingAnchor(anchor, document.anchors(page as string));
  return missing && `${url} has no heading #${anchor}${missing.hint}`;
}

/** What comes of the text that links, its tags or an old address, is there when the text is. */
function notThere(url: string, path: string, document: MarkdownDocument, page?: false) {
  const mistake = unpublishedMistake(path, document);
  const isInTime = mistake === undefined && document.release(path) !== undefined;
  if (isInTime) return undefined;
  if (page === false) return `${url} ${mistake}`;
  return `${path} not found${hint(url, document)}`;
}

/** A file beside the text is no part of the site. */
function hint(url: string, document: MarkdownDocument): string {
  const file = url.startsWith('/') ? undefined : fileOf(url.replace(/[?#].*$/, ''), document.path);
  if (!file || !/\.\w+$/.test(file) || !document.exists(file)) return '';
  return `; put the file into public/, and link to /${file.slice(file.lastIndexOf('/') + 1)}`;
}
