import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { rowsOf, withTables } from '../../../scripts/reference.ts';
import { dateSchema, postSchema } from '../../../packages/octavo/src/content/schema.ts';
import { manual } from '../../docs.ts';

const pages = manual().filter(({ path }) => path.startsWith('docs/'));

const { date } = postSchema({ date: dateSchema('UTC'), image: z.string() }).shape;

describe('the tables of the manual', () => {
  test.each(pages.map(({ path, source }) => [path, source]))(
    'are what npm run docs makes of the schemas in %s',
    async (_, source) => {
      expect(source).toBe(await withTables(source));
    },
  );

  test.each(['post', 'page', 'author', 'settings'])('have the one named %s', (name) => {
    const all = pages.map(({ source }) => source).join('');
    expect(all).toContain(`<!-- table: ${name} -->`);
  });

  test('say of a key what its schema and its comment say', async () => {
    const table = await withTables('<!-- table: settings -->\n<!-- /table -->\n');
    const rows = table.split('\n').map((row) => row.split('|').map((cell) => cell.trim()));
    const row = (key: string) => rows.find((cells) => cells[1] === `\`${key}\``)?.slice(2, 5);
    expect(row('title')?.slice(0, 2)).toEqual(['string', 'required']);
    expect(row('pageSize')).toEqual(['integer', '`10`', 'Posts on an index page.']);
    expect(row('nav[].label')).toEqual(['string', 'required', 'The text of the link.']);
    expect(row('intro')?.slice(0, 2)).toEqual(['string', '']);
  });

  test.each([
    ['a choice', z.enum(['a', 'b']), "`'a'` or `'b'`", 'required'],
    ['one of two kinds', z.union([z.literal(false), z.string()]), '`false` or string', 'required'],
    ['a date, which a function reads', date, 'date', 'required'],
    ['what may be left out', z.boolean().optional(), '`true` or `false`', ''],
    ['what is something where it is left out', z.string().default('a'), 'string', "'a'"],
    ['a list', z.array(z.string()).default([]), 'list of strings', '[]'],
  ])('know %s', (_, key, type, fallback) => {
    expect(rowsOf(z.strictObject({ key }))).toMatchObject([{ key: 'key', type, fallback }]);
  });

  test('are none that has no schema', () => {
    expect(() => withTables('<!-- table: nothing -->\n<!-- /table -->\n')).toThrow(
      'unknown table nothing',
    );
  });
});
