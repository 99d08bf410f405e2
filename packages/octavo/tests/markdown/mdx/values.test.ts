import { describe, expect, test } from 'vitest';
import { render } from '../../helpers.ts';

const valuesOf = async (body: string) => (await render(body, { format: 'mdx' })).values;

describe('the value of an expression of MDX', () => {
  test.each([
    ['of a constant', 'export const version = "1.2"', 'version', '1.2'],
    ['of a number', 'export const n = 3', 'n', '3'],
    ['computed', 'export const n = 3', 'n * 2 + 1', '7'],
    ['of a template', 'export const v = "1.2"', '`v${v}`', 'v1.2'],
    ['of a member', "export const release = { tag: 'v9' }", 'release.tag', 'v9'],
    ['of a length', 'export const all = [1, 2]', 'all.length', '2'],
    ['of a function', 'export function twice(n) { return 2 * n }', 'twice(4)', '8'],
    ['of one of several', 'export const a = 1, b = a + 1', 'b', '2'],
    ['beside an import', "import x from './x.json'\nexport const a = 1", 'a', '1'],
    ['beside a component', 'export const A = () => <b />\n\nexport const a = 1', 'a', '1'],
    ['with a comment', '', '"a" // b', 'a'],
    ['without exports', '', "' '", ' '],
  ])('is there: %s', async (_, script, expression, value) => {
    expect(await valuesOf(`${script}\n\nIt is {${expression}\n}.`)).toEqual({
      [`${expression}\n`]: value,
    });
  });

  test.each([
    ['of an import', "import x from './x.json'", 'x.a'],
    ['of a component', '', '<b>a</b>'],
    ['of the date', '', 'new Date().getFullYear()'],
    ['by chance', '', 'Math.random()'],
    ['of the machine', '', 'process.version'],
    ['that is kept', '', 'globalThis.count = 1'],
    ['that is nothing', 'export const a = false', 'a && "b"'],
    ['that is a list', 'export const a = [1]', 'a'],
    ['that takes for ever', 'export const a = () => { while (true) {} }', 'a()'],
    ['of props', '', 'props.title'],
    ['that is a comment', '', '/* a */'],
  ])('is missing: %s', async (_, script, expression) => {
    expect(await valuesOf(`${script}\n\nIt is {${expression}}.`)).toEqual({});
  });

  test('is in the summary, in words, and where the export is below', async () => {
    const { text } = await render('Release {version} is out.\n\nexport const version = "1.2"', {
      format: 'mdx',
    });
    expect(text.automatic.text).toBe('Release 1.2 is out.');
    expect(text.words).toBe(4);
  });
});
