import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fillPlaceholders, isFilledTemplate } from '../src/placeholders.ts';

const HOSTILE = [
  'Notes',
  "It's mine",
  'She said "no"',
  `Both ' and "`,
  '\\',
  '${process.exit(1)}',
  "', url: 'x",
  '{{title}}',
  "$& $1 $' $`",
  '# : - null',
  '日本語 🔧',
];

const SETTINGS = 'src/site.config.ts';

const settings = (title: string) =>
  fillPlaceholders(SETTINGS, "export default {\n  title: 'My blog',\n};\n", { title });

describe('a placeholder', () => {
  test.each(HOSTILE)('in TypeScript is the string %j', async (title) => {
    const url = `data:text/javascript,${encodeURIComponent(settings(title))}`;
    expect(await import(url)).toMatchObject({ default: { title } });
  });

  test.each(HOSTILE)('in front matter is the string %j', (author) => {
    const path = 'src/content/authors/author.md';
    expect(parse(fillPlaceholders(path, "name: 'Your Name'", { author }))).toEqual({
      name: author,
    });
  });

  test.each(HOSTILE)('in JSON is the string %j', (name) => {
    const source = fillPlaceholders('package.json', '{\n  "name": "my-blog"\n}', { name });
    expect(JSON.parse(source)).toEqual({ name });
  });

  test('in TypeScript has the quotes that Prettier chooses', () => {
    expect(settings('Notes')).toContain("title: 'Notes',\n");
    expect(settings("It's")).toContain(`title: "It's",\n`);
    expect(settings(`It's "x"`)).toContain(String.raw`title: 'It\'s "x"',`);
  });

  test('in text is escaped for Markdown', () => {
    const filled = fillPlaceholders('README.md', '# My blog\n', { title: '*C#* & <b>[x](y)</b>' });
    expect(filled).toBe(String.raw`# \*C\#\* \& \<b\>\[x\](y)\</b\>` + '\n');
  });

  test('is on its own line only, in its own file', () => {
    const source = '## My blog\n\ntitle: My blog # My blog\n';
    expect(fillPlaceholders('README.md', source, { title: 'x' })).toBe(source);
    expect(fillPlaceholders('tsconfig.json', '# My blog', { title: 'x' })).toBe('# My blog');
  });
});

describe('isFilledTemplate', () => {
  const path = 'src/content/authors/author.md';
  const template = "---\nname: 'Your Name'\n---\n\nText (a).\n";

  test.each([
    ["---\nname: 'Jane'\n---\n\nText (a).\n", true],
    ["---\r\nname: 'Jane'\r\n---\r\n\r\nText (a).\r\n", true],
    ["---\nname: 'Jane'\n---\n\nMy text.\n", false],
    ["---\nname: 'Jane'\nurl: x\n---\n\nText (a).\n", false],
  ])('of %j is %s', (source, expected) => {
    expect(isFilledTemplate(path, template, source)).toBe(expected);
  });
});
