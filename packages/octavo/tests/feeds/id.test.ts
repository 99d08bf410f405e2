import { describe, expect, test } from 'vitest';
import { feedId, firstAddress } from '../../src/feeds/id.ts';
import { settings } from '../helpers.ts';

const site = settings({ url: 'https://example.com/blog/' });

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
    expect(feedId({ url: '/posts/new/', ...post }, site)).toBe(id);
  });

  test('is the same after a rename that keeps the old address as an alias', () => {
    const before = feedId({ url: '/posts/größe/', aliases: [] }, site);
    expect(feedId({ url: '/posts/size/', aliases: ['/posts/größe/'] }, site)).toBe(before);
    expect(feedId({ url: '/posts/s/', aliases: ['/posts/größe/', '/posts/size/'] }, site)).toBe(
      before,
    );
  });

  test('is the same whether the alias is percent-encoded or not', () => {
    const before = feedId({ url: '/posts/größe/', aliases: [] }, site);
    expect(feedId({ url: '/posts/size/', aliases: ['/posts/gr%C3%B6%C3%9Fe/'] }, site)).toBe(
      before,
    );
  });
});

describe('where the site has moved, what feeds know', () => {
  const moved = settings({
    url: 'https://example.com/blog/',
    feeds: { formerUrl: 'http://old.example/~jane/' },
  });

  test.each([
    ['a post by', { aliases: [] }, 'http://old.example/~jane/posts/new/'],
    ['a post with an alias by', { aliases: ['/old/'] }, 'http://old.example/~jane/old/'],
    ['a post with a guid by', { aliases: ['/old/'], guid: 'a' }, 'a'],
  ])('%s is as it was', (_, post, id) => {
    expect(feedId({ url: '/posts/new/', ...post }, moved)).toBe(id);
    expect(firstAddress('/', moved)).toBe('http://old.example/~jane/');
  });
});
