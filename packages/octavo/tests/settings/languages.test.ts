import { describe, expect, test } from 'vitest';
import { languagesOf, settingsOf } from '../../src/settings/languages.ts';
import { checkSettings, type SiteConfig } from '../../src/settings/settings.ts';
import { REQUIRED, settings } from '../helpers.ts';

const LANGUAGES = {
  de: { title: 'Notizen', nav: [{ label: 'Über', link: '/about/' }] },
  cn: { language: 'zh-CN' },
};

describe('the languages of a blog', () => {
  test.each<[config: Partial<SiteConfig>, languages: string[]]>([
    [{}, ['en en /']],
    [{ language: 'ja' }, ['ja ja /']],
    [{ languages: LANGUAGES }, ['en en /', 'de de /de/', 'cn zh-CN /cn/']],
    [{ languages: { ...LANGUAGES, en: {} } }, ['de de /de/', 'cn zh-CN /cn/', 'en en /']],
    [{ languages: { 'zh-cn': {} }, language: 'zh-CN' }, ['zh-cn zh-CN /']],
    [{ languages: { ar: {} }, prefixDefaultLanguage: true }, ['en en /en/', 'ar ar /ar/']],
    [
      { languages: { ar: {} }, url: 'https://example.com/blog/' },
      ['en en /blog/', 'ar ar /blog/ar/'],
    ],
  ])('of %j are %j', (config, languages) => {
    const all = languagesOf(settings(config));
    expect(all.map(({ code, language, base }) => `${code} ${language} ${base}`)).toEqual(languages);
  });
});

describe('the settings of a language', () => {
  const site = settings({
    languages: LANGUAGES,
    intro: 'Welcome.',
    strings: { archive: 'All' },
    pageSize: 5,
  });

  test('are those of the blog, and its own', () => {
    const { title, description, pageSize, nav, url } = settingsOf(site, 'de');
    expect({ title, description, pageSize, nav, url }).toEqual({
      ...{ title: 'Notizen', description: REQUIRED.description, pageSize: 5 },
      ...{ nav: LANGUAGES.de.nav, url: 'https://example.com/de/' },
    });
  });

  test('have no texts in the language of the blog', () => {
    const { intro, strings } = settingsOf(site, 'de');
    expect([intro, strings]).toEqual([undefined, undefined]);
    expect(settingsOf(site, 'en').intro).toBe('Welcome.');
  });

  test('have the direction of its script', () => {
    expect(settingsOf(settings({ languages: { ar: {} } }), 'ar').direction).toBe('rtl');
  });
});

test.each([
  ['x_y', 'de', 'must be letters, digits and -, like de or pt-BR'],
  ['tags', 'de', 'is the folder of a built-in page'],
  ['abcdefghijk', undefined, 'not a language tag; set language'],
])('the key %s of a language is an error', (code, language, message) => {
  const { errors } = checkSettings({ ...REQUIRED, languages: { [code]: { language } } });
  expect(errors.map((error) => error.message)).toEqual([`languages.${code}: ${message}`]);
});
