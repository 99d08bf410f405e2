import { expect, test } from 'vitest';
import type { SiteConfig } from '../../src/settings/settings.ts';
import en from '../../src/strings/en.json' with { type: 'json' };
import { checkFiles } from './helpers.ts';

/** Returns all strings but those of some keys. */
const allBut = (...keys: string[]) =>
  Object.fromEntries(Object.entries(en).filter(([key]) => !keys.includes(key)));
const all = Object.keys(en).length;

test.each<[string, SiteConfig['strings'], string?]>([
  ['en', {}],
  ['nb', {}, `skipToContent, mainNavigation, footerNavigation and ${all - 3} more`],
  ['nb', allBut('tags', 'theme'), 'tags, theme'],
  ['nb', allBut()],
])('the strings in %s', async (language, strings, missing) => {
  const files = { '../site.config.ts': `export default {\n  language: '${language}',\n};\n` };
  expect(await checkFiles(files, { language, strings })).toEqual(
    missing === undefined
      ? []
      : [
          `src/site.config.ts:2:3 warning: language: strings not in nb are shown in English: ${missing}; set them in strings`,
        ],
  );
});
