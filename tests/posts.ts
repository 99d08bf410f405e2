/** Returns the Markdown of a post: front matter of the given values, without those that are undefined, and a text. */
export function post(frontMatter: Record<string, unknown>, text = 'A short text.'): string {
  const all = { title: 'A post', date: '2024-01-01', ...frontMatter };
  const lines = Object.entries(all).filter(([, value]) => value !== undefined);
  return `---\n${lines.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join('\n')}\n---\n\n${text}\n`;
}

/** Returns a paragraph of so many different words. */
export function words(count: number, first = 1): string {
  return Array.from({ length: count }, (_, index) => `word${first + index}`).join(' ');
}
