import { decodePath } from '../../addresses/decode-path.ts';
import type { MarkdownDocument } from '../document.ts';
import { fileInLanguage } from './in-language.ts';
import { projectPath } from './urls.ts';

/**
 * Returns the Markdown file that a relative URL names and the rest of the URL, as written, and the
 * content file that it leads to, in the language of the document.
 */
export function linkedFile(url: string, document: MarkdownDocument) {
  const [, file, rest = ''] = /^([^?#]+\.mdx?)([?#].*)?$/.exec(url) ?? [];
  if (file === undefined || file.startsWith('//') || URL.canParse(file)) return undefined;
  const path = projectPath(decodePath(file), document.path);
  return { file, rest, target: fileInLanguage(path, document) };
}

/** Returns the URL of the page that a link to a Markdown file leads to; `undefined` for other links. */
export function pageAddress(url: string, document: MarkdownDocument): string | undefined {
  const linked = linkedFile(url, document);
  const address = linked && document.address(linked.target);
  // A link to a scheduled page is in a text that is scheduled too, and is rendered again by then.
  return address ? encodeURI(address) + linked.rest : undefined;
}
