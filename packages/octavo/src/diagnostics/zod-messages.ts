import type { z } from 'zod';
import { didYouMean, oneSlipFrom } from './did-you-mean.ts';

/** A zod issue in words: which key, and what is wrong with it. */
export interface Explanation {
  /** Where in the data: `['cover', 'alt']`, `['tags', 1]`. */
  path: PropertyKey[];
  /** The same for people: `cover.alt`, `tags[1]`. */
  subject: string;
  /** What is wrong and what would be right. */
  message: string;
  /** What certainly should stand there: another name for the key, or another value. */
  mend?: { key: string } | { value: string } | undefined;
}

type Issue = z.core.$ZodIssue;

/** What was checked, and by what. */
interface Checked {
  input: unknown;
  /** Unknown keys are held against its keys. */
  schema: z.core.$ZodType;
  /** Returns a single value as its author wrote it. */
  written?: (path: readonly PropertyKey[]) => string | undefined;
}

/** Returns what a zod issue says, in words for an author; an issue on several keys gives several. */
export function explainIssue(issue: Issue, { input, schema, written }: Checked): Explanation[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => {
      const found = explanation(
        [...issue.path, key],
        `is not a key that is known${didYouMean(key, known)}`,
      );
      const meant = oneSlipFrom(key, known);
      const isFree = meant !== undefined && valueAt(input, [...issue.path, meant]) === undefined;
      return isFree ? { ...found, mend: { key: meant } } : found;
    });
  }
  const value = valueAt(input, issue.path);
  const text = written?.(issue.path) ?? String(value);
  const found = explanation(issue.path, sentence(issue, value, text));
  const mended = mendedValue(issue, value, text);
  return [mended === undefined ? found : { ...found, mend: { value: mended } }];
}

/** Returns the keys that a schema knows at a place in the data; none where it has no keys there. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  // Optional and defaulted schemas hold the one they are about; a list holds that of its items.
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

function explanation(path: PropertyKey[], message: string): Explanation {
  return { path, subject: subject(path), message };
}

function subject(path: PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? String(part) : `${name}.${String(part)}`;
  }, '');
}

function sentence(issue: Issue, value: unknown, written: string): string {
  if (issue.code === 'invalid_type') {
    if (value === undefined)
      return `is missing; it must be ${KINDS[issue.expected] ?? issue.expected}`;
    if (value === null) return 'is empty; give it a value, or take the line out';
    return mistaken(issue.expected, value, written);
  }
  if (issue.code === 'invalid_value' && /^Invalid (?:option|input):/.test(issue.message))
    return `must be ${issue.values.map(String).join(' or ')}, is ${shown(value)}`;
  if (issue.code === 'too_small' && issue.origin === 'string') return 'is empty; give it a value';
  if (issue.code === 'too_small') return `must be ${issue.minimum} or more, is ${shown(value)}`;
  if (value === null) return 'is empty; give it a value, or take the line out';
  return value === undefined ? 'is missing' : issue.message;
}

/** The kinds of values, as an author knows them. */
const KINDS: Record<string, string> = {
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  number: 'a number',
  int: 'a whole number',
};

/** Returns what a value of the wrong kind must be, and how to write it where that is plain. */
function mistaken(expected: string, value: unknown, written: string): string {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `must be text; put it in quotes: "${written}"`;
  }
  if (expected === 'array' && typeof value === 'string') return `must be a list: [${value}]`;
  const near = expected === 'boolean' ? didYouMean(String(value), ['true', 'false']) : '';
  return `must be ${KINDS[expected] ?? expected}, is ${shown(value)}${near}`;
}

/** Returns how a value of the wrong kind is certainly written right, where it is. */
function mendedValue(issue: Issue, value: unknown, written: string): string | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return `"${written}"`;
  // A comma may part two items, or stand in one.
  if (
    issue.expected === 'array' &&
    typeof value === 'string' &&
    /^[\p{L}\p{N} _./-]+$/u.test(value)
  )
    return `[${value}]`;
  return undefined;
}

/** Returns a value as an author would know it again. */
function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'a group of keys';
  return String(value);
}

function valueAt(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined | null)?.[key],
    input,
  );
}
