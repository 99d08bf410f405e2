import { describe, expect, test } from 'vitest';
import { fileOf, imported, oldPost } from './old-blog.ts';

const BASE = 'baseURL: https://old.example/\ntitle: Old\nparams: { author: Ada, description: D }\n';
const FILES = {
  'content/posts/x.md': oldPost('title: X\ndate: 2020-01-02'),
  'content/posts/x.de.md': oldPost('title: X\ndate: 2020-01-02'),
};

describe('settings of several languages', () => {
  const settings = (config: string) =>
    imported(
      { ...FILES, 'content/about.de.md': oldPost('title: Über'), 'static/cv.pdf': 'PDF' },
      BASE + config,
    ).settings;
  const languages = (de: string, more = '') =>
    settings(`languages: { en: {}, de: ${de} }\n${more}`);

  test.each([
    ['title', '{ title: Alt }', { title: 'Alt' }],
    ['description', '{ params: { description: E } }', { description: 'E' }],
    ['footer', '{ copyright: "© Ada" }', { footer: '© Ada' }],
    ['language', '{ languageCode: de-at }', { language: 'de-AT' }],
    ['name', '{ languageName: Deutsch (AT) }', { name: 'Deutsch (AT)' }],
    ['a name that is known', '{ languageName: deutsch }', {}],
    [
      'intro',
      '{ params: { homeInfoParams: { content: "[a](/de/about/), [b](/posts/x/), [c](/cv.pdf)" } } }',
      { intro: '[a](/about/), [b](/posts/x/), [c](https://old.example/cv.pdf)' },
    ],
    [
      'nav',
      '{ menus: { main: [{ name: A, url: /about/ }, { name: B, url: /de/about/ }, { name: T, pageRef: tags }] } }',
      {
        nav: [
          { label: 'A', link: '/about/' },
          { label: 'T', link: '/tags/' },
        ],
      },
    ],
    [
      'links out of the language',
      '{ menus: { main: [{ name: A, url: /posts/y/ }, { name: B, url: /cv.pdf }, { name: E, url: / }] } }',
      {
        nav: [
          { label: 'A', link: '/posts/y/' },
          { label: 'B', link: 'https://old.example/cv.pdf' },
        ],
      },
    ],
  ])('of a language have its own: %s', (_, de, expected) => {
    expect(languages(de).languages).toEqual({ de: expected });
  });

  test('put the default language in a folder, by its key', () => {
    const config = 'defaultContentLanguageInSubdir: true\nlanguageCode: en-us';
    expect(languages('{}', config)).toMatchObject({
      ...{ language: 'en-US', prefixDefaultLanguage: true },
      languages: { en: { language: 'en-US' }, de: {} },
    });
  });

  test.each([
    ['a name', 'en: { languageName: English (US) }, de: {}', { name: 'English (US)' }],
    ['the tag of another', 'en: {}, de: { languageCode: en-US }', {}],
  ])('have the key of the default language, which has %s', (_, keys, own) => {
    expect(settings(`languageCode: en-us\nlanguages: { ${keys} }`).languages).toMatchObject({
      en: { language: 'en-US', ...own },
    });
  });

  test('have a key without underscores, to which URLs with them redirect', () => {
    const files = { ...FILES, 'content/posts/x.pt_br.md': FILES['content/posts/x.md'] };
    const site = imported(files, `${BASE}languages: { en: {}, pt_BR: { languageCode: pt-BR } }`);
    expect(site.settings.languages).toEqual({ 'pt-br': {} });
    expect(site.addresses).toContainEqual({
      ...{ from: '/pt_br/posts/x/', to: '/pt-br/posts/x/', kind: 'post', by: 'alias' },
    });
  });

  test('have the name of the author in each language', () => {
    const site = imported(
      FILES,
      `${BASE}languages: { en: {}, de: { params: { author: Ada L. } } }`,
    );
    expect(fileOf(site, 'src/content/authors/ada.md')).toContain('name: Ada\n');
    expect(fileOf(site, 'src/content/authors/ada.de.md')).toContain('name: Ada L.\n');
  });
});
