import { describe, expect, test } from 'vitest';
import { parseLock } from '../../src/addresses/lock/lock.ts';
import { recordUrls } from '../../src/cli/permalinks.ts';
import { post, words } from '../../../../tests/posts.ts';
import { readFiles } from '../helpers.ts';

function record(files: Record<string, string>, lock = '') {
  const sources = readFiles(files).sources.values();
  const { source, lines } = recordUrls(parseLock(lock), sources, Date.parse('2026-01-01'));
  return { source, lines, entries: parseLock(source).entries };
}

const TEXT = words(200);
const FILES = {
  'posts/größe.md': post({ title: 'A', aliases: ['/gr%C3%B6%C3%9Fe', '/2019/a b.html'] }, TEXT),
  'posts/hidden.md': post({ unlisted: true }),
  'posts/draft.md': post({ draft: true, aliases: ['/draft/'] }),
  'posts/scheduled.md': post({ date: '2026-01-02', aliases: ['/scheduled/'] }),
  'posts/wrong.md': '---\ntitle: Wrong\n---\n',
  'pages/about.md': '---\ntitle: About\naliases: [/who/]\n---\n',
};

describe('the recorded dependencies', () => {
  test('is every post, page and alias that is published, and no list', () => {
    const { entries, lines } = record(FILES);
    const urls = [
      '/2019/a%20b.html',
      '/about/',
      '/größe/',
      '/posts/größe/',
      '/posts/hidden/',
      '/who/',
    ];
    expect(entries.map(({ url }) => url)).toEqual(urls);
    expect(lines).toEqual([
      ...urls.map((url) => `new  ${url}`),
      'permalinks.lock: 6 new URLs, 6 in total',
    ]);
  });

  test('does not change when it is recorded again', () => {
    const { source } = record(FILES);
    expect(record(FILES, source)).toMatchObject({
      source,
      lines: ['permalinks.lock: no new URLs, 6 in total'],
    });
  });

  test('stays when it is there no more, or was edited a little', () => {
    const { source } = record(FILES);
    const edited = post({ title: 'B' }, TEXT.replace('word100 ', ''));
    expect(record({ 'posts/größe.md': edited }, source).source).toBe(source);
  });

  test('is replaced for a different text, and added to a line that an author wrote', () => {
    const { source, entries } = record(FILES);
    const edited = record(
      { ...FILES, 'posts/größe.md': post({ title: 'A' }, words(200, 900)) },
      source,
    );
    const signs = (all: typeof entries) =>
      all.find(({ url }) => url === '/posts/größe/')?.fingerprint;
    expect(edited.lines).toEqual(['permalinks.lock: no new URLs, 6 in total']);
    expect(signs(edited.entries)?.text).not.toBe(signs(entries)?.text);
    expect(record({}, source).source).toBe(source);
    expect(record(FILES, '/posts/größe/\n').source).toBe(source);
  });

  test('does not change URLs that are gone', () => {
    expect(record(FILES, '# Sold.\ngone /about/\n').source).toContain('\n# Sold.\ngone /about/\n');
  });

  test('is empty if nothing is published', () => {
    expect(record({ 'posts/draft.md': post({ draft: true }) })).toMatchObject({
      source: '',
      lines: ['permalinks.lock: no new URLs, 0 in total'],
    });
  });
});
