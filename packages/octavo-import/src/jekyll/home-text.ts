import { edited } from 'octavo/internal/html/edits';
import { liquidChunks } from '../liquid/chunks.ts';
import type { JekyllPage } from './content.ts';
import { hasWords } from './sorting.ts';

/** Returns the home page without its lists of posts; `undefined` if there is nothing else to read. */
export function withoutLists(home: JekyllPage): JekyllPage | undefined {
  const { body } = home.source;
  const loops = liquidChunks(body)
    .filter(({ name, start, end }) => name === 'for' && LIST.test(body.slice(start, end)))
    .map(({ start, end }) => ({ start, end, text: '' }));
  const text = edited(body, loops);
  return hasWords(text) ? { ...home, source: { ...home.source, body: text } } : undefined;
}

const LIST = /^\{%-?\s*for\s[^%]*\b(?:site\.(?:posts|tags|categories)|paginator\.posts)\b/;
