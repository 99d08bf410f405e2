import { extname } from 'node:path';

/** `'{{title}}'` and `"{{title}}"` stand for a string of the file's language, `{{title}}` for text. */
const PLACEHOLDER = /(['"]?)\{\{(\w+)\}\}\1/g;

/** Returns a file of the template with its placeholders replaced, escaped for the file's language. */
export function fillPlaceholders(
  path: string,
  source: string,
  values: Readonly<Record<string, string>>,
): string {
  const quoted = QUOTED[extname(path)] ?? JSON.stringify;
  return source.replace(PLACEHOLDER, (_, quote: string, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`${path}: unknown placeholder ${key}`);
    return quote === '' ? markdownText(value) : quoted(value);
  });
}

/** True where a source is a file of the template, with any values for its placeholders. */
export function isFilledTemplate(template: string, source: string): boolean {
  const parts = template.split(/(?:'|")?\{\{\w+\}\}(?:'|")?/);
  const pattern = new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.*')}$`);
  return pattern.test(source.replaceAll('\r\n', '\n'));
}

/** A string in each language, as Prettier would quote it. */
const QUOTED: Readonly<Record<string, (text: string) => string>> = {
  '.json': JSON.stringify,
  '.md': (text) => `'${text.replaceAll("'", "''")}'`,
  '.ts': (text) => {
    const json = JSON.stringify(text);
    if (text.includes("'") && !text.includes('"')) return json;
    return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  },
};

function markdownText(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
}
