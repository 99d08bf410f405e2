import type { Edit } from 'octavo/internal/html/edits';
import { calloutKind } from '../text/callout-kinds.ts';
import { isWithin, type Pass } from '../text/passes.ts';
import type { Placeholders } from '../text/placeholders.ts';
import { link } from '../text/written.ts';

const OPENING = /^([ \t>]*)(:{3,})[ \t]*([\w-]+)(?:\[([^\]\n]*)\])?(?:\{([^}\n]*)\})?[ \t]*$/gm;
const CLOSING = /^[ \t>]*(:{3,})[ \t]*$/gm;

/** Writes asides (`:::note[Title]`) as callouts, and cards of repositories (`::github`) as links. */
export function directives(placeholders: Placeholders): Pass {
  return (text, code) => {
    const isText = ({ index }: RegExpMatchArray) => !isWithin(index ?? 0, code);
    const closings = [...text.matchAll(CLOSING)].filter(isText);
    const edits = [...text.matchAll(OPENING)].filter(isText).flatMap((match): Edit[] => {
      const [all, before = '', colons = '', name, label, attributes = ''] = match;
      const kind = calloutKind(name);
      const closing = closings.find(({ index, 1: own }) => index > match.index && own === colons);
      if (kind === undefined || !closing) return [];
      closings.splice(closings.indexOf(closing), 1);
      const [, given] = /\btitle=["']([^"']*)["']/.exec(attributes) ?? [];
      const title = label ?? given ?? (kind === name ? '' : capitalized(name ?? ''));
      const start = match.index + before.length;
      const end = closing.index + closing[0].length;
      return [
        edit(
          start,
          match.index + all.length,
          `${colons}${kind}${title === '' ? '' : `[${title}]`}`,
        ),
        edit(end - closing[0].trimStart().length, end, colons),
      ];
    });
    const cards = [...text.matchAll(/^::github\{repo=["']([^"'\s]+)["']\}[ \t]*$/gm)]
      .filter(isText)
      .map(({ index, 0: all, 1: repository = '' }) => ({
        ...{ start: index, end: index + all.length },
        text: link(`https://github.com/${repository}`, repository),
      }));
    return [...edits, ...cards];
  };

  function edit(start: number, end: number, written: string): Edit {
    return { start, end, text: placeholders.put(written) };
  }
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
