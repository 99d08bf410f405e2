import { expect, test } from 'vitest';
import { settings } from '../helpers.ts';

test.each([
  [{ archiv: 'All' }, 'unknown key strings.archiv; did you mean archive?'],
  [{ archive: () => 'All' }, /^src\/site\.config\.ts {2}strings\.archive: must be a string/],
  [{ archive: '' }, 'strings.archive: empty; set a value'],
  [{ minutes: '5 min' }, 'strings.minutes: must be a function, like (count) => `…`'],
])('strings of the settings must not be %j', (strings, message) => {
  const text = typeof message === 'string' ? `src/site.config.ts  ${message}` : message;
  expect(() => settings({ strings: strings as never })).toThrow(text);
});
