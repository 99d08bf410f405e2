import { defineMdastPlugin, type MdastNode } from 'satteri';
import { editedText } from '../text/conversion.ts';
import type { ShortcodeConversion } from './shortcode-context.ts';
import { placeOf, readAsGoldmark } from '../text/goldmark.ts';
import { Placeholders } from '../text/placeholders.ts';
import type { Found, Tag } from './tag.ts';
import { isOpaque } from './converters.ts';

/** What a shortcode stands in. */
export type Context = 'text' | 'code' | 'address' | 'html' | 'attribute';

export interface Contexts {
  of: (tag: Tag) => Context;
  /** The places of code in the text, and of shortcodes. */
  taken: { start: number; end: number }[];
}

/**
 * Finds out what each shortcode stands in. Systems look for shortcodes before they read Markdown,
 * and so in code and in HTML too, where they are converted in other ways than in a text.
 */
export function readContexts(found: readonly Found[], conversion: ShortcodeConversion): Contexts {
  const { body } = conversion.source;
  const tags = marksOf(found);
  const placeholders = new Placeholders(body);
  const { text, original } = editedText(
    body,
    tags.map(({ start, end }) => ({ start, end, text: placeholders.put('') })),
  );
  const contexts = new Map<number, Context>();
  const taken = tags.map(({ start, end }) => ({ start, end }));
  const set = (written: string, context: (at: number) => Context) => {
    if (!placeholders.isIn(written)) return;
    for (const { number, at } of placeholders.numbersIn(written))
      contexts.set(tags[number]!.start, context(at));
  };
  const code = (node: Readonly<MdastNode>) => {
    const [start, end] = placeOf(node);
    taken.push({ start: original(start), end: original(end) });
    set(text.slice(start, end), () => 'code');
  };
  const address = ({ url }: Readonly<Extract<MdastNode, { url: string }>>) =>
    set(decoded(url), () => 'address');
  const reader = defineMdastPlugin({
    name: 'octavo:contexts',
    options: { position: true },
    code,
    inlineCode: code,
    link: address,
    image: address,
    definition: address,
    html(node) {
      const [start, end] = placeOf(node);
      const html = text.slice(start, end);
      taken.push({ start: original(start), end: original(end) });
      set(html, (at) => contextInHtml(html.slice(0, at)));
    },
  });
  readAsGoldmark(text, conversion.around.markup, [reader]);
  return { of: ({ start }) => contexts.get(start) ?? 'text', taken };
}

/** Returns the marks of all shortcodes; one that takes what is inside as it is, is one mark. */
function marksOf(found: readonly Found[]): { start: number; end: number }[] {
  return found.flatMap((one) => {
    if ('stray' in one) return [one.tag];
    const { tag, close, inside } = one;
    if (!close) return [tag];
    if (isOpaque(tag.name)) return [{ start: tag.start, end: close.end }];
    return [tag, ...marksOf(inside), close];
  });
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function contextInHtml(before: string): Context {
  if (/<!--(?:(?!-->)[\s\S])*$/.test(before)) return 'code';
  if (/<[a-z/][^>]*$/i.test(before)) return 'attribute';
  const [, name = ''] =
    /<(pre|script|style|textarea)\b[^>]*>(?:(?!<\/\1)[\s\S])*$/i.exec(before) ?? [];
  return name === '' ? 'html' : 'code';
}
