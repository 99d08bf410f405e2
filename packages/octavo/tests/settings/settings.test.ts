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
      ...{ backlinks: false, cite: false, wikilinks: false },
      ...{ code: 'en', defaultCode: 'en', languages: {}, rootBase: '/' },
      markOutdatedTranslations: false,
      ...{ listOtherLanguages: false, prefixDefaultLanguage: false },
      elsewhere: [],
      language: 'en',
      timeZone: 'UTC',
      pageSize: 10,
      index: 'summaries',
      series: {},
      permalink: '/posts/:slug/',
      nav: [],
      search: true,
      cards: true,
      precompress: false,
      social: [],
      ...{ fonts: {}, head: [], policy: {} },
      feeds: {
        ...{ content: 'full', items: 20, linkPosts: 'post' },
        alsoAt: { rss: [], atom: [], json: [] },
      },
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
        { label: 'Feed', link: '/rss.xml' },
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

  test('have a slash at the end of the first URL of the site', () => {
    const { feeds } = settings({ feeds: { formerUrl: 'https://old.example/blog' } });
    expect(feeds.formerUrl).toBe('https://old.example/blog/');
  });

  test('set the severities of checks', () => {
    const checks = { todo: false, 'dead-link': true, diagram: 'error', formula: 'off' } as const;
    expect(settings({ checks }).checks).toEqual(checks);
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

  const PARTS = 'must be a URL without ?, #, spaces and a user name';
  const PATH =
    'must have a path of the letters a to z, digits, and - . _ ~, like https://example.com/blog/';
  test.each([
    ['https://example.com/?', PARTS],
    ['https://jane:secret@example.com/', PARTS],
    ['https://jane@example.com', PARTS],
    ['https://example.com/a b/', PARTS],
    ['https://example.com/größe/', PATH],
    ['https://example.com/a%20b/', PATH],
    ['https://example.com/%/', PATH],
    ['https://example.com//a/', PATH],
    ['https://example.com/a*/', PATH],
  ])('must be plain: %s', (url, error) => {
    expect(refusal({ url })).toEqual([`src/site.config.ts  url: ${error}`]);
  });

  test('may once have been another one with any path', () => {
    const formerUrl = 'https://example.com/größe/';
    expect(settings({ feeds: { formerUrl } }).feeds.formerUrl).toContain('/gr%C3%B6%C3%9Fe/');
  });
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

describe('an invalid setting', () => {
  const URL_ERROR = 'must be a URL, like https://example.com/';
  const LINK = 'must be a path of this site, like /about/, or a URL, like https://example.com/';
  const LANGUAGE = 'must be a language tag, like en or pt-BR';
  const EMPTY = 'empty; set a value';
  const NULL = 'empty; set a value or remove the line';

  const BLOGROLL = 'blogroll: must be a file in the folder of the blog, like src/blogroll.opml';
  test.each([
    ['title', { title: undefined }, 'title: missing; must be a string'],
    ['title', { title: '' }, `title: ${EMPTY}`],
    ['announce', { announce: { days: 1 } }, 'announce: needs mastodon or bluesky'],
    ['blogroll', { blogroll: '../b.opml' }, BLOGROLL],
    ['blogroll', { blogroll: '/b.opml' }, BLOGROLL],
    ['blogroll', { blogroll: 'src/../../b.opml' }, BLOGROLL],
    ['title', { title: null }, `title: ${NULL}`],
    ['title', { title: 2024 }, 'title: must be a string; put it in quotes: "2024"'],
    ['description', { description: '  ' }, `description: ${EMPTY}`],
    ['description', { description: undefined }, 'description: missing; must be a string'],
    ['url', { url: undefined }, 'url: missing; must be a string'],
    ['url', { url: 'example.com' }, `url: ${URL_ERROR}`],
    ['url', { url: 'ftp://example.com' }, `url: ${URL_ERROR}`],
    ['url', { url: '/blog/' }, `url: ${URL_ERROR}`],
    ['language', { language: 'en_US' }, `language: ${LANGUAGE}`],
    ['language', { language: 'English' }, `language: ${LANGUAGE}`],
    ['language', { language: 'xx' }, `language: ${LANGUAGE}`],
    ['language', { language: '' }, `language: ${LANGUAGE}`],
    ['timeZone', { timeZone: 'Berlin' }, 'timeZone: must be a time zone, like Europe/Berlin'],
    ['timeZone', { timeZone: '' }, 'timeZone: must be a time zone, like Europe/Berlin'],
    ['author', { author: undefined }, 'author: missing; must be a string'],
    ['author', { author: '' }, `author: ${EMPTY}`],
    ['author', { author: ['jane'] }, 'author: must be a string, not a list'],
    ['pageSize', { pageSize: 0 }, 'pageSize: must be 1 or more, not 0'],
    ['pageSize', { pageSize: -1 }, 'pageSize: must be 1 or more, not -1'],
    ['pageSize', { pageSize: 2.5 }, 'pageSize: must be an integer, not 2.5'],
    ['pageSize', { pageSize: '10' }, 'pageSize: must be a number, not "10"'],
    ['pageSize', { pageSize: Infinity }, 'pageSize: must be a number, not Infinity'],
    [
      'permalink',
      { permalink: '/notes/:slug/', notes: {} },
      'permalink: /notes/ is the list of notes; choose another folder',
    ],
    ['permalink', { permalink: '/p/' }, 'permalink: must contain :slug, like /posts/:slug/'],
    [
      'permalink',
      { permalink: ':slug' },
      'permalink: must start with /, and end with / or .html, like /posts/:slug/, not :slug',
    ],
    ['nav', { nav: '/about/' }, 'nav: must be a list: [/about/]'],
    ['nav', { nav: {} }, 'nav: must be a list, not an object'],
    ['nav', { nav: ['/about/'] }, 'nav[0]: must be an object, not "/about/"'],
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
    ['nav', { nav: [{ label: 'A' }] }, 'nav[0].link: missing; must be a string'],
    [
      'social',
      { social: [{ name: 'Me', link: '/me/' }] },
      'social[0].link: must be a URL, like https://example.com/ or mailto:me@example.com',
    ],
    ['social', { social: [{ link: 'https://a.b/' }] }, 'social[0].name: missing; must be a string'],
    [
      'analytics',
      { analytics: { goatcounter: 'a b' } },
      'analytics.goatcounter: must be the code of a site, like jane, or a URL, like https://stats.example.com',
    ],
    ...['src', 'onload'].map((name): [string, Record<string, unknown>, string] => [
      'analytics',
      { analytics: { script: { src: 'https://a.example/x.js', attributes: { [name]: 'x' } } } },
      'analytics.script.attributes: must be attributes without src and event handlers, like data-site',
    ]),
    ...[{ field: 'website' }, { fields: { email: '' } }, { fields: { website: '' } }].map(
      (names): [string, Record<string, unknown>, string] => [
        'newsletter',
        { newsletter: { action: 'https://a.example/', ...names } },
        'newsletter: must have another name for each field',
      ],
    ),
    ['intro', { intro: '' }, `intro: ${EMPTY}`],
    ['editUrl', { editUrl: 'edit' }, `editUrl: ${URL_ERROR}`],
    ['editUrl', { editUrl: 'ftp://example.com/' }, `editUrl: ${URL_ERROR}`],
    [
      'timeZone',
      { timeZone: 'Europe/Berln' },
      'timeZone: must be a time zone, like Europe/Berlin; did you mean Europe/Berlin?',
    ],
    ['checks', { checks: { todos: false } }, 'unknown key checks.todos; did you mean todo?'],
    ['checks', { checks: { todo: 1 } }, "checks.todo: must be 'off', 'warn' or 'error'"],
    [
      'checks',
      { checks: { todo: 'warning' } },
      "checks.todo: must be 'off', 'warn' or 'error'; did you mean warn?",
    ],
    [
      'fediverse',
      { fediverse: '@jane' },
      'fediverse: must be an account, like @name@mastodon.example',
    ],
    ['footer', { footer: 5 }, 'footer: must be a string; put it in quotes: "5"'],
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
  ])('unknown, %s, suggests the nearest, %s', (key, nearest) => {
    expect(refusal({ [key]: 'x' })).toEqual([
      `src/site.config.ts  unknown key ${key}; did you mean ${nearest}?`,
    ]);
  });

  test('unknown and unlike any other has no suggestion', () => {
    expect(refusal({ guestbook: 'x' })).toEqual(['src/site.config.ts  unknown key guestbook']);
  });

  test('is reported with all others', () => {
    expect(refusal({ title: '', url: 'x', pagesize: 5 })).toEqual([
      `src/site.config.ts  title: ${EMPTY}`,
      `src/site.config.ts  url: ${URL_ERROR}`,
      'src/site.config.ts  unknown key pagesize; did you mean pageSize?',
    ]);
  });

  test('inside an entry suggests the nearest key', () => {
    expect(refusal({ nav: [{ label: 'A', link: '/', lable: 'A' }] })).toEqual([
      'src/site.config.ts  unknown key nav[0].lable; did you mean label?',
    ]);
  });
});

describe('an invalid setting of feeds', () => {
  test.each([
    ['an unknown key', { item: 5 }, 'unknown key feeds.item; did you mean items?'],
    ['unknown content', { content: 'all' }, 'feeds.content: must be full or summary, not "all"'],
    ['no items', { items: 0 }, 'feeds.items: must be 1 or more, not 0'],
    ['items that are no number', { items: 'all' }, 'feeds.items: must be a number, not "all"'],
    ['a list of paths', { alsoAt: ['/index.xml'] }, 'feeds.alsoAt: must be an object, not a list'],
    ['another format', { alsoAt: { xml: [] } }, 'unknown key feeds.alsoAt.xml'],
    [
      'the path of a built-in file',
      { alsoAt: { atom: ['/feed.atom', '/rss.xml'] } },
      'feeds.alsoAt.atom[1]: is the URL of a built-in file',
    ],
    ['items that are no integer', { items: 1.5 }, 'feeds.items: must be an integer, not 1.5'],
    [
      'an invalid former URL',
      { formerUrl: '/blog/' },
      'feeds.formerUrl: must be a URL, like https://example.com/',
    ],
  ])('%s', (_, feeds, message) => {
    expect(refusal({ feeds })).toEqual([`src/site.config.ts  ${message}`]);
  });
});
