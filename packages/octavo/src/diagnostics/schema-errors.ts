import type { z } from 'zod';
import { didYouMean, oneSlipFrom } from './did-you-mean.ts';

/** An error that a schema finds in front matter or settings. */
export interface SchemaError {
  /** `['cover', 'alt']`, `['tags', 1]`. */
  path: PropertyKey[];
  /** With the path as text: `cover.alt: missing; must be a string`. */
  message: string;
  /** The only possible fix: another key, or the source text of another value. */
  fix?: { key: string } | { value: string } | undefined;
}

/** Returns the source text of a scalar. */
type Written = (path: readonly PropertyKey[]) => string | undefined;

/** Returns the output of a schema for an input, or the errors. */
export function validate<Output>(
  schema: z.ZodType<Output>,
  input: unknown,
  written: Written = () => undefined,
): { data?: Output | undefined; errors: SchemaError[] } {
  const { data, error } = schema.safeParse(input, { reportInput: true });
  return { data, errors: schemaErrors(error, schema, written) };
}

/** Returns the errors of a schema that were found with the option `reportInput`. */
export function schemaErrors(
  error: z.ZodError | undefined,
  schema: z.ZodType,
  written: Written = () => undefined,
): SchemaError[] {
  return (error?.issues ?? []).flatMap((issue) => errorsOf(issue, schema, written));
}

/** Returns the errors of an issue: one about several keys has one for each. */
function errorsOf(issue: z.core.$ZodIssue, schema: z.ZodType, written: Written): SchemaError[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key): SchemaError => {
      const path = [...issue.path, key];
      const message = `unknown key ${pathText(path)}${didYouMean(key, known)}`;
      const meant = oneSlipFrom(key, known);
      const isFree = meant !== undefined && !(meant in (issue.input as object));
      return { path, message, ...(isFree && { fix: { key: meant } }) };
    });
  }
  const { path } = issue;
  const { reason, fix } = reasonOf(issue, written(path) ?? String(issue.input));
  const message = path.length === 0 ? reason : `${pathText(path)}: ${reason}`;
  return [{ path, message, ...(fix !== undefined && { fix: { value: fix } }) }];
}

/** Returns the keys of a schema at a path; empty if it has none there. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  // Optional and default schemas wrap another one.
  const { innerType, element, shape } = schema._zod.def as {
    innerType?: z.core.$ZodType;
    element?: z.core.$ZodType;
    shape?: Record<PropertyKey, z.core.$ZodType>;
  };
  if (innerType) return keysAt(innerType, path);
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(shape ?? {});
  const below = shape?.[first] ?? element;
  return below ? keysAt(below, rest) : [];
}

/** `['nav', 0, 'link']` → `nav[0].link`. */
export function pathText([first, ...rest]: readonly PropertyKey[]): string {
  const parts = rest.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return `${String(first)}${parts.join('')}`;
}

const TYPES: Record<string, string> = {
  string: 'a string',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  number: 'a number',
  int: 'an integer',
};

/** Returns the reason of an issue, and the source text of the right value if there is only one. */
function reasonOf(
  issue: z.core.$ZodIssue,
  written: string,
): { reason: string; fix?: string | undefined } {
  const { code, input } = issue;
  if (input === null) return { reason: 'empty; set a value or remove the line' };
  if (code === 'invalid_type') return typeReason(issue.expected, input, written);
  if (input === undefined) return { reason: 'missing' };
  if (code === 'invalid_value' && issue.message.startsWith('Invalid '))
    return { reason: `must be ${issue.values.map(String).join(' or ')}, not ${shown(input)}` };
  if (code !== 'too_small') return { reason: issue.message };
  if (issue.origin === 'string') return { reason: 'empty; set a value' };
  return { reason: `must be ${issue.minimum} or more, not ${shown(input)}` };
}

function typeReason(expected: string, input: unknown, written: string) {
  const type = TYPES[expected] ?? expected;
  if (input === undefined) return { reason: `missing; must be ${type}` };
  if (expected === 'string' && (typeof input === 'number' || typeof input === 'boolean')) {
    const fix = `"${written}"`;
    return { reason: `must be a string; put it in quotes: ${fix}`, fix };
  }
  if (expected === 'array' && typeof input === 'string') {
    const list = `[${input}]`;
    // A comma may separate two items, or be part of one.
    const isPlain = /^[\p{L}\p{N} _./-]+$/u.test(input);
    return { reason: `must be a list: ${list}`, fix: isPlain ? list : undefined };
  }
  const near = expected === 'boolean' ? didYouMean(String(input), ['true', 'false']) : '';
  return { reason: `must be ${type}, not ${shown(input)}${near}` };
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : String(value);
}
