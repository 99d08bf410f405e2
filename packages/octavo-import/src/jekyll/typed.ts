import { isMap } from '../old/values.ts';

/** Returns values of YAML, all of them strings, with the types that Jekyll reads them in. */
export function typed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typed);
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typed(item)]));
  if (typeof value !== 'string') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  if (value === '' || value === '~' || value === 'null') return undefined;
  return /^-?\d{1,15}(?:\.\d+)?$/.test(value) ? Number(value) : value;
}
