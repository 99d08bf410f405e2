import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { authorSchema as ownSchema } from '../../src/content.ts';
import {
  authorSchema,
  collectionSchemas,
  dateSchema,
  pageSchema,
  postSchema,
} from '../../src/content/schema.ts';

const date = dateSchema('Europe/Berlin');
const post = postSchema({ date, image: z.string() });
const page = pageSchema({ date });
const author = authorSchema({ image: z.string() });

const POST = { title: 'T', date: '2024-01-06' };
const COVER = { image: './cover.png', alt: 'A cover' };

/** Returns the keys that a schema refuses in an input, each once, as `cover.alt`. */
function refused(schema: z.ZodType, input: unknown): string[] {
  const { issues = [] } = schema.safeParse(input).error ?? {};
  const keys = issues.map((issue) =>
    [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys : [])].join('.'),
  );
  return [...new Set(keys)];
}

describe('the front matter of a post', () => {
  test('requires a title and a date; all other keys have defaults', () => {
    expect(post.parse(POST)).toEqual({
      title: 'T',
      date: { day: '2024-01-06', time: Date.parse('2024-01-05T23:00:00Z'), datetime: '2024-01-06' },
      tags: [],
      authors: [],
      aliases: [],
      discussion: [],
      draft: false,
      unlisted: false,
      pinned: false,
    });
    expect(refused(post, {})).toEqual(['title', 'date']);
  });

  test.each([
    ['title', 'Go: a <b>language</b> & “more”'],
    ['summary', 'A *summary*.'],
    ['description', 'A description.'],
    ['tags', ['Go', 'C++', 'Größe', '日本語']],
    ['tags', []],
    ['series', 'Proxies, in depth'],
    ['authors', ['jane', 'team/john']],
    ['cover', COVER],
    ['cover', { ...COVER, caption: 'A caption' }],
    ['slug', 'Hello_World-2.0+c'],
    ['slug', 'größe'],
    ['slug', '日本語'],
    ['aliases', ['/old/post/', '/2019/01/post.html']],
    ['guid', 'tag:example.com,2019:1'],
    ['guid', 'https://old.example/?p=12'],
    ['canonical', 'https://example.org/first/?a=b'],
    ['canonical', 'http://example.org/'],
    ['lang', 'pt-BR'],
    ['draft', true],
    ['unlisted', true],
    ['pinned', true],
    ['toc', true],
    ['toc', false],
  ])('accepts %s: %j', (key, value) => {
    expect(post.parse({ ...POST, [key]: value })).toMatchObject({ [key]: value });
  });

  test('accepts a moment for date and for updated, in the time zone of the site', () => {
    const { date, updated } = post.parse({
      ...POST,
      date: '2024-01-06 10:30',
      updated: '2024-02-01T10:30:00Z',
    });
    expect(date.datetime).toBe('2024-01-06T09:30:00Z');
    expect(updated?.datetime).toBe('2024-02-01T10:30:00Z');
  });

  test.each(['title', 'summary', 'description', 'series', 'guid'])(
    'loses the white space around %s',
    (key) => {
      expect(post.parse({ ...POST, [key]: ' a b\n' })).toMatchObject({ [key]: 'a b' });
    },
  );

  const NO_TEXT = ['', '  ', 5, true, null, ['a'], { a: 1 }];
  const NO_BOOLEAN = ['true', 'yes', 1, 0, null, []];
  const NO_LIST = ['go, web', 5, null, { a: 1 }];

  test.each<[string, unknown[]]>([
    ['title', [undefined, ...NO_TEXT]],
    ['date', [undefined, '2024-02-30', 'yesterday', '2024', ...NO_TEXT]],
    ['updated', ['2024-13-01', '06.01.2024', ...NO_TEXT]],
    ['summary', NO_TEXT],
    ['description', NO_TEXT],
    ['tags', NO_LIST],
    ['series', ['🎉', '..', '!?', ...NO_TEXT]],
    ['authors', NO_LIST],
    ['cover', ['./cover.png', true, null, []]],
    ['slug', ['a/b', 'a b', 'a?b', 'a#b', 'a%20b', 'a\\b', '.', '..', '...', '/', ...NO_TEXT]],
    ['aliases', ['/old/', ...NO_LIST]],
    ['guid', NO_TEXT],
    ['canonical', ['example.com', '/first/', 'ftp://example.com/', 'mailto:a@b.c', ...NO_TEXT]],
    ['lang', ['english', 'de_DE', 'x', '', ...NO_TEXT]],
    ['draft', NO_BOOLEAN],
    ['unlisted', NO_BOOLEAN],
    ['pinned', NO_BOOLEAN],
    ['toc', NO_BOOLEAN],
  ])('refuses for %s: %j', (key, values) => {
    for (const value of values) {
      expect(refused(post, { ...POST, [key]: value }), JSON.stringify(value)).toEqual([key]);
    }
  });

  test.each<[string, unknown, string]>([
    ['a tag without a letter or a digit', { tags: ['Go', '🎉'] }, 'tags.1'],
    ['an empty tag', { tags: [''] }, 'tags.0'],
    ['a number as a tag', { tags: [2024] }, 'tags.0'],
    ['an empty author', { authors: [''] }, 'authors.0'],
    ['an alias without the first slash', { aliases: ['/a/', 'b/'] }, 'aliases.1'],
    ['an alias on another site', { aliases: ['https://example.org/a/'] }, 'aliases.0'],
    ['an alias with a query', { aliases: ['/?p=12'] }, 'aliases.0'],
    ['an alias with an anchor', { aliases: ['/a/#b'] }, 'aliases.0'],
    ['an alias outside of the site', { aliases: ['/../a/'] }, 'aliases.0'],
    ['an alias with an encoded part of dots', { aliases: ['/a/%2E./b/'] }, 'aliases.0'],
    ['an alias with an encoded slash', { aliases: ['/a%2fb/'] }, 'aliases.0'],
    ['an alias with a backslash', { aliases: ['/a\\b/'] }, 'aliases.0'],
    ['an alias with two slashes', { aliases: ['/a//b/'] }, 'aliases.0'],
    ['an alias of two lines', { aliases: ['/a/\n/b/'] }, 'aliases.0'],
    ['a cover without a picture', { cover: { alt: 'A' } }, 'cover.image'],
    ['a cover without alt', { cover: { image: './x.png' } }, 'cover.alt'],
    ['a cover with an empty alt', { cover: { ...COVER, alt: '' } }, 'cover.alt'],
    ['an empty caption', { cover: { ...COVER, caption: '' } }, 'cover.caption'],
    ['an unknown key of a cover', { cover: { ...COVER, hidden: true } }, 'cover.hidden'],
    ['an unknown key', { ditle: 'T' }, 'ditle'],
    ['a key in capitals', { Draft: true }, 'Draft'],
  ])('refuses %s', (_, given, key) => {
    expect(refused(post, { ...POST, ...(given as object) })).toEqual([key]);
  });

  test.each([
    ['date', '2024-02-30', '2024-02-30 does not exist; February 2024 has 29 days'],
    ['updated', 'soon', 'soon is not a date; write 2024-01-06 or 2024-01-06T10:30:00+02:00'],
    ['slug', 'a/b', 'must be one segment of a path, without spaces and / ? # % \\'],
    ['slug', '.bashrc', 'must not begin with a dot, since many hosts do not serve hidden files'],
    ['series', '🎉', 'must contain a letter or digit for its URL'],
    ['canonical', 'example.com', 'must be a URL, like https://example.com/'],
    ['lang', 'de_DE', 'must be a language tag, like en or pt-BR'],
  ])('reports an invalid %s: %s', (key, value, message) => {
    expect(post.safeParse({ ...POST, [key]: value }).error?.issues[0]?.message).toBe(message);
  });

  test('reports all errors at once', () => {
    const input = { date: '2024-02-30', tags: 'go', draft: 'yes', ditle: 'T' };
    expect(refused(post, input).sort()).toEqual(['date', 'ditle', 'draft', 'tags', 'title']);
  });

  test.each([
    ['tags', ['']],
    ['series', ''],
    ['aliases', ['']],
  ])('reports once that %s is empty: %j', (key, value) => {
    expect(post.safeParse({ ...POST, [key]: value }).error?.issues).toHaveLength(1);
  });

  test('refuses an alias on another host without a scheme', () => {
    expect(refused(post, { ...POST, aliases: ['//example.org/a/'] })).toEqual(['aliases.0']);
  });
});

