import { blockOf, readFrontMatter } from 'octavo/internal/content/front-matter';
import { normalized, withLineEndings } from 'octavo/internal/content/read-text';

/**
 * Returns a Markdown file with URLs as the last key of its front matter, else as it was; `undefined` if
 * that is not possible, since its front matter is in an unusual style.
 */
export function addDiscussion(file: string, urls: readonly string[]): string | undefined {
  const source = normalized(file);
  const block = blockOf(source);
  const end = block.lastIndexOf('\n---') + 1;
  const lines = urls.length === 1 ? [` ${urls[0]}`] : ['', ...urls.map((url) => `  - ${url}`)];
  const edited = `${source.slice(0, end)}discussion:${lines.join('\n')}\n${source.slice(end)}`;
  const { data, diagnostics } = readFrontMatter('', edited);
  const isThere = [data['discussion']].flat().join() === urls.join();
  return isThere && diagnostics.length === 0 ? withLineEndings(edited, file) : undefined;
}
