import type { ThemeRegistration } from 'shiki/core';

/** The kind of a token that has the color of the text. */
export const PLAIN = 'plain';

/**
 * The kinds of token that have a color, each the name of a class, and their TextMate scopes.
 * Colors are in styles/content/code.css.
 */
const KINDS: Record<string, string> = {
  /** Comments. */
  c: 'comment, string.quoted.docstring, string.quoted.docstring punctuation.definition.string',
  /** Keywords, operators that are words among them. */
  k: `
    keyword, keyword.operator.new, keyword.operator.expression, keyword.operator.logical.python,
    keyword.operator.word, keyword.operator.wordlike, storage, variable.language,
    constant.language.import-export-all, punctuation.definition.template-expression,
    punctuation.section.embedded, meta.preprocessor
  `,
  /** Strings. */
  s: `
    string, punctuation.definition.string, markup.inline.raw, markup.fenced_code,
    markup.underline.link
  `,
  /** Numbers and other constants. */
  n: 'constant, keyword.other.unit, support.constant, variable.other.enummember',
  /** Functions. */
  f: 'entity.name.function, support.function, meta.decorator, entity.name.command',
  /** Types. */
  t: `
    entity.name.type, entity.name.class, entity.name.namespace, entity.other.inherited-class,
    support.type, support.class, storage.type.java, storage.type.generic.java,
    storage.type.primitive.java
  `,
  /** Tags. */
  g: 'entity.name.tag',
  /** Attributes, keys of data, properties of CSS. */
  a: `
    entity.other.attribute-name, support.type.property-name, support.type.vendored.property-name,
    entity.name.tag.yaml, variable.other.key.toml, keyword.other.definition.ini
  `,
  /** Headings. */
  h: 'markup.heading, entity.name.section, meta.diff.header, meta.diff.range',
  /** Inserted, deleted. */
  i: 'markup.inserted',
  d: 'markup.deleted, invalid',
  /** Plain parts of a colored whole. */
  [PLAIN]: `
    keyword.operator, storage.modifier.pointer, punctuation.separator, punctuation.terminator,
    meta.template.expression, meta.embedded, string meta.interpolation, string source,
    variable.parameter
  `,
};

/** The kinds of the colors of a terminal, which have no classes of their own. */
const ANSI_KINDS: Record<string, string> = {
  Black: PLAIN,
  Red: 'd',
  Green: 'i',
  Yellow: 'n',
  Blue: 'f',
  Magenta: 'k',
  Cyan: 't',
  White: PLAIN,
};

/** A theme whose colors are the kinds. */
export const theme: ThemeRegistration = {
  name: 'octavo',
  type: 'light',
  fg: PLAIN,
  bg: '#ffffff',
  colors: Object.fromEntries([
    ...Object.entries(ANSI_KINDS).flatMap(([name, kind]) => [
      [`terminal.ansi${name}`, kind],
      [`terminal.ansiBright${name}`, kind],
    ]),
    ['terminal.ansiBrightBlack', 'c'],
  ]),
  settings: Object.entries(KINDS).map(([kind, scope]) => ({
    scope,
    settings: { foreground: kind },
  })),
};
