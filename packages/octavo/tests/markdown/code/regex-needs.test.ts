import { expect, test } from 'vitest';
import { hasNeeds, needsOf, signsOf } from '../../../src/markdown/code/regex-needs.ts';

test.each([
  [/import/v, 'an important thing', true],
  [/import/v, 'an export', false],
  [/(?:import|export)\b/v, 'no', false],
  [/(?:import|export)\b/v, 'mx', true],
  [/(?:import|)x/v, 'x', true],
  [/a*b?c+/v, 'c', true],
  [/a*b?c+/v, 'ab', false],
  [/a{0,2}b{2}/v, 'b', true],
  [/a{1,2}b{2}/v, 'b', false],
  [/(?<=#)\w/v, 'x', false],
  [/(?=#)./v, 'x', false],
  [/(?!#)(?<!;)./v, 'x', true],
  [/(?<name>#)\k<name>/v, 'x', false],
  [/[\[\]]/v, '(', false],
  [/[[a-z]&&[^b]]/v, 'b', false],
  [/[^\]]x/v, 'x', true],
  [/\u{7b}|\x7d/v, 'x', false],
  [/\u{7b}|\x7d/v, '}', true],
  [/\p{Nd}/v, 'x', false],
  [/\p{Nd}/v, '\u0664', true],
  [/\uFFFF(?!x)/v, 'plain', false],
  [/é/v, 'e', false],
  [/é/v, 'ö', true],
  [/😀?a/v, 'a', true],
  [/select/iv, 'SELECT', true],
  [/select/iv, 'delete', false],
  [/kelvin/iv, '\u212Aelvin', true],
  [/^$/v, '', true],
])('%s in %j', (expression, text, expected) => {
  expect(hasNeeds(signsOf(text), needsOf(expression))).toBe(expected);
});

test('what a part of an expression ignores of case is no rule for the rest', () => {
  const needs = needsOf(new RegExp('(?i:a)b', 'v'));
  expect(hasNeeds(signsOf('Ab'), needs)).toBe(true);
  expect(hasNeeds(signsOf('AB'), needs)).toBe(false);
});
