import { describe, expect, test } from 'vitest';
import { llmsText } from '../../src/twins/llms.ts';
import { settings } from '../helpers.ts';

const site = settings({ url: 'https://example.com/blog/' });
const document = (title: string, more: object = {}) => ({
  title,
  url: `/posts/${title.toLowerCase()}/`,
  description: `About ${title}.`,
  ...more,
});

const OPTIONAL = `## Optional

- [Archive](https://example.com/blog/archive/): every post, by year and month
- [Feed](https://example.com/blog/rss.xml): the newest posts, whole
`;

describe('llms.txt', () => {
  test('has the form of llmstxt.org', () => {
    const posts = [document('Go'), document('Größe', { description: '' })];
    const pages = [{ title: 'About', url: '/about/', description: 'Who.' }];
    expect(llmsText({ posts, pages }, site)).toBe(`# Notes

> Notes on many things.

## Posts

- [Go](https://example.com/blog/posts/go.md): About Go.
- [Größe](https://example.com/blog/posts/gr%C3%B6%C3%9Fe.md)

## Pages

- [About](https://example.com/blog/about.md): Who.

${OPTIONAL}`);
  });

  test('of an empty blog has no empty section', () => {
    const text = llmsText({ posts: [], pages: [] }, site);
    expect(text).toBe(`# Notes\n\n> Notes on many things.\n\n${OPTIONAL}`);
  });

  test('keeps entries on their line', () => {
    const posts = [document('A [b]\nc', { url: '/posts/a(b)/', description: 'One.\n\n# Two.' })];
    expect(llmsText({ posts, pages: [] }, site)).toContain(
      '\n- [A [b] c](https://example.com/blog/posts/a%28b%29.md): One. # Two.\n',
    );
  });

  test.each([
    ['map[string][]byte', 'map[string][]byte'],
    ['a[0] = b[i]', 'a[0] = b[i]'],
    ['vec![1, 2]', 'vec![1, 2]'],
    ['f(x) -> [y', 'f(x) -> &#91;y'],
    ['a](b)', 'a&#93;(b)'],
    ['*p = &q', '*p = &q'],
    ['*p and *q*', '\\*p and \\*q\\*'],
    ['std::vector<T>', 'std::vector\\<T>'],
    ['a < b && c', 'a < b && c'],
    ['__init__', '\\_\\_init\\_\\_'],
    ['snake_case_name', 'snake_case_name'],
  ])('has the title %s as %s', (title, written) => {
    const posts = [document('x', { title })];
    expect(llmsText({ posts, pages: [] }, site)).toContain(`- [${written}](https:`);
  });

  test('describes the newest hundred posts, and names the others where they may be left out', () => {
    const posts = Array.from({ length: 101 }, (_, index) => document(`P${index}`));
    const [newest = '', optional = ''] = llmsText({ posts, pages: [] }, site).split('## Optional');
    expect(newest.match(/^- .*: About/gm)).toHaveLength(100);
    expect(optional).toContain('\n- [P100](https://example.com/blog/posts/p100.md)\n');
  });

  test('cuts a long description as the head of its page does', () => {
    const posts = [document('A', { description: 'word '.repeat(100) })];
    expect(llmsText({ posts, pages: [] }, site)).toMatch(/: (?:word ){31}word…\n/);
  });
});
