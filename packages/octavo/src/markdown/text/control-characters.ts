import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { edited, type Edit } from '../../html/edits.ts';
import {
  CONTROL_CHARACTER,
  controlCharactersIn,
  withoutControlCharacters,
} from '../../words/control-characters.ts';
import { ANSI } from '../code/highlighter.ts';
import type { Source } from '../document.ts';
import { positionIn } from '../position.ts';
import { nodesIn } from '../syntax.ts';
import { placeOf } from './prose-block.ts';

/** Removes the control characters from a body, except in `ansi` fences; reports the first. */
export function cleanBody({ path, format, body }: Source, diagnostics: Diagnostic[]): string {
  if (body.search(CONTROL_CHARACTER) === -1) return body;
  const fences = nodesIn(body, format).flatMap((node): Edit[] => {
    if (node.type !== 'code' || node.lang !== ANSI) return [];
    const [start, end] = placeOf(node);
    return [{ start, end, text: ' '.repeat(end - start) }];
  });
  const others = edited(body, fences);
  const names = controlCharactersIn(others);
  if (names === '') return body;
  const position = positionIn(body, others.search(CONTROL_CHARACTER));
  const message = `text: control characters (${names}) are removed; delete them, or put output of a terminal into an ansi fence`;
  diagnostics.push({
    ...{ file: path, ...position, severity: 'warning', message, rule: 'control-character' },
  });
  const starts = [0, ...fences.map(({ end }) => end)];
  const between = starts.map((start, index): Edit => {
    const end = fences[index]?.start ?? body.length;
    return { start, end, text: withoutControlCharacters(body.slice(start, end)) };
  });
  return edited(body, between);
}
