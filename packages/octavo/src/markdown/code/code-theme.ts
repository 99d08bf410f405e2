import type { ThemeRegistration } from 'shiki/core';

/**
 * The kinds of token that have a colour, each the name of a class, and the TextMate scopes that
 * are of this kind. What is of none has the colour of the text. Colours are in styles/content/code.css.
 */
const KINDS = {
  /** Comments. */
  c: [
    'comment',
    'punctuation.definition.comment',
    'string.quoted.docstring',
    'string.quoted.docstring punctuation.definition.string',
  ],
  /** Keywords. */
  k: [
    'keyword',
    'storage',
    'variable.language',
    'constant.language.import-export-all',
    'punctuation.definition.template-expression',
    'punctuation.section.embedded',
    'meta.preprocessor',
  ],
  /** Strings. */
  s: [
    'string',
    'punctuation.definition.string',
    'markup.inline.raw',
    'markup.fenced_code',
    'markup.underline.link',
  ],
  /** Numbers and other constants. */
  n: ['constant', 'keyword.other.unit', 'support.constant', 'variable.other.enummember'],
  /** Functions. */
  f: ['entity.name.function', 'support.function', 'meta.decorator', 'entity.name.command'],
  /** Types. */
  t: [
    'entity.name.type',
    'entity.name.class',
    'entity.name.namespace',
    'entity.other.inherited-class',
    'support.type',
    'support.class',
    'storage.type.java',
    'storage.type.generic.java',
    'storage.type.primitive.java',
  ],
  /** Tags. */
  g: ['entity.name.tag', 'entity.name.selector'],
  /** Attributes, keys of data, properties of CSS. */
  a: [
    'entity.other.attribute-name',
    'support.type.property-name',
    'entity.name.tag.yaml',
    'entity.name.tag.yml',
    'support.type.vendored.property-name',
    'keyword.key.toml',
    'variable.other.key.toml',
    'entity.other.attribute-name.table.toml',
    'keyword.other.definition.ini',
  ],
  /** Headings. */
  h: ['markup.heading', 'entity.name.section', 'meta.diff.header', 'meta.diff.range'],
  /** Inserted, deleted. */
  i: ['markup.inserted'],
  d: ['markup.deleted', 'invalid'],
} satisfies Record<string, string[]>;

/** What is of the colour of the text inside of a coloured whole. */
const PLAIN = [
  'keyword.operator',
  'storage.modifier.pointer',
  'punctuation.separator',
  'punctuation.terminator',
  'meta.template.expression',
  'meta.embedded',
  'string meta.interpolation',
  'string source',
  'variable.parameter',
];

/** Operators that are words read as keywords. */
const WORDS = [
  'keyword.operator.new',
  'keyword.operator.expression',
  'keyword.operator.logical.python',
  'keyword.operator.word',
  'keyword.operator.wordlike',
];

const DEFAULT = '#000000';

/** The colours of the theme, each a marker of a kind. */
const MARKERS = new Map(
  Object.keys(KINDS).map((kind, index) => [`#0000${String(index + 10)}`, kind]),
);

/** A theme whose colours are markers. */
export const theme: ThemeRegistration = {
  name: 'octavo',
  type: 'light',
  colors: { 'editor.foreground': DEFAULT, 'editor.background': '#FFFFFF' },
  settings: [
    { settings: { foreground: DEFAULT } },
    ...[...MARKERS].map(([marker, kind]) => rule(KINDS[kind as keyof typeof KINDS], marker)),
    rule(PLAIN, DEFAULT),
    rule(WORDS, [...MARKERS].find(([, kind]) => kind === 'k')![0]),
  ],
};

/** Returns the class of a token by its colour; none for what has the colour of the text. */
export function kindOf(marker: string | undefined): string {
  return MARKERS.get(marker ?? DEFAULT) ?? '';
}

function rule(scope: string[], foreground: string) {
  return { scope, settings: { foreground } };
}
