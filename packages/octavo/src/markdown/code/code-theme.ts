import type { ThemeRegistration } from 'shiki/core';
import kinds from './code-kinds.json' with { type: 'json' };

/** The kind of a token that has the color of the text. */
export const PLAIN = 'plain';

/**
 * A theme whose colors are the kinds of token: each the name of a class, with its TextMate scopes. Comments
 * (c), keywords (k), strings (s), constants (n), functions (f), types (t), tags (g), attributes and keys (a),
 * headings (h), inserted (i), deleted (d). The colors of a terminal have no classes of
 * their own. Colors are in styles/content/code.css.
 */
export const theme: ThemeRegistration = {
  name: 'octavo',
  type: 'light',
  fg: PLAIN,
  bg: '#ffffff',
  colors: Object.fromEntries([
    ...Object.entries(kinds.terminal).flatMap(([name, kind]) => [
      [`terminal.ansi${name}`, kind],
      [`terminal.ansiBright${name}`, kind],
    ]),
    ['terminal.ansiBrightBlack', 'c'],
  ]),
  settings: Object.entries(kinds.scopes).map(([kind, scope]) => ({
    scope,
    settings: { foreground: kind },
  })),
};
