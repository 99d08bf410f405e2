import { expect, test } from 'vitest';
import { png } from '../pictures.ts';
import { post } from '../posts.ts';
import { different, TestSite } from '../site.ts';

test.each([
  ['https://example.org/', { search: false, permalink: '/:slug/' }],
  ['https://example.com/blog/', { notes: {}, blogroll: 'src/content/blogs.yaml' }],
])(
  'a blog without code at %s with %o is made from the shipped bundle, with the bytes of a build with Vite',
  async (url, settings) => {
    const site = new TestSite(`shipped-${new URL(url).hostname}`, {
      settings: { ...settings, url, title: 'Shipped', nav: [{ label: 'Tags', link: '/tags/' }] },
      files: {
        'posts/a/index.md': post(
          { tags: ['a'], cover: { image: './b.png', alt: 'B' } },
          '![B](./b.png)\n\n$x^2$\n\n```js\nlet a;\n```',
        ),
        'posts/a/b.png': await png(900, 300),
        'notes/a.md': post({ title: undefined, link: 'https://example.org/' }, 'A note.'),
        'blogs.yaml': '- title: A\n  url: https://a.example/\n',
        'pages/about.md': '---\ntitle: About\n---\n\nText.\n',
      },
    });
    const { stdout, stderr } = await site.build('--profile');
    expect(stdout + stderr).toMatch(/bundle +copied from the package/);
    const shipped = site.snapshot();
    expect((await site.build('--profile')).stdout).toMatch(/bundle +reused/);
    site.removeCaches();
    site.write('unused.ts', '');
    const { stdout: byVite } = await site.build('--profile');
    expect(byVite).toMatch(/not possible: no bundle/);
    expect(different(shipped, site.snapshot())).toEqual([]);
    if ('notes' in settings) expect(site.read('/notes/')).toContain('href="/blog/notes/a/"');
  },
);
