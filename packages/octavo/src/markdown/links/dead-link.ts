import type { Settings } from '../../settings/settings.ts';
import { decodePath } from '../../addresses/decode-path.ts';
import { missingAnchor } from '../headings/anchors.ts';
import type { MarkdownDocument } from '../document.ts';
import { fileOf } from '../pictures/media.ts';
import { unpublishedReason } from './unpublished.ts';
import type { CheckedText, TextCheck } from '../text-check.ts';

/** A link to a missing path of this site; links to Markdown files are checked as they are resolved. */
export const deadLink: TextCheck = {
  id: 'dead-link',
  severity: 'error',
  about: 'a link to a URL of this site that does not exist: `/posts/nowhere/`, `/about/#nothing`',
  ofText: ({ links, ...text }) =>
    links.flatMap(({ url, position }) => {
      const message = errorIn(url.trim(), text);
      return message === undefined ? [] : [{ position, message: `link: ${message}` }];
    }),
};

type LinkContext = Pick<CheckedText, 'document' | 'settings' | 'anchors'>;

function errorIn(url: string, { document, settings, anchors }: LinkContext): string | undefined {
  if (url.startsWith('#')) return missingAnchor(url, anchors);
  const path = pathIn(url, document, settings);
  return path === undefined ? undefined : errorOf(url, path, document);
}

/** Returns the path of this site in a URL; `undefined` for other URLs. */
function pathIn(
  url: string,
  document: MarkdownDocument,
  { origin, base }: Settings,
): string | undefined {
  if (url === '' || /^(?:\?|\/\/)/.test(url) || /^[^?#]+\.mdx?(?:[?#]|$)/.test(url))
    return undefined;
  const isWhole = URL.canParse(url);
  if (isWhole && !url.startsWith(origin + base)) return undefined;
  const own = isWhole || url.startsWith('/') ? '/' : document.address(document.path);
  if (typeof own !== 'string' || !URL.canParse(url, origin + encodeURI(own))) return undefined;
  const { pathname } = new URL(url, origin + encodeURI(own));
  const path = decodePath(pathname).normalize('NFC');
  return isWhole ? `/${path.slice(base.length)}` : path;
}

function errorOf(url: string, path: string, document: MarkdownDocument): string | undefined {
  const page = document.page(path);
  if (page === undefined || page === false) return notThere(url, path, document, page);
  if (page === true) return undefined;
  const missing = missingAnchor(url, () => document.anchors(page));
  return missing && `${url} has ${missing}`;
}

/** What comes of the text that links, its tags or an old address, is there when the text is. */
function notThere(url: string, path: string, document: MarkdownDocument, page?: false) {
  const problem = unpublishedReason(path, document);
  const isInTime = problem === undefined && document.release(path) !== undefined;
  if (isInTime) return undefined;
  if (page === false) return `${url} ${problem}`;
  return `${path} not found${hint(url, document)}`;
}

/** A file beside the text is no part of the site. */
function hint(url: string, document: MarkdownDocument): string {
  const file = url.startsWith('/') ? undefined : fileOf(url.replace(/[?#].*$/, ''), document.path);
  if (!file || !/\.\w+$/.test(file) || !document.exists(file)) return '';
  return `; put the file into public/, and link to /${file.slice(file.lastIndexOf('/') + 1)}`;
}
