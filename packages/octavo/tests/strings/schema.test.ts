import { expect, test } from 'vitest';
import { settings } from '../helpers.ts';

const FORMS = 'must be a string with {count}, or one for each plural category with other';

test.each([
  [{ archiv: 'All' }, 'unknown key strings.archiv; did you mean archive?'],
  [{ archive: () => 'All' }, /^src\/site\.config\.ts {2}strings\.archive: must be a string/],
  [{ archive: '' }, 'strings.archive: empty; set a value'],
  [{ minutes: 5 }, `strings.minutes: ${FORMS}`],
  [{ minutes: () => '5' }, `strings.minutes: ${FORMS}`],
  [{ minutes: { one: '{count} min' } }, `strings.minutes: ${FORMS}`],
  [{ minutes: { some: '1', other: '2' } }, 'unknown key strings.minutes.some'],
  [{ minutes: '{number} min' }, 'strings.minutes: unknown placeholder; use {count}'],
])('strings of the settings must not be %j', (strings, message) => {
  const text = typeof message === 'string' ? `src/site.config.ts  ${message}` : message;
  expect(() => settings({ strings: strings as never })).toThrow(text);
});
