/** Front matter or configuration: keys in lower case, as Hugo knows them whatever their case. */
export type Values = Record<string, unknown>;

/** Returns a copy with all keys in lower case, those of maps within too. */
export function lowerKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.toLowerCase(), lowerKeys(item)]),
  );
}

/** True for a map of keys and values: no list, no date. */
export function isMap(value: unknown): value is Values {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}

/** Returns a value as text; `undefined` where there is none, or it is a list or a map. */
export function text(value: unknown): string | undefined {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' || trimmed === '~' ? undefined : trimmed;
}

/** Returns what a value says as yes or no; `undefined` where it says neither. */
export function boolean(value: unknown): boolean | undefined {
  const word = text(value)?.toLowerCase();
  if (word === undefined) return undefined;
  if (['true', 'yes', 'on', '1', 't', 'y'].includes(word)) return true;
  if (['false', 'no', 'off', '0', 'f', 'n'].includes(word)) return false;
  return undefined;
}

/** Returns a whole number, or `undefined`. */
export function integer(value: unknown): number | undefined {
  const written = text(value);
  return written !== undefined && /^[+-]?\d+$/.test(written) ? Number(written) : undefined;
}

/** Returns a list of texts; a single text is a list of one. */
export function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item) => text(item) ?? []);
}

/** Returns the map at a path of keys, or an empty one. */
export function map(value: unknown, ...path: string[]): Values {
  const found = at(value, ...path);
  return isMap(found) ? found : {};
}

/** Returns the value at a path of keys. */
export function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isMap(inner) ? inner[key] : undefined), value);
}

/** Returns a map with the values of another over its own, maps within merged. */
export function merged(under: Values, over: Values): Values {
  const result = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const known = result[key];
    result[key] = isMap(known) && isMap(value) ? merged(known, value) : value;
  }
  return result;
}
