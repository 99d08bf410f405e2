import { codesOf, languageFolder } from '../../settings/languages.ts';
import type { MarkdownDocument } from '../document.ts';

/** Returns the file that a link to a content file leads to: its translation, if there is one. */
export function fileInLanguage(path: string, document: MarkdownDocument): string {
  const { site } = document;
  if (codesOf(site).length === 1) return path;
  const translation = document.translation(`${site.code} ${path}`);
  // A translation may link to its original.
  return translation === undefined || translation === document.path ? path : translation;
}

/** Returns the path that a link to a path of the site leads to: `/de/tags/` for `/tags/`, if it exists. */
export function pathInLanguage(path: string, document: MarkdownDocument): string {
  const { site } = document;
  const folder = languageFolder(site, site.code);
  if (folder === '' || path.startsWith(`${folder}/`)) return path;
  const page = document.page(folder + path);
  return page === undefined || page === false || page === document.path ? path : folder + path;
}
