import type { z } from 'zod';
import { didYouMean, oneSlipFrom } from './did-you-mean.ts';

/** An error that a schema finds in front matter or settings. */
export interface SchemaError {
  /** `['cover', 'alt']`, `['tags', 1]`. */
  path: PropertyKey[];
  /** The path as text: `cover.alt`, `tags[1]`. */
  subject: string;
  /** With its subject: `cover.alt: missing; must be a string`. */
  message: string;
  /** The only possible fix: another key or value. */
  fix?: { key: string } | { value: string } | undefined;
}

type Issue = z.core.$ZodIssue;

interface Checked {
  input: unknown;
  /** Its keys are the candidates for an unknown key. */
  schema: z.core.$ZodType;
  /** Returns the source text of a scalar. */
  written?: (path: readonly PropertyKey[]) => string | undefined;
}

/** Returns the errors of a zod issue; an issue about several keys gives one for each. */
export function schemaErrors(issue: Issue, { input, schema, written }: Checked): SchemaError[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key): SchemaError => {
      const path = [...issue.path, key];
      const subject = subjectOf(path);
      const message = `unknown key ${subject}${didYouMean(key, known)}`;
      const meant = oneSlipFrom(key, known);
      const isFree = meant !== undefined && valueAt(input, [...issue.path, meant]) === undefined;
      return { path, subject, message, ...(isFree && { fix: { key: meant } }) };
    });
  }
  const { path } = issue;
  const value = valueAt(input, path);
  const text = written?.(path) ?? String(value);
  const subject = subjectOf(path);
  const message = `${subject}: ${messageOf(issue, value, text)}`;
  const fixed = fixedValue(issue, value, text);
  return [{ path, subject, message, ...(fixed !== undefined && { fix: { value: fixed } }) }];
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

function subjectOf(path: PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? String(part) : `${name}.${String(part)}`;
  }, '');
}

function messageOf(issue: Issue, value: unknown, written: string): string {
  if (issue.code === 'invalid_type') {
    if (value === undefined) return `missing; must be ${TYPES[issue.expected] ?? issue.expected}`;
    if (value === null) return EMPTY;
    return typeMessage(issue.expected, value, written);
  }
  if (issue.code === 'invalid_value' && /^Invalid (?:option|input):/.test(issue.message))
    return `must be ${issue.values.map(String).join(' or ')}, not ${shown(value)}`;
  if (issue.code === 'too_small' && issue.origin === 'string') return 'empty; set a value';
  if (issue.code === 'too_small') return `must be ${issue.minimum} or more, not ${shown(value)}`;
  if (value === null) return EMPTY;
  return value === undefined ? 'missing' : issue.message;
}

const EMPTY = 'empty; set a value or remove the line';

const TYPES: Record<string, string> = {
  string: 'a string',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  number: 'a number',
  int: 'an integer',
};

/** Returns the message for a value of the wrong type, with the fix where it is known. */
function typeMessage(expected: string, value: unknown, written: string): string {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `must be a string; put it in quotes: "${written}"`;
  }
  if (expected === 'array' && typeof value === 'string') return `must be a list: [${value}]`;
  const near = expected === 'boolean' ? didYouMean(String(value), ['true', 'false']) : '';
  return `must be ${TYPES[expected] ?? expected}, not ${shown(value)}${near}`;
}

/** Returns the source text of a value in the right type, if there is only one way to write it. */
function fixedValue(issue: Issue, value: unknown, written: string): string | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return `"${written}"`;
  // A comma may separate two items, or be part of one.
  if (
    issue.expected === 'array' &&
    typeof value === 'string' &&
    /^[\p{L}\p{N} _./-]+$/u.test(value)
  )
    return `[${value}]`;
  return undefined;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'an object';
  return String(value);
}

function valueAt(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined | null)?.[key],
    input,
  );
}
