import { describe, expect, test } from 'vitest';
import { deepLineIn, MOST_LEVELS } from '../../../src/markdown/text/nesting.ts';
import { checkFiles, checkText } from '../../checks/helpers.ts';

const message = `nesting: more than ${MOST_LEVELS} levels, and browsers show no more; remove some`;

describe('nesting that Sätteri cannot parse', () => {
  test.each([
    ['quotations', `A.\n${'> '.repeat(10_000)}a`, 2],
    ['quotations without spaces', `${'>'.repeat(10_000)}a`, 1],
    ['lists', `${'- '.repeat(10_000)}a`, 1],
    ['lists in quotations', `${'> 1. '.repeat(10_000)}a`, 1],
  ])('is reported: %s', (_, body, line) => {
    expect(deepLineIn(body)).toBe(line);
  });

  test.each([
    ['thematic breaks', `${'-'.repeat(5000)}\n\n${'* '.repeat(5000)}\n\n${'='.repeat(5000)}`],
    ['minus signs', `${'-'.repeat(5000)} a`],
  ])('is not %s', (_, body) => {
    expect(deepLineIn(body)).toBe(0);
  });

  test('is reported in the file that is included', async () => {
    const found = await checkFiles({
      'posts/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\n\n::include{file="../parts/b.md"}\n',
      'parts/b.md': `A.\n${'> '.repeat(10_000)}a\n`,
    });
    expect(found).toEqual([`parts/b.md:2:1 ${message}`]);
  });

  test.each([
    ['HTML', '<b>'.repeat(2000)],
    ['struck out text', `${'~~a '.repeat(5000)}${'a~~'.repeat(5000)}`],
    ['blocks of HTML', `${'<div>\n\n'.repeat(600)}`],
  ])('is %s that is nested too deep', async (_, body) => {
    const found = await checkText(body);
    expect(found).toEqual([`1:1 ${message}`]);
  });
});