describe('the front matter of a page', () => {
  test('requires a title', () => {
    expect(page.parse({ title: 'About' })).toEqual({
      title: 'About',
      aliases: [],
      draft: false,
      unlisted: false,
    });
    expect(refused(page, {})).toEqual(['title']);
  });

  test('accepts all keys of a page', () => {
    const said = { title: 'T', description: 'D', draft: true, unlisted: true, toc: true };
    expect(page.parse({ ...said, updated: '2024-01-06' })).toMatchObject({
      ...said,
      updated: { day: '2024-01-06' },
    });
  });

  test.each([
    ['description', ''],
    ['updated', '2024-02-30'],
    ['draft', 'yes'],
    ['unlisted', 1],
    ['toc', 'no'],
    ['date', '2024-01-06'],
    ['tags', ['go']],
  ])('refuses for %s: %j', (key, value) => {
    expect(refused(page, { title: 'T', [key]: value })).toEqual([key]);
  });
});

describe('the front matter of an author', () => {
  test('has no portrait where the schema gets no context, and says how to change that', () => {
    const schema = ownSchema();
    expect(schema.parse({ name: 'Jane' })).toMatchObject({ name: 'Jane' });
    const { error } = schema.safeParse({ name: 'Jane', portrait: './jane.png' });
    expect(error?.issues[0]?.message).toMatch(/^needs schema: \(context\) =>/);
  });

  test('requires a name, and accepts a URL', () => {
    expect(author.parse({ name: 'Jane' })).toEqual({ name: 'Jane', organization: false });
    const whole = {
      name: 'Jane',
      url: 'https://jane.example/',
      fediverse: '@jane@example.com',
      organization: true,
    };
    expect(author.parse(whole)).toEqual(whole);
  });

  test.each([
    ['no name', {}, 'name'],
    ['an empty name', { name: ' ' }, 'name'],
    ['an address that is none', { name: 'J', url: 'jane.example' }, 'url'],
    ['an address that runs', { name: 'J', url: 'javascript:alert(1)' }, 'url'],
    ['an unknown key', { name: 'J', bio: 'x' }, 'bio'],
    ['an account that is none', { name: 'J', fediverse: '@j' }, 'fediverse'],
    ['a word for yes', { name: 'J', organization: 'yes' }, 'organization'],
  ])('refuses %s', (_, input, key) => {
    expect(refused(author, input)).toEqual([key]);
  });
});

test('the schemas stay strict with keys of the owner', () => {
  const own = { posts: { mood: z.string() } };
  const { posts } = collectionSchemas({ date, image: z.string() }, own);
  const { error } = posts.safeParse({ ...POST, mood: 'a', other: 1 });
  expect(error?.issues.map(({ code }) => code)).toEqual(['unrecognized_keys']);
});
