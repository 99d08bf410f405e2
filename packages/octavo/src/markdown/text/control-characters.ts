import { diagnosticOf, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import {
  CONTROL_CHARACTER,
  controlCharactersIn,
  withoutControlCharacters,
} from '../../words/control-characters.ts';
import { positionIn } from '../../diagnostics/position-in.ts';

/** Removes the control characters from a body, except in `ansi` fences; reports the first. */
export function cleanBody(body: string, file: string, diagnostics: Diagnostic[]): string {
  if (body.search(CONTROL_CHARACTER) === -1) return body;
  const parts = body.split(BEFORE_FENCE);
  const others = parts.map((part) => (ANSI.test(part) ? ' '.repeat(part.length) : part)).join('');
  const names = controlCharactersIn(others);
  if (names === '') return body;
  const position = positionIn(body, others.search(CONTROL_CHARACTER));
  const message = `text: control characters (${names}) are removed; delete them, or put output of a terminal into an ansi fence`;
  diagnostics.push(diagnosticOf('control-character', { file, ...position }, message));
  return parts.map((part) => (ANSI.test(part) ? part : withoutControlCharacters(part))).join('');
}

const BEFORE_FENCE = /^(?=[ \t>*+\-\d.)]*(?:```|~~~))/m;
const ANSI = /^[ \t>*+\-\d.)]*[`~]{3,}[ \t]*ansi\b/;
