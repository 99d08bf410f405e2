/**
 * Returns true for a path or an anchor (`#x`) that a pattern of the setting `elsewhere` covers: a
 * pattern of paths is a prefix, and `*` stands for any characters.
 */
export function isFoundElsewhere(address: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const source = RegExp.escape(pattern).replaceAll('\\*', '.*');
    return new RegExp(`^${source}${pattern.startsWith('#') ? '$' : ''}`).test(address);
  });
}
