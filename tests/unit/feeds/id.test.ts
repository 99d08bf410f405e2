import { describe, expect, test, vi } from 'vitest';
import { feedId } from '../../../src/feeds/id.ts';

vi.mock('../../../src/site.config.ts', () => ({
  default: { title: 'T', description: 'D', url: 'https://example.com/blog/', author: 'jane' },
}));

describe('what feeds know a post by', () => {
  test.each([
    [
      'its guid, as it is',
      { guid: 'tag:example.com,2019:1', aliases: ['/old/'] },
      'tag:example.com,2019:1',
    ],
    ['its first alias', { aliases: ['/oldest/', '/old/'] }, 'https://example.com/blog/oldest/'],
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
