import { describe, expect, test } from 'vitest';
import { formatLock, lockUrl, parseLock } from '../../../src/addresses/lock/lock.ts';

const SIGNS = 'abcabcabcabc abcdef';
const WRITTEN = formatLock(
  parseLock(`/b/  ${SIGNS}\n# Sold.\ngone /a/\n/größe/ - abcdef\n/ü/ abcabcabcabc -\n# The end.\n`)
    .entries,
  ['# The end.'],
);

describe('the lock', () => {
  test('is sorted by code points, under a header', () => {
    const lines = WRITTEN.split('\n');
    expect(lines[0]).toMatch(/^# All URLs of posts and pages/);
    expect(lines.slice(3)).toEqual([
      '# Sold.',
      'gone /a/',
      `/b/  ${SIGNS}`,
      '/größe/  - abcdef',
      '/ü/  abcabcabcabc -',
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

  test('does not change when it is parsed and formatted', () => {
    const { entries, rest, fixable, invalid } = parseLock(WRITTEN);
    expect(formatLock(entries, rest)).toBe(WRITTEN);
    expect([...fixable, ...invalid]).toEqual([]);
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
    ['\uFEFF/a/', { url: '/a/' }],
    ['  /a/  ', { url: '/a/' }],
    ['/a/ - -', { fingerprint: { text: '', title: '' } }],
  ])('%s is an entry', (line, expected) => {
    const { entries, invalid } = parseLock(`${line}\n`);
    expect(invalid).toEqual([]);
    expect(entries).toMatchObject([expected]);
  });

  test.each([
    ['/größe/', '/größe/'],
    ['/a b?c#d%/', '/a%20b%3Fc%23d%25/'],
    ['/old', '/old/'],
  ])('has the path %s as %s, without white space', (path, url) => {
    expect(lockUrl(path)).toBe(url);
    expect(lockUrl(url)).toBe(url);
  });
});

describe('the diagnostics of the lock', () => {
  const fix = 'fix it with npx octavo permalinks';
  test.each<[what: string, source: string, expected: string[]]>([
    ['none', '# A comment\n\n/a/\n/b/\n', []],
    ['a duplicate', '/a/\n/b/\n/a/\n', [`3 warning duplicate URL /a/, also in line 1; ${fix}`]],
    [
      'two forms of a path',
      '/a\n/a/index.html\n',
      [`2 warning duplicate URL /a/, also in line 1; ${fix}`],
    ],
    [
      'markers of a merge conflict',
      '/a/\n<<<<<<< ours\n/b/\n||||||| base\n=======\n/c/\n>>>>>>> theirs\n',
      [
        '2 error unresolved merge conflict; keep the lines of both sides with npx octavo permalinks',
      ],
    ],
    ['a misspelling of gone', 'gine /a/\n', ['1 error invalid line gine /a/; did you mean gone?']],
    [
      'text after a URL',
      '/a/ is sold\n',
      ['1 error invalid line /a/ is sold; write /posts/x/ or gone /posts/x/'],
    ],
  ])('%s', (_, source, expected) => {
    const { fixable, invalid } = parseLock(source);
    const messages = [...fixable, ...invalid].map(
      ({ line, severity, message }) => `${line} ${severity} ${message}`,
    );
    expect(messages).toEqual(expected);
  });

  test.each([
    ['a duplicate', '/a/\n/a/\n', true],
    ['a merge conflict', '<<<<<<< ours\n/a/\n', true],
    ['an invalid line', 'gine /a/\n', false],
  ])('%s can be fixed by a command: %s', (_, source, isFixable) => {
    const { fixable, invalid } = parseLock(source);
    expect([fixable.length, invalid.length]).toEqual(isFixable ? [1, 0] : [0, 1]);
  });

  test('a URL that is gone in one of two lines is gone', () => {
    expect(parseLock('/a/\ngone /a/\n').entries).toMatchObject([{ url: '/a/', isGone: true }]);
  });
});
