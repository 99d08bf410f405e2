import { expect, test } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { scheduledPosts } from '../../src/checks/scheduled.ts';
import { post } from '../../../../tests/posts.ts';
import { content, context, folder } from '../helpers.ts';

test('lists scheduled posts with their moments, the earliest first', () => {
  const root = folder(
    content({
      'posts/a.md': post({ title: 'A', date: '2027-01-08' }),
      'posts/b.md': post({ title: 'B', date: '2027-01-06T08:30:00Z' }),
      'posts/c.md': post({ title: 'C', date: '2027-01-07', unlisted: true }),
      'posts/draft.md': post({ date: '2027-01-08', draft: true }),
      'posts/out.md': post({ date: '2027-01-01' }),
    }),
  );
  const path = (name: string) => `src/content/posts/${name}.md`;
  const at = context(root, { timeZone: 'Europe/Berlin' }, { now: '2027-01-01' });
  expect(scheduledPosts(readContent(at), at)).toEqual([
    { file: path('b'), title: 'B', date: '2027-01-06 09:30', moment: '2027-01-06T08:30:00.000Z' },
    { file: path('c'), title: 'C', date: '2027-01-07', moment: '2027-01-06T23:00:00.000Z' },
    { file: path('a'), title: 'A', date: '2027-01-08', moment: '2027-01-07T23:00:00.000Z' },
  ]);
});
