import type { HugoConfig } from './config.ts';
import type { IdType } from './heading-anchor.ts';
import type { TextContext } from '../text/text-source.ts';
import { at, boolean, text, texts } from '../old/values.ts';

type Markup = TextContext['markup'];
const ID_TYPES: readonly IdType[] = ['github', 'github-ascii', 'blackfriday'];

/** Returns how Hugo reads Markdown, with the defaults of Goldmark or of Blackfriday filled in. */
export function markupOf({ values, params }: HugoConfig, isBlackfriday: boolean): Markup {
  const goldmark = (...path: string[]) => at(values, 'markup', 'goldmark', ...path);
  const on = (otherwise: boolean, ...path: string[]) => switched(goldmark(...path), otherwise);
  const extension = (name: string) => on(true, 'extensions', name);
  return {
    unsafe: on(isBlackfriday, 'renderer', 'unsafe'),
    typographer: extension('typographer'),
    attributeBlock: on(false, 'parser', 'attribute', 'block'),
    attributeTitle: on(true, 'parser', 'attribute', 'title'),
    hardWraps: on(false, 'renderer', 'hardwraps'),
    definitionList: extension('definitionlist'),
    footnote: extension('footnote'),
    linkify: extension('linkify'),
    strikethrough: extension('strikethrough'),
    table: extension('table'),
    taskList: extension('tasklist'),
    passthrough: passthrough(goldmark('extensions', 'passthrough')),
    emoji: boolean(values['enableemoji']) ?? false,
    lineNos: boolean(at(values, 'markup', 'highlight', 'linenos')) ?? false,
    mathByTheme: ['math', 'katex', 'mathjax'].some((key) => boolean(params[key]) === true),
  };
}

/** Returns the rule for ids of headings (`markup.goldmark.parser.autoIDType`). */
export function idTypeOf({ values }: HugoConfig, isBlackfriday: boolean): IdType {
  const parser = at(values, 'markup', 'goldmark', 'parser');
  const given = text(at(parser, 'autoheadingidtype')) ?? text(at(parser, 'autoidtype'));
  return ID_TYPES.find((type) => type === given) ?? (isBlackfriday ? 'blackfriday' : 'github');
}

/** An extension is switched on by `true`, or by a map of what it is to do. */
function switched(value: unknown, otherwise: boolean): boolean {
  return (
    boolean(value) ??
    boolean(at(value, 'enable')) ??
    boolean(at(value, 'disable') === undefined ? undefined : !boolean(at(value, 'disable'))) ??
    otherwise
  );
}

function passthrough(value: unknown): Markup['passthrough'] {
  if (boolean(at(value, 'enable')) !== true) return undefined;
  const pairs = (kind: string) => {
    const list = at(value, 'delimiters', kind);
    return (Array.isArray(list) ? list : []).flatMap((pair): [string, string][] => {
      const [open, close] = texts(pair);
      return open === undefined || close === undefined ? [] : [[open, close]];
    });
  };
  return { inline: pairs('inline'), block: pairs('block') };
}
