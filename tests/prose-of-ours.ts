import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(repository, path), 'utf8');

/**
 * Returns paragraphs of so many words in all, about as many in each part: prose of this manual,
 * with its code between backticks and without its links, since made-up text is packed better.
 */
export function proseOfOurs(words: number, parts: number): string[][] {
  const all = globSync('docs/*.md', { cwd: repository }).sort().flatMap(paragraphsOf);
  const result: string[][] = [];
  for (let part = 0; part < parts; part++) {
    const paragraphs: string[] = [];
    let left = words / parts;
    while (left > 0) {
      const paragraph = all.shift()!;
      paragraphs.push(paragraph);
      left -= paragraph.split(/\s+/).length;
    }
    result.push(paragraphs);
  }
  return result;
}

function paragraphsOf(file: string): string[] {
  return read(file)
    .replace(/^```.*?^```$/gms, '')
    .split(/\n{2,}/)
    .filter((block) => /^[A-Z][^|]{150,}$/s.test(block))
    .map((block) => block.replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1'));
}

/** Returns so many lines of a file of this repository as a block of code, from the one that begins so. */
export function codeOfOurs(path: string, first: string, lines: number): string {
  const all = read(path).split('\n');
  const start = all.findIndex((line) => line.startsWith(first));
  if (start < 0) throw new Error(`${path} has no line that begins with ${first}`);
  const language = path.split('.').at(-1)!;
  return `\`\`\`${language}\n${all.slice(start, start + lines).join('\n')}\n\`\`\``;
}
