import { expect, test } from 'vitest';
import { parseSettings } from '../../../packages/octavo/src/settings/settings.ts';
import { manual } from '../../docs.ts';
import { REQUIRED } from '../../../packages/octavo/tests/helpers.ts';

const { fences } = manual().find(
  ({ path }) => path === 'docs/src/content/pages/reference/settings.md',
)!;
const samples = fences.flatMap(({ language, words, text }, index) =>
  language === 'ts'
    ? [{ text, said: words === 'title="with errors"' ? fences[index + 1]?.text : '' }]
    : [],
);

test.each(samples)('the settings hold, or are told to be wrong: $text', ({ text, said }) => {
  const lines = text.replace(/^export default \{\n([^]*)\n\}.*$/, '$1');
  const read = new Function(`return {${lines}}`) as () => object;
  expect(toldAbout({ ...REQUIRED, ...read() })).toBe(said);
});

function toldAbout(settings: object): string {
  try {
    parseSettings(settings);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
