/** A value of a template; `Html` is safe, and is not escaped. */
export type Value = string | number | boolean | undefined | Html | readonly Value[] | Values;

export interface Values {
  readonly [key: string]: Value;
}

/** HTML that a template or a function made. */
export class Html {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

/** Thrown for what only Hugo can do. */
export class UnsupportedTemplate extends Error {}

/** True for what `if` and `with` take for true. */
export function isTrue(value: Value): boolean {
  if (value instanceof Html) return value.html !== '';
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object') return Object.keys(value).length > 0;
  return Boolean(value);
}

/** Returns a value as text. */
export function textOf(value: Value): string {
  if (value instanceof Html) return value.html;
  if (typeof value === 'object') throw new UnsupportedTemplate('a list or a map as text');
  return value === undefined ? '' : String(value);
}
