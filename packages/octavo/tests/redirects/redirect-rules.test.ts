import { describe, expect, test } from 'vitest';
import { ownRedirects, redirectsFile } from '../../src/redirects/redirect-rules.ts';

const HEAD = '# The aliases of posts and pages.';

/** Returns the lines of ours, of these aliases of /posts/a/. */
function rules(
  aliases: string[],
  { own = '', base = '/', forNetlify = false, to = '/posts/a/' } = {},
): string[] {
  const redirects = aliases.map((alias, index) => ({ alias, index, to, file: 'a.md' }));
  const file = redirectsFile(own, redirects, { site: { base }, forNetlify });
  expect(file.startsWith(own)).toBe(true);
  return file.slice(own.length).trim().split('\n').filter(Boolean);
}

describe('a rule', () => {
  test.each([
    ['/old', '/old/ /posts/a/ 301'],
    ['/old.html', '/old.html /posts/a/ 301'],
    ['/größer ist/', '/gr%C3%B6%C3%9Fer%20ist/ /posts/a/ 301'],
    ['/gr%C3%B6%C3%9Fe/', '/gr%C3%B6%C3%9Fe/ /posts/a/ 301'],
    ['/日本/', '/%E6%97%A5%E6%9C%AC/ /posts/a/ 301'],
    ['/100%/', '/100%25/ /posts/a/ 301'],
  ])('of the alias %s is %s', (alias, rule) => {
    expect(rules([alias])).toEqual([HEAD, rule]);
  });

  test.each([['/a:b/'], ['/a*/']])('of %s would mean something else, and is left out', (alias) => {
    expect(rules([alias])).toEqual([]);
  });

  test('is below the base path', () => {
    expect(rules(['/old/'], { base: '/blog/' })).toEqual([HEAD, '/blog/old/ /blog/posts/a/ 301']);
  });

  test('overrides an existing page on Netlify', () => {
    expect(rules(['/old/'], { forNetlify: true })).toEqual([HEAD, '/old/ /posts/a/ 301!']);
  });

  test('escapes placeholders in its target', () => {
    expect(rules(['/old/'], { to: '/posts/a:b*/' })).toEqual([HEAD, '/old/ /posts/a%3Ab%2A/ 301']);
  });
});

describe('the rules of the owner', () => {
  test('are kept, and win', () => {
    const own = '# Mine\n/old/  /elsewhere/ 302\n\n/x/ /y/\n';
    expect(rules(['/old/', '/older/'], { own })).toEqual([HEAD, '/older/ /posts/a/ 301']);
  });

  test.each([
    ['', ''],
    ['/x/ /y/', '/x/ /y/\n'],
    ['/x/ /y/\n', '/x/ /y/\n'],
  ])('%j stand on lines of their own', (own, expected) => {
    const redirects = [{ alias: '/old/', index: 0, to: '/posts/a/', file: 'a.md' }];
    expect(redirectsFile(own, redirects, { site: { base: '/' }, forNetlify: false })).toBe(
      `${expected}${HEAD}\n/old/ /posts/a/ 301\n`,
    );
  });

  test('leave as much room as Cloudflare has', () => {
    const aliases = Array.from({ length: 2100 }, (_, index) => `/old/${index}/`);
    const [one, star] = ['/x/ /y/\n', '/x/* /y/:splat\n/y/ /z/\n'];
    expect(rules(aliases)).toHaveLength(1 + 2000);
    expect(rules(aliases, { own: one })).toHaveLength(1 + 1999);
    expect(rules(aliases, { own: one + star })).toHaveLength(1 + 98);
    expect(rules(aliases, { own: `#${star}` })).toHaveLength(1 + 1999);
    expect(rules(aliases, { own: star, forNetlify: true })).toHaveLength(1 + 2100);
  });

  test.each([
    ['/old/ /new/', '/old/', true],
    ['/old /new/ 301', '/old/', true],
    ['/old.html /new/ 308', '/old.html', true],
    ['/blog/* /posts/:splat 301!', '/blog/a/', true],
    ['/:year/:slug /posts/:slug', '/2019/a/', true],
    ['/:year/:slug /posts/:slug', '/2019/01/a/', false],
    ['/old/ /new/ 200', '/old/', false],
    ['/old/ /404.html 404', '/old/', false],
    ['# /old/ /new/', '/old/', false],
    ['/old', '/old/', false],
    ['  /old/ /new/', '/old/', true],
    ['/old/ /new/ Version=200 301', '/old/', true],
    ['/a.b/ /new/', '/aXb/', false],
    ['/gr%C3%B6%C3%9Fe/ /new/', '/größe/', true],
  ])('%s: %s is redirected: %s', (own, key, isRedirected) => {
    expect(ownRedirects(own, { base: '/' })(key)).toBe(isRedirected);
  });

  test('are below the base path', () => {
    expect(ownRedirects('/blog/old/ /new/', { base: '/blog/' })('/old/')).toBe(true);
  });
});
