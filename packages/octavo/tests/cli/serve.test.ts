import { expect, test } from 'vitest';
import { isFilePath } from '../../src/cli/serve.ts';

test.each([
  ['/', true],
  ['/posts/caf%C3%A9/?q=%', true],
  ['/a/../b/', true],
  ['/100%25/', true],
  ['/%', false],
  ['/%ff', false],
  ['/posts/%E0%A4%A/', false],
  ['/..%2f', false],
  ['/..%5C', false],
  ['/a%00', false],
])('%s is served by a preview: %s', (url, isServed) => {
  expect(isFilePath(url)).toBe(isServed);
});
