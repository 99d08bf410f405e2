import type { SiteConfig } from 'octavo/internal/settings/settings';

/** Returns `src/site.config.ts` with these settings, as Prettier would format it. */
export function settingsSource(settings: SiteConfig): string {
  const start = 'export default defineConfig(';
  return `import { defineConfig, defineFrontMatter } from 'octavo/config';

/** The settings of your blog. Your editor completes and documents them. */
${start}${print(settings, 0, start.length + ');'.length, true)});

/** Front matter keys of your own. */
export const frontMatter = defineFrontMatter({});
`;
}

/** Prettier's width here; prettier.config.js has it too. */
const WIDTH = 100;

/** Returns a value as TypeScript; `used` is how much of its first line is taken. */
function print(value: unknown, depth: number, used: number, isBroken = false): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const inline = onOneLine(value);
  if (!isBroken && used + inline.length <= WIDTH) return inline;
  const indent = '  '.repeat(depth + 1);
  const lines = entries(value).map(([name, item]) => {
    const head = name === undefined ? '' : `${name}: `;
    return `${indent}${head}${print(item, depth + 1, indent.length + head.length + 1)},\n`;
  });
  return `${open}\n${lines.join('')}${'  '.repeat(depth)}${close}`;
}

function entries(value: object): [string | undefined, unknown][] {
  if (Array.isArray(value)) return value.map((item): [undefined, unknown] => [undefined, item]);
  return Object.entries(value).map(([name, item]) => [
    /^[a-z_$][\w$]*$/i.test(name) ? name : quoted(name),
    item,
  ]);
}

function onOneLine(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const items = entries(value).map(
    ([name, item]) => (name === undefined ? '' : `${name}: `) + onOneLine(item),
  );
  if (Array.isArray(value)) return `[${items.join(', ')}]`;
  return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
}

/** A text in the quotes that Prettier would choose. */
function quoted(text: string): string {
  const json = JSON.stringify(text);
  const [singles, doubles] = [text.split("'").length, text.split('"').length];
  if (singles > doubles) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
