/** `2024-01-06-a-post`, `2024-01-06_a-post`, `2024-01-06`. */
export const DATED = /^(\d{4}-\d{2}-\d{2})(?:[-_](.*))?$/;

/** Returns the day that a file's name begins with, as Hugo and Jekyll read it. */
export function dayInName(name: string): string | undefined {
  return DATED.exec(name)?.[1];
}
