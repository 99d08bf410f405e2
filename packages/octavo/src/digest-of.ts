import { hash } from 'node:crypto';

/** Returns a digest of plain data. */
export function digestOf(...parts: unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url');
}
