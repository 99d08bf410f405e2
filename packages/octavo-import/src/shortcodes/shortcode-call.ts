import type { ShortcodeConversion } from './shortcode-context.ts';
import type { Tag } from './tag.ts';

/** What a shortcode becomes. */
export type Converted =
  /** A text or an address, which stands where the shortcode stood: also in code and in addresses. */
  | { kind: 'value'; text: string }
  /** Markdown within a line. */
  | { kind: 'line'; text: string }
  /** Markdown on lines of its own; `line` is what is written where it stands among other text. */
  | { kind: 'block'; text: string; line?: string | undefined }
  /** Lines before and after what is inside, which stays Markdown; `line` is for within a line. */
  | ({ kind: 'around'; line?: Marks | undefined; isInline?: boolean } & Marks);

interface Marks {
  before: string;
  after: string;
}

/** A shortcode that is called, with what a converter wants to know of it. */
export interface Call {
  tag: Tag;
  /** What stands between its marks, as it is written; `undefined` where it has one mark. */
  inside: string | undefined;
  /** True where nothing else stands on its lines. */
  isAlone: boolean;
  conversion: ShortcodeConversion;
}

/** Returns what a shortcode becomes; `undefined` where it makes nothing of these arguments. */
export type Converter = (call: Call) => Converted | undefined;

/** Returns an argument by one of its names, else by its place, where the shortcode has no names. */
export function argument({ tag }: Call, names: readonly string[], place = -1): string | undefined {
  for (const name of names) {
    const value = tag.named.get(name);
    if (value !== undefined) return value;
  }
  return tag.positional[place];
}

/** Tells something of a shortcode, at its place. */
export function reportAt(call: Call, severity: 'warning' | 'info', message: string): void {
  call.conversion.note(call.tag.start, severity, `${call.tag.name}: ${message}`);
}
