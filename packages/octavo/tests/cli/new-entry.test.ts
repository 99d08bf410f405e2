import { text } from '@clack/prompts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { loadBlog } from '../../src/cli/load-blog.ts';
import { newEntry } from '../../src/cli/new.ts';
import { post } from '../../../../tests/posts.ts';
import { AUTHOR, content, context, folder } from '../helpers.ts';

vi.mock('@clack/prompts', () => ({ text: vi.fn(), isCancel: () => false }));
vi.mock('../../src/cli/load-blog.ts', () => ({ loadBlog: vi.fn() }));

test('the question for the title takes no answer that has an error', async () => {
  const root = folder({ ...AUTHOR, ...content({ 'posts/taken.md': post({}) }) });
  vi.mocked(loadBlog).mockResolvedValue(context(root));
  process.stdin.isTTY = process.stdout.isTTY = true;
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const errors: unknown[] = [];
  vi.mocked(text).mockImplementation(({ validate }) => {
    for (const answer of ['', '!?', 'Taken', ' Free '])
      errors.push((validate as (answer: string) => unknown)(answer));
    return Promise.resolve(' Free ');
  });
  await newEntry('', {});
  expect(errors).toEqual([
    expect.stringContaining('missing title'),
    'title: "!?" has no letter or digit for a file name',
    'src/content/posts/taken.md already exists',
    undefined,
  ]);
  expect(existsSync(join(root, 'src/content/posts/free.md'))).toBe(true);
  await expect(newEntry('', { series: '!' })).rejects.toThrow('--series');
});
