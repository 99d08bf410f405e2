import { readFileSync } from 'node:fs';

/** Returns the value in a JSON file of a cache; `undefined` if it is missing or damaged. */
export function readCached<Value>(file: string): Value | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Value;
  } catch {
    return undefined;
  }
}
