import { afterEach, describe, expect, test, vi } from 'vitest';
import { site } from '../../src/settings/settings.ts';
import { feedId, firstAddress } from '../../src/feeds/id.ts';

vi.mock('#site-config', () => ({
  frontMatter: {},
  mdastPlugins: [],
  hastPlugins: [],
  settings: { title: 'T', description: 'D', url: 'https://example.com/blog/', author: 'jane' },
}));

describe('what feeds know a post by', () => {
  test.each([
    [
      'its guid, as it is',
      { guid: 'tag:example.com,2019:1', aliases: ['/old/'] },
      'tag:example.com,2019:1',
    ],
    ['its first alias', { aliases: ['/oldest/', '/old/'] }, 'https://example.com/blog/oldest/'],
    ['its alias, with a colon', { aliases: ['/page:2/'] }, 'https://example.com/blog/page:2/'],
    ['its alias, with a query', { aliases: ['/?p=1'] }, 'https://example.com/blog/?p=1'],
    ['its permalink', { aliases: [] }, 'https://example.com/blog/posts/new/'],
  ])('is %s', (_, post, id) => {
    expect(feedId({ url: '/posts/new/', ...post })).toBe(id);
  });

  test('is the same after a rename that keeps the old address as an alias', () => {
    const before = feedId({ url: '/posts/größe/', aliases: [] });
    expect(feedId({ url: '/posts/size/', aliases: ['/posts/größe/'] })).toBe(before);
    expect(feedId({ url: '/posts/s/', aliases: ['/posts/größe/', '/posts/size/'] })).toBe(before);
  });

  test('is the same whether the alias is percent-encoded or not', () => {
    const before = feedId({ url: '/posts/größe/', aliases: [] });
    expect(feedId({ url: '/posts/size/', aliases: ['/posts/gr%C3%B6%C3%9Fe/'] })).toBe(before);
  });
});

describe('where the site has moved, what feeds know', () => {
  const { feeds } = site;
  afterEach(() => {
    site.feeds = feeds;
  });

  test.each([
    ['a post by', { aliases: [] }, 'http://old.example/~jane/posts/new/'],
    ['a post with an alias by', { aliases: ['/old/'] }, 'http://old.example/~jane/old/'],
    ['a post with a guid by', { aliases: ['/old/'], guid: 'a' }, 'a'],
  ])('%s is as it was', (_, post, id) => {
    site.feeds = { ...feeds, formerUrl: 'http://old.example/~jane/' };
    expect(feedId({ url: '/posts/new/', ...post })).toBe(id);
    expect(firstAddress('/')).toBe('http://old.example/~jane/');
  });
});
