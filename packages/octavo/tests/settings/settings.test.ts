import { describe, expect, test } from 'vitest';
import { parseSettings } from '../../src/settings/settings.ts';
import { REQUIRED, settings } from '../helpers.ts';

/** Returns what is said about settings that are wrong, in lines. */
function refusal(options: Record<string, unknown>): string[] {
  try {
    parseSettings({ ...REQUIRED, ...options });
  } catch (error) {
    expect((error as Error).name).toBe('SettingsError');
    return (error as Error).message.split('\n');
  }
  return [];
}

describe('settings', () => {
  test('have a default for all that a site need not say', () => {
    expect(settings()).toEqual({
      ...REQUIRED,
      checks: {},
      language: 'en',
      timeZone: 'UTC',
      pageSize: 10,
      permalink: '/posts/:slug/',
      nav: [],
      search: true,
      cards: true,
      social: [],
      feeds: { content: 'full', items: 50, alsoAt: { rss: [], atom: [], json: [] } },
      origin: 'https://example.com',
      base: '/',
      direction: 'ltr',
    });
  });

  test('keep what a site says', () => {
    const said = {
      language: 'pt-BR',
      timeZone: 'America/Sao_Paulo',
      pageSize: 1,
      permalink: '/:year/:slug/',
      nav: [
        { label: 'About', link: '/about/' },
        { label: 'Elsewhere', link: 'https://example.org/' },
      ],
      social: [{ name: 'Mail', link: 'mailto:jane@example.com' }],
      search: false,
      intro: '**Hello.**',
      editUrl: 'https://example.com/edit/',
      footer: 'CC BY 4.0',
      feeds: {
        content: 'summary' as const,
        items: 1,
        alsoAt: { rss: ['/index.xml'], json: ['/tags/:tag/feed.json'] },
        formerUrl: 'https://old.example/blog/',
      },
    };
    expect(settings(said)).toMatchObject(said);
  });

  test('lose the white space around a text', () => {
    expect(settings({ title: ' Notes\n' }).title).toBe('Notes');
  });
});

describe('the address of the site', () => {
  test.each([
    ['https://example.com', 'https://example.com/', 'https://example.com', '/'],
    ['https://example.com/', 'https://example.com/', 'https://example.com', '/'],
    ['https://example.com/blog', 'https://example.com/blog/', 'https://example.com', '/blog/'],
    ['https://example.com/a/b/', 'https://example.com/a/b/', 'https://example.com', '/a/b/'],
    ['http://localhost:4321', 'http://localhost:4321/', 'http://localhost:4321', '/'],
    ['https://EXAMPLE.com', 'https://example.com/', 'https://example.com', '/'],
  ])('%s is %s: origin %s, base path %s', (url, whole, origin, base) => {
    expect(settings({ url })).toMatchObject({ url: whole, origin, base });
  });

  test.each(['https://example.com/blog?x=1', 'https://example.com/blog/#top'])(
    'must have no query and no fragment: %s',
    (url) => {
      expect(refusal({ url })).toEqual([expect.stringContaining('url: must be')]);
    },
  );
});

describe('the direction of the script', () => {
  test.each([
    ['en', 'ltr'],
    ['de-AT', 'ltr'],
    ['ja', 'ltr'],
    ['zh-Hant', 'ltr'],
    ['hi', 'ltr'],
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['he', 'rtl'],
    ['fa', 'rtl'],
    ['ur', 'rtl'],
    ['az-Arab', 'rtl'],
    ['pa-PK', 'rtl'],
    ['ar-Latn', 'ltr'],
  ])('of %s is %s', (language, direction) => {
    expect(settings({ language }).direction).toBe(direction);
  });
});

