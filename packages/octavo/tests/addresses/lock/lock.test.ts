import { describe, expect, test } from 'vitest';
import { formatLock, lockUrl, parseLock } from '../../../src/addresses/lock/lock.ts';

const SIGNS = 'abcabcabcabc abcdef';
const WRITTEN = formatLock(
  parseLock(`/b/  ${SIGNS}\n# Sold.\ngone /a/\n/größe/ - abcdef\n# The end.\n`).entries,
  ['# The end.'],
);

describe('the lock', () => {
  test('is written in the order of code points, with a head that says what it is', () => {
    const lines = WRITTEN.split('\n');
    expect(lines[0]).toMatch(/^# The addresses of all posts and pages/);
    expect(lines.slice(3)).toEqual([
      '# Sold.',
      'gone /a/',
      `/b/  ${SIGNS}`,
      '/größe/  - abcdef',
      '# The end.',
      '',
    ]);
    const urls = ['/\u{1f600}/', '/\uff5e/', '/z/', '/Z/'];
    const sorted = formatLock(parseLock(urls.join('\n')).entries)
      .trim()
      .split('\n')
      .slice(3);
    expect(sorted).toEqual(['/Z/', '/z/', '/\uff5e/', '/\u{1f600}/']);
  });

  test('read and written again is the same', () => {
    const { entries, rest, mistakes } = parseLock(WRITTEN);
    expect(formatLock(entries, rest)).toBe(WRITTEN);
    expect(mistakes).toEqual([]);
    expect(parseLock(WRITTEN.replaceAll('\n', '\r\n')).entries).toEqual(entries);
  });

  test.each([
    [`/a/  ${SIGNS}`, { url: '/a/', isGone: false }],
    ['/a', { url: '/a/', key: '/a/', fingerprint: undefined }],
    ['gone /a.html', { url: '/a.html', isGone: true }],
    [
      `gone   /a/ ${SIGNS}`,
      { isGone: true, fingerprint: { text: SIGNS.slice(0, 12), title: SIGNS.slice(13) } },
    ],
    ['/gr%C3%B6%C3%9Fe/', { url: '/größe/', key: '/größe/' }],
    ['/a%20b/', { url: '/a%20b/', key: '/a b/' }],
    ['/a/ - -', { fingerprint: { text: '', title: '' } }],
  ])('%s is an entry', (line, expected) => {
    const { entries, mistakes } = parseLock(`${line}\n`);
    expect(mistakes).toEqual([]);
    expect(entries).toMatchObject([expected]);
  });

  test.each([
    ['/größe/', '/größe/'],
    ['/a b?c#d%/', '/a%20b%3Fc%23d%25/'],
    ['/old', '/old/'],
  ])('has the path %s as %s, which stays one word', (path, url) => {
    expect(lockUrl(path)).toBe(url);
    expect(lockUrl(url)).toBe(url);
  });
});

describe('what is wrong with the lock', () => {
  const mend = 'npx octavo permalinks puts it right';
  test.each<[what: string, source: string, told: string[]]>([
    ['nothing', '# A comment\n\n/a/\n/b/\n', []],
    ['two of a line', '/a/\n/b/\n/a/\n', [`3 warning /a/ stands in line 1 too; ${mend}`]],
    [
      'two writings of an address',
      '/a\n/a/index.html\n',
      [`2 warning /a/ stands in line 1 too; ${mend}`],
    ],
    [
      'an order that is not kept, once',
      '/c/\n/b/\n/a/\n',
      [`2 warning /b/ belongs above /c/; ${mend}`],
    ],
    [
      'marks of a merge',
      '/a/\n<<<<<<< ours\n/b/\n||||||| base\n=======\n/c/\n>>>>>>> theirs\n',
      [`2 error two versions of this file were not merged; ${mend}, with the lines of both`],
    ],
    [
      'a word for gone',
      'gine /a/\n',
      [
        '1 error gine /a/: this line is not understood; did you mean gone?; write /posts/x/, or gone /posts/x/',
      ],
    ],
    [
      'words behind an address',
      '/a/ is sold\n',
      [
        '1 error /a/ is sold: what stands behind the address is not understood; write /posts/x/, or gone /posts/x/',
      ],
    ],
  ])('is told: %s', (_, source, told) => {
    const { mistakes } = parseLock(source);
    expect(mistakes.map(({ line, severity, message }) => `${line} ${severity} ${message}`)).toEqual(
      told,
    );
  });

  test('an address that is gone in one of two lines is gone', () => {
    expect(parseLock('/a/\ngone /a/\n').entries).toMatchObject([{ url: '/a/', isGone: true }]);
  });
});
