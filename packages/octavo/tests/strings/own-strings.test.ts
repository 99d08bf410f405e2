import { expect, test, vi } from 'vitest';
import { stringsFor } from '../../src/strings/strings.ts';
import { translation } from '../../src/strings/translation.ts';
import { settings } from '../helpers.ts';

vi.mock('#site-config', async (original) => {
  const { settings, ...others } = await original<{ settings: object }>();
  return { ...others, settings: { ...settings, strings: { archive: 'Alles' } } };
});

test('the strings of the settings replace those of the language', () => {
  expect(stringsFor('de')).toEqual({ ...translation('de'), archive: 'Alles' });
});

test.each([
  [{ archiv: 'All' }, 'strings.archiv: is not a key that is known; did you mean archive?'],
  [{ archive: () => 'All' }, /^src\/site\.config\.ts {2}strings\.archive: must be text/],
  [{ archive: '' }, 'strings.archive: is empty; give it a value'],
  [{ minutes: '5 min' }, 'strings.minutes: must be a function, like (count) => `…`'],
])('refuse %j', (strings, message) => {
  const text = typeof message === 'string' ? `src/site.config.ts  ${message}` : message;
  expect(() => settings({ strings: strings as never })).toThrow(text);
});