describe('a setting that is wrong is named, with what would be right', () => {
  const ADDRESS = 'must be an address, like https://example.com/';
  const LINK =
    'must be a path of this site, like /about/, or an address, like https://example.com/';
  const LANGUAGE = 'must be a language tag, like en or pt-BR';
  const EMPTY = 'is empty; give it a value';
  const NULL = 'is empty; give it a value, or take the line out';

  test.each([
    ['title', { title: undefined }, 'title: is missing; it must be text'],
    ['title', { title: '' }, `title: ${EMPTY}`],
    ['title', { title: null }, `title: ${NULL}`],
    ['title', { title: 2024 }, 'title: must be text; put it in quotes: "2024"'],
    ['description', { description: '  ' }, `description: ${EMPTY}`],
    ['description', { description: undefined }, 'description: is missing; it must be text'],
    ['url', { url: undefined }, 'url: is missing; it must be text'],
    ['url', { url: 'example.com' }, `url: ${ADDRESS}`],
    ['url', { url: 'ftp://example.com' }, `url: ${ADDRESS}`],
    ['url', { url: '/blog/' }, `url: ${ADDRESS}`],
    ['language', { language: 'en_US' }, `language: ${LANGUAGE}`],
    ['language', { language: 'English' }, `language: ${LANGUAGE}`],
    ['language', { language: 'xx' }, `language: ${LANGUAGE}`],
    ['language', { language: '' }, `language: ${LANGUAGE}`],
    ['timeZone', { timeZone: 'Berlin' }, 'timeZone: must be a time zone, like Europe/Berlin'],
    ['timeZone', { timeZone: '' }, 'timeZone: must be a time zone, like Europe/Berlin'],
    ['author', { author: undefined }, 'author: is missing; it must be text'],
    ['author', { author: '' }, `author: ${EMPTY}`],
    ['author', { author: ['jane'] }, 'author: must be text, is a list'],
    ['pageSize', { pageSize: 0 }, 'pageSize: must be 1 or more, is 0'],
    ['pageSize', { pageSize: -1 }, 'pageSize: must be 1 or more, is -1'],
    ['pageSize', { pageSize: 2.5 }, 'pageSize: must be a whole number, is 2.5'],
    ['pageSize', { pageSize: '10' }, 'pageSize: must be a number, is "10"'],
    ['pageSize', { pageSize: Infinity }, 'pageSize: must be a number, is Infinity'],
    ['permalink', { permalink: '/p/' }, 'permalink: must hold :slug, like /posts/:slug/'],
    [
      'permalink',
      { permalink: ':slug' },
      'permalink: must begin and end with /, like /posts/:slug/; is :slug',
    ],
    ['nav', { nav: '/about/' }, 'nav: must be a list: [/about/]'],
    ['nav', { nav: {} }, 'nav: must be a list, is a group of keys'],
    ['nav', { nav: ['/about/'] }, 'nav[0]: must be a group of keys, is "/about/"'],
    ['nav', { nav: [{ label: 'A', link: 'about' }] }, `nav[0].link: ${LINK}`],
    [
      'nav',
      {
        nav: [
          { label: 'A', link: '/' },
          { label: '', link: '/' },
        ],
      },
      `nav[1].label: ${EMPTY}`,
    ],
    ['nav', { nav: [{ label: 'A' }] }, 'nav[0].link: is missing; it must be text'],
    [
      'social',
      { social: [{ name: 'Me', link: '/me/' }] },
      'social[0].link: must be an address, like https://example.com/ or mailto:me@example.com',
    ],
    [
      'social',
      { social: [{ link: 'https://a.b/' }] },
      'social[0].name: is missing; it must be text',
    ],
    ['intro', { intro: '' }, `intro: ${EMPTY}`],
    ['editUrl', { editUrl: 'edit' }, `editUrl: ${ADDRESS}`],
    ['footer', { footer: 5 }, 'footer: must be text; put it in quotes: "5"'],
  ])('%s: %j', (_, options, message) => {
    expect(refusal(options)).toEqual([`src/site.config.ts  ${message}`]);
  });

  test.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['timezone', 'timeZone'],
    ['pagesize', 'pageSize'],
    ['permlink', 'permalink'],
    ['socials', 'social'],
  ])('and so is one that is not known: %s, with the nearest, %s', (key, nearest) => {
    expect(refusal({ [key]: 'x' })).toEqual([
      `src/site.config.ts  ${key}: is not a key that is known; did you mean ${nearest}?`,
    ]);
  });

  test('and one that is like no other is named alone', () => {
    expect(refusal({ googleAnalytics: 'x' })).toEqual([
      'src/site.config.ts  googleAnalytics: is not a key that is known',
    ]);
  });

  test('all at once', () => {
    expect(refusal({ title: '', url: 'x', pagesize: 5 })).toEqual([
      `src/site.config.ts  title: ${EMPTY}`,
      `src/site.config.ts  url: ${ADDRESS}`,
      'src/site.config.ts  pagesize: is not a key that is known; did you mean pageSize?',
    ]);
  });

  test('with the nearest within an entry too', () => {
    expect(refusal({ nav: [{ label: 'A', link: '/', lable: 'A' }] })).toEqual([
      'src/site.config.ts  nav[0].lable: is not a key that is known; did you mean label?',
    ]);
  });
});

describe('settings of feeds that are wrong are told:', () => {
  test.each([
    [
      'a key that is not known',
      { item: 5 },
      'item: is not a key that is known; did you mean items?',
    ],
    ['content of another kind', { content: 'all' }, 'content: must be full or summary'],
    ['no items', { items: 0 }, 'items: must be 1 or more, is 0'],
    ['items that are no number', { items: 'all' }, 'items: must be a number, is "all"'],
    [
      'a list of addresses',
      { alsoAt: ['/index.xml'] },
      'alsoAt: must be a group of keys, is a list',
    ],
    ['another format', { alsoAt: { xml: [] } }, 'alsoAt.xml: is not a key that is known'],
    [
      'a former address',
      { formerUrl: '/blog/' },
      'formerUrl: must be an address, like https://example.com/',
    ],
  ])('%s', (_, feeds, message) => {
    expect(refusal({ feeds })).toEqual([`src/site.config.ts  feeds.${message}`]);
  });
});
