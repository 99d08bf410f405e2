import { posix } from 'node:path';
import type { Dependency, MarkdownDocument } from '../document.ts';
import { nameError } from '../pictures/file-error.ts';
import { fileOf } from '../pictures/media.ts';
import { pathOf } from './urls.ts';

/** Returns the file beside a document, or in a folder there, that a relative link names. */
export function fileBeside(url: string, document: MarkdownDocument): string | undefined {
  if (url.startsWith('/') || /\.mdx?$/.test(pathOf(url))) return undefined;
  const file = fileOf(pathOf(url), document.path);
  const isBelow = file?.startsWith(`${posix.dirname(document.path)}/`);
  return file && isBelow && document.isFile(file) ? file : undefined;
}

/** Returns why a file cannot be published beside the page of a document, at a path of the site. */
export function fileBesideError(
  file: string,
  path: string | undefined,
  document: MarkdownDocument,
): string | undefined {
  const taken = path === undefined ? undefined : document.page(path);
  if (taken !== undefined && taken !== file) return 'has the URL of another file; rename the file';
  return besideError(nameBeside(file, document.path)) ?? document.fileError(file);
}

/** Returns the names of the files that the links of a document publish, relative to its folder. */
export function publishedFiles(path: string, dependencies: readonly Dependency[]): string[] {
  const files = dependencies.filter(([question, , answer]) => question === 'isFile' && answer);
  const names = new Set(files.map(([, file]) => nameBeside(file, path)));
  return [...names].filter((name) => besideError(name) === undefined);
}

function nameBeside(file: string, path: string): string {
  return posix.relative(posix.dirname(path), file);
}

function besideError(name: string): string | undefined {
  return /\.x?html?$/i.test(name)
    ? 'would be a page without the security policy; put it into public/, and link to it there'
    : nameError(name);
}
