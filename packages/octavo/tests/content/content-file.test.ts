import { describe, expect, test } from 'vitest';
import { contentUrl, fileIds, type CollectionName } from '../../src/content/content-file.ts';
import { parseDate } from '../../src/content/dates.ts';
import { settings } from '../helpers.ts';

const date = parseDate('2024-01-06', 'UTC');

test.each<[collection: CollectionName, id: string, data: object, permalink: string, url: string]>([
  ['posts', 'Größe & C#', { date }, '/posts/:slug/', '/posts/größe-csharp/'],
  ['posts', '2020/a', { date, slug: 'B' }, '/:year/:month/:day/:slug/', '/2024/01/06/B/'],
  ['posts', '2020/a', { date }, '/:folder/:slug/', '/2020/a/'],
  ['pages', 'legal/imprint', { date }, '/posts/:slug/', '/legal/imprint/'],
  ['authors', 'jane', {}, '/posts/:slug/', '/authors/jane/'],
])('of %s the entry %s with %j by %s is at %s', (collection, id, data, permalink, url) => {
  expect(contentUrl({ collection, name: id, data }, { permalink })).toBe(url);
});

describe('the language of a file', () => {
  const site = settings({ languages: { de: {}, 'zh-cn': {} } });

  test.each<[path: string, code: string, name: string, id: string]>([
    ['posts/post.md', 'en', 'post', 'post'],
    ['posts/post.de.md', 'de', 'post', 'de/post'],
    ['posts/post.en.md', 'en', 'post', 'post'],
    ['posts/post/index.de.md', 'de', 'post', 'de/post'],
    ['posts/post/index.zh-cn.mdx', 'zh-cn', 'post', 'zh-cn/post'],
    ['posts/de/2024/post/index.md', 'de', '2024/post', 'de/2024/post'],
    ['posts/de/index.md', 'de', 'index', 'de/index'],
    ['posts/2024/de/post.md', 'en', '2024/de/post', '2024/de/post'],
    ['posts/node.js.md', 'en', 'node.js', 'node.js'],
    ['posts/node.js.de.md', 'de', 'node.js', 'de/node.js'],
    ['posts/post.fr.md', 'en', 'post.fr', 'post.fr'],
    ['posts/de.md', 'en', 'de', 'de'],
    ['pages/legal/imprint.de.md', 'de', 'legal/imprint', 'de/legal/imprint'],
    ['authors/jane.de.md', 'de', 'jane', 'de/jane'],
  ])('of %s is %s, its ids %s and %s', (path, code, name, id) => {
    expect(fileIds(`src/content/${path}`, site)).toEqual({ code, name, id });
  });

  test('is that of the blog where it has one', () => {
    const ids = { code: 'en', name: 'post.en', id: 'post.en' };
    expect(fileIds('src/content/posts/post.en.md', settings())).toEqual(ids);
  });
});
