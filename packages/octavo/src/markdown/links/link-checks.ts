import { posix } from 'node:path';
import type { Settings } from '../../settings/settings.ts';
import { decodePath } from '../../addresses/decode-path.ts';
import { missingAnchor } from '../headings/anchors.ts';
import type { MarkdownDocument } from '../document.ts';
import { fileOf } from '../pictures/media.ts';
import { matchesIn, type CheckedText, type TextChecks } from '../text-check.ts';
import { fileBeside, fileBesideError } from './files-beside.ts';
import { pathInLanguage } from './in-language.ts';
import { linkedFile } from './linked-file.ts';
import { pathOf } from './urls.ts';

export const linkChecks: TextChecks = {
  // A link to a missing path or Markdown file of this site.
  'dead-link': (text) => problemsOf(text, pathProblem),
  // A link to a missing heading.
  'missing-anchor': (text) => problemsOf(text, anchorProblem),
  // A link without a URL, or without a text to click.
  'empty-link': ({ links }) =>
    links.flatMap(({ url, isNamed, position }) => {
      if (url.trim() === '' || url.trim() === '#')
        return [{ position, message: 'link: no URL; write it in the parentheses' }];
      const message = `link: the link to ${url} has no text; write it in the brackets`;
      return isNamed ? [] : [{ position, message }];
    }),
  // A link by a reference that is nowhere defined is shown as it is typed.
  'reference-undefined': (text) =>
    matchesIn(
      text,
      REFERENCE,
      ([, name]) => `link: [${name}] is not defined; add a line [${name}]: https://…`,
    ),
};

/** Not `a[i][j]`, nor what is escaped. */
const REFERENCE = /(?<![\\\p{L}\p{N}\]])\[[^[\]^]+\]\[([^[\]]+)\]/gu;

type LinkContext = Pick<CheckedText, 'document' | 'settings' | 'anchors'>;

/** Returns the problem of each link of a text that has one. */
function problemsOf(
  { links, ...text }: CheckedText,
  problemOf: (url: string, context: LinkContext) => string | undefined,
) {
  return links.flatMap(({ url, position }) => {
    const problem = problemOf(url.trim(), text);
    return problem === undefined ? [] : [{ position, message: `link: ${problem}`, target: url }];
  });
}

function pathProblem(url: string, { document, settings }: LinkContext): string | undefined {
  if (!URL.canParse(url, settings.origin)) return `${url} is not a URL`;
  const linked = linkedFile(url, document);
  if (linked) return linkedProblem(linked.file, linked.target, document);
  const path = url.startsWith('#') ? undefined : pathIn(url, document, settings);
  const file = fileBeside(url, document);
  if (file !== undefined) {
    const problem = fileBesideError(file, path, document);
    return problem && `${url} ${problem}`;
  }
  if (path === undefined) return undefined;
  const page = document.page(path);
  return page === undefined || page === false ? notThere(url, path, document, page) : undefined;
}

function anchorProblem(url: string, { document, settings, anchors }: LinkContext) {
  if (url.startsWith('#')) return missingAnchor(url, document, document.path, () => anchors);
  const linked = linkedFile(url, document);
  const page = linked
    ? document.address(linked.target) !== undefined && linked.target
    : pageAt(url, document, settings);
  if (typeof page !== 'string') return undefined;
  const missing = missingAnchor(url, document, page, () => document.anchors(page));
  return missing && `${linked?.file ?? url} has ${missing}`;
}

function pageAt(url: string, document: MarkdownDocument, settings: Settings) {
  const path = pathIn(url, document, settings);
  return path === undefined ? undefined : document.page(path);
}

function linkedProblem(file: string, target: string, document: MarkdownDocument) {
  const address = document.address(target);
  // A file without a page has errors of its own, which are reported there.
  if (address === undefined && !document.exists(target))
    return `${file} not found${suggestion(file, target, document)}`;
  const hidden = address === false && unpublishedReason(target, document);
  return hidden ? `${file} ${hidden}` : undefined;
}

/** Returns a hint if the post exists as a bundle or as MDX. */
function suggestion(file: string, target: string, document: MarkdownDocument): string {
  const endings = ['/index.md', '.mdx', '.md', '/index.mdx'];
  const ending = endings.find((known) => document.exists(target.replace(/\.mdx?$/, known)));
  return ending === undefined ? '' : `; did you mean ${file.replace(/\.mdx?$/, ending)}?`;
}

/** Returns the path of this site that a URL leads to; `undefined` for other URLs. */
function pathIn(url: string, document: MarkdownDocument, { origin, base }: Settings) {
  if (/^(?:$|\?|\/\/)/.test(url) || /\.mdx?$/.test(pathOf(url))) return undefined;
  const isWhole = URL.canParse(url);
  if (isWhole && !url.startsWith(origin + base)) return undefined;
  const own = isWhole || url.startsWith('/') ? '/' : document.address(document.path);
  const target = typeof own === 'string' ? URL.parse(url, origin + encodeURI(own)) : null;
  if (!target) return undefined;
  const path = decodePath(target.pathname).normalize('NFC');
  return isWhole ? `/${path.slice(base.length)}` : pathInLanguage(path, document);
}

/** Pages that exist because of the post that links to them, such as tags, are published with it. */
function notThere(url: string, path: string, document: MarkdownDocument, page?: false) {
  const problem = unpublishedReason(path, document);
  if (problem === undefined && document.release(path)) return undefined;
  return page === false ? `${url} ${problem}` : `${path} not found${hint(url, document)}`;
}

/**
 * Returns the problem of a link to a file or path that is not published; `undefined` if the
 * document with the link is published no earlier itself.
 */
function unpublishedReason(path: string, document: MarkdownDocument): string | undefined {
  const [own, target] = [document.release(document.path), document.release(path)];
  if (!target || (own && own.time >= target.time)) return undefined;
  return target.when === undefined
    ? 'is a draft and has no page'
    : `is scheduled for ${target.when} and has no page until then`;
}

/** A file in another folder is no part of the site. */
function hint(url: string, document: MarkdownDocument): string {
  const file = url.startsWith('/') ? undefined : fileOf(pathOf(url), document.path);
  if (!file || !/\.\w+$/.test(file) || !document.exists(file)) return '';
  return `; put the file into public/, and link to /${posix.basename(file)}`;
}
