import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/**
 * Puts a text between `<!-- bench: name -->` and `<!-- /bench -->` of a page of this repository,
 * formatted as it is committed.
 */
export async function writeSection(path: string, name: string, text: string): Promise<void> {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const page = withSection(readFileSync(file, 'utf8'), name, text);
  writeFileSync(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));
}

/**
 * Returns the page with the text between the markers of that name.
 *
 * @throws where it has no such markers.
 */
export function withSection(page: string, name: string, text: string): string {
  const [opening, closing] = [`<!-- bench: ${name} -->`, '<!-- /bench -->'];
  const from = page.indexOf(opening);
  const to = page.indexOf(closing, from);
  if (from < 0 || to < 0) throw new Error(`there is no ${opening} … ${closing}`);
  return `${page.slice(0, from)}${opening}\n\n${text}\n\n${page.slice(to)}`;
}
