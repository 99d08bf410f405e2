import { describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { folder } from '../../octavo/tests/helpers.ts';
import { readHostRules, ruleFor } from '../src/site/host-rules.ts';
import { fileOf, imported, oldPost } from './hugo/old-blog.ts';

const REDIRECTS = `# Old pages
/a /b 301
/before/ /posts/a/
/blog/*  /posts/:splat  301!
/by/:year/:name /posts/:name
/out/* https://other.example/:splat
https://x.example/* https://old.example/:splat
/gone /404.html 404
/* /index.html 404
`;
const TOML = `[[redirects]]
from = "/toml/"
to = "/posts/a/"
status = 301
`;

describe('redirects of the host', () => {
  test.each([
    ['/a', '/b'],
    ['/a/', '/b'],
    ['/before', '/posts/a/'],
    ['/blog/x/y', '/posts/x/y'],
    ['/blog/', '/posts/'],
    ['/by/2020/x/', '/posts/x'],
    ['/out/x', 'https://other.example/x'],
    ['/toml', '/posts/a/'],
    ['/blogs/x', undefined],
    ['/gone', undefined],
    ['/nowhere', undefined],
  ])('%s leads to %s', (path, to) => {
    const root = folder({ _redirects: REDIRECTS, 'netlify.toml': TOML });
    const rules = readHostRules(root, join(root, '_redirects'));
    expect(ruleFor(rules, path)?.to).toBe(to);
  });
});

describe('a blog with redirects of its host', () => {
  const body = '[a](/before/) [b](/blog/a/#x) [c](/out/x) [d](/nowhere/)';
  const site = () =>
    imported({
      'content/posts/a.md': oldPost('title: A\ndate: 2020-01-01'),
      'content/posts/b.md': oldPost('title: B\ndate: 2020-01-01', body),
      'static/_redirects': REDIRECTS,
      'netlify.toml': TOML,
    });

  test('has links to their targets', () => {
    expect(fileOf(site(), 'src/content/posts/b.md')).toContain(
      '[a](./a.md) [b](./a.md#x) [c](/out/x) [d](/nowhere/)',
    );
  });

  test('has none in the baseline that they answered', () => {
    const had = (target: string) =>
      site().hadProblem({ file: 'src/content/posts/b.md', rule: 'dead-link', target });
    expect([had('/out/x'), had('/nowhere/')]).toEqual([false, true]);
    expect(site().settings.elsewhere).toEqual(['/out/']);
  });

  test('redirects on any host', () => {
    const ruled = site().addresses.filter(({ kind }) => kind === 'alias');
    expect(ruled).toEqual(
      ['/before/', '/toml/'].map((from) => ({ from, to: '/posts/a/', kind: 'alias', by: 'page' })),
    );
  });
});
