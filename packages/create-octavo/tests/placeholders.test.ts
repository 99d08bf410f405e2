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

describe('a placeholder', () => {
  test.each(HOSTILE)('in TypeScript is the string %j', async (title) => {
    const source = fillPlaceholders('x.ts', "export default '{{title}}';", { title });
    const module = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as object;
    expect(module).toHaveProperty('default', title);
  });

  test.each(HOSTILE)('in front matter is the string %j', (title) => {
    expect(parse(fillPlaceholders('x.md', "title: '{{title}}'", { title }))).toEqual({ title });
  });

  test.each(HOSTILE)('in JSON is the string %j', (title) => {
    const source = fillPlaceholders('x.json', '{ "title": "{{title}}" }', { title });
    expect(JSON.parse(source)).toEqual({ title });
  });

  test('in TypeScript has the quotes that Prettier chooses', () => {
    const filled = (title: string) => fillPlaceholders('x.ts', "'{{title}}'", { title });
    expect(filled('Notes')).toBe("'Notes'");
    expect(filled("It's")).toBe(`"It's"`);
    expect(filled(`It's "x"`)).toBe(String.raw`'It\'s "x"'`);
  });

  test('in text is escaped for Markdown', () => {
    const filled = fillPlaceholders('x.md', '# {{title}}', { title: '*C#* & <b>[x](y)</b>' });
    expect(filled).toBe(String.raw`# \*C\#\* \& \<b\>\[x\](y)\</b\>`);
  });

  test('that is unknown is an error', () => {
    expect(() => fillPlaceholders('x.md', '{{titel}}', {})).toThrow(
      'x.md: unknown placeholder titel',
    );
  });

  test('is not an expression of a workflow', () => {
    const source = 'key: ${{ runner.os }}';
    expect(fillPlaceholders('x.yml', source, {})).toBe(source);
  });
});

describe('isFilledTemplate', () => {
  const template = "---\nname: '{{author}}'\ndate: {{day}}\n---\n\nText (a).\n";

  test.each([
    ["---\nname: 'Jane'\ndate: 2024-01-06\n---\n\nText (a).\n", true],
    ["---\r\nname: 'Jane'\r\ndate: 2024-01-06\r\n---\r\n\r\nText (a).\r\n", true],
    ["---\nname: 'Jane'\ndate: 2024-01-06\n---\n\nMy text.\n", false],
    ["---\nname: 'Jane'\nurl: x\ndate: 2024-01-06\n---\n\nText (a).\n", false],
  ])('of %j is %s', (source, expected) => {
    expect(isFilledTemplate(template, source)).toBe(expected);
  });
});
