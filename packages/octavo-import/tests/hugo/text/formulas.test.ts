import { describe, expect, test } from 'vitest';
import { render } from '../../../../octavo/tests/helpers.ts';
import { convert } from './text-context.ts';

const passthrough = {
  inline: [
    ['\\(', '\\)'],
    ['$', '$'],
  ] as [string, string][],
  block: [
    ['$$', '$$'],
    ['\\[', '\\]'],
  ] as [string, string][],
};

describe('without formulas in Hugo, dollars are text', () => {
  test.each([
    ['costs $5 and $6', 'costs $5 and $6'],
    ['$x$', '\\$x$'],
    ['$x$ and $y$', '\\$x$ and \\$y$'],
    ['$$x$$', '\\$\\$x$$'],
    ['$$\nx\n$$', '\\$\\$\nx\n\\$\\$'],
    ['`$x$`', '`$x$`'],
    ['\\$x\\$', '\\$x\\$'],
    ['\\\\(x\\\\)', '\\\\(x\\\\)'],
  ])('%j', async (body, expected) => {
    const { text } = convert(body);
    expect(text).toBe(expected);
    expect((await render(text)).html).not.toContain('<math');
  });
});

describe('with passthrough', () => {
  test.each([
    ['$a_1*b*$', '$a_1*b*$'],
    ['\\(a_1\\)', '$a_1$'],
    ['$x_{\\text{A_B\\_C}}$', '$x_{\\text{A\\_B\\_C}}$'],
    ['$$\n\\text{A_B}\n$$', '$$\n\\text{A\\_B}\n$$'],
    ['\\[a\\]', '$$\na\n$$'],
    ['\\[\na \\\\\nb\n\\]', '$$\na \\\\\nb\n$$'],
    ['$$\na\n$$', '$$\na\n$$'],
    ['x \\[a\\] y', 'x $$a$$ y'],
    ['> \\[\n> a\n> \\]', '> $$\n> a\n> $$'],
    ['$5 and $6', '$5 and $6'],
    ['`\\(a\\)`', '`\\(a\\)`'],
    ['```\n\\(a\\)\n```', '```\n\\(a\\)\n```'],
    ['\\\\(a\\\\)', '\\\\(a\\\\)'],
  ])('%j', (body, expected) => {
    expect(convert(body, { passthrough }).text).toBe(expected);
  });
});

describe('with a script in the page, which sees what Markdown leaves', () => {
  test.each([
    ['$a_1 + b_1$', '$a_1 + b_1$'],
    ['$a\\_1$', '$a_1$'],
    ['\\\\(a\\\\)', '$a$'],
    ['\\\\[a\\\\]', '$$\na\n$$'],
    ['$$\na \\\\\\\\ b\n$$', '$$\na \\\\ b\n$$'],
    ['costs $5 and $6', 'costs $5 and $6'],
  ])('%j', (body, expected) => {
    expect(convert(body, { mathByTheme: true }).text).toBe(expected);
  });
});
