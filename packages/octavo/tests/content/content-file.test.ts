import { expect, test } from 'vitest';
import { contentUrl, type CollectionName } from '../../src/content/content-file.ts';
import { parseDate } from '../../src/content/dates.ts';

const date = parseDate('2024-01-06', 'UTC');

test.each<[collection: CollectionName, id: string, data: object, permalink: string, url: string]>([
  ['posts', 'Größe & C#', { date }, '/posts/:slug/', '/posts/größe-csharp/'],
  ['posts', '2020/a', { date, slug: 'B' }, '/:year/:month/:day/:slug/', '/2024/01/06/B/'],
  ['posts', '2020/a', { date }, '/:folder/:slug/', '/2020/a/'],
  ['pages', 'legal/imprint', { date }, '/posts/:slug/', '/legal/imprint/'],
  ['authors', 'jane', {}, '/posts/:slug/', '/authors/jane/'],
])('of %s the entry %s with %j by %s is at %s', (collection, id, data, permalink, url) => {
  expect(contentUrl({ collection, id, data }, { permalink })).toBe(url);
});
