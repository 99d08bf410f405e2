import { nodesIn } from 'octavo/internal/markdown/syntax';
import type { Edit } from 'octavo/internal/html/edits';
import { placeOf } from '../../text/goldmark.ts';
import { escapeHtml } from 'octavo/internal/html/escape-html';
import { KRAMDOWN_FEATURES, replaceAll, type Pass } from '../../text/passes.ts';

const DEFINITION = /^ {0,3}\*\[([^\]\n]+)\]:[ \t]*(.*)$/gm;

/** Writes abbreviations that are defined by `*[HTML]: Hypertext Markup Language` in HTML. */
export const abbreviations: Pass = (text, code) => {
  const definitions = new Map<string, string>();
  const removed = replaceAll(text, code, DEFINITION, ([, name = '', meaning = '']) => {
    definitions.set(name, meaning.trim());
    return '';
  });
  if (definitions.size === 0) return [];
  const names = [...definitions.keys()].map((name) => RegExp.escape(name));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const used = nodesIn(text, 'md', KRAMDOWN_FEATURES)
    .filter(({ type }) => type === 'text')
    .flatMap((node): Edit[] => {
      const [from, to] = placeOf(node);
      return [...text.slice(from, to).matchAll(pattern)].map(({ index, 0: name }) => ({
        ...{ start: from + index, end: from + index + name.length },
        text: `<abbr title="${escapeHtml(definitions.get(name) ?? '')}">${name}</abbr>`,
      }));
    });
  const isFree = ({ start }: Edit) => !removed.some((one) => one.start <= start && start < one.end);
  return [...removed, ...used.filter(isFree)];
};
