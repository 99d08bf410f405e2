import { extname } from 'node:path';

/** The values of a blog in the files of the template, by what is before them on their lines. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': { '# ': 'title' },
  'package.json': { '  "name": ': 'name', '    "octavo": ': 'octavo' },
  'src/content/authors/author.md': { 'name: ': 'author' },
  'src/content/posts/first-post.md': { 'date: ': 'day' },
  'src/site.config.ts': {
    '  title: ': 'title',
    '  description: ': 'description',
    '  url: ': 'url',
    '  language: ': 'language',
    '  timeZone: ': 'timeZone',
    '  author: ': 'authorId',
  },
};

/** Returns a file of the template with the values of a blog in place of its own, as the file's language writes them. */
export function fillPlaceholders(
  path: string,
  source: string,
  values: Readonly<Record<string, string>>,
): string {
  const quoted = QUOTED[extname(path)] ?? JSON.stringify;
  return replaceValues(path, source, (name, quote) =>
    quote === '' ? markdownText(values[name]!) : quoted(values[name]!),
  );
}

/** True where a source is a file of the template, with any values of a blog. */
export function isFilledTemplate(path: string, template: string, source: string): boolean {
  const [one, other] = [template, source.replaceAll('\r\n', '\n')].map((text) =>
    replaceValues(path, text, () => ''),
  );
  return one === other;
}

function replaceValues(
  path: string,
  source: string,
  valueOf: (name: string, quote: string) => string,
): string {
  return Object.entries(VALUES[path] ?? {}).reduce((text, [before, name]) => {
    const line = new RegExp(`^(${RegExp.escape(before)})(['"]?).*\\2(,?)$`, 'm');
    return text.replace(
      line,
      (_, start: string, quote: string, end: string) => start + valueOf(name, quote) + end,
    );
  }, source);
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
