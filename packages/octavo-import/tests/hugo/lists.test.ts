import { describe, expect, test } from 'vitest';
import { fileOf, imported, oldPost } from './old-blog.ts';

const dated = (more: string) => oldPost(`title: X\ndate: 2020-01-02\n${more}`);
const FILES = {
  'content/posts/a.md': dated(
    'tags: [Go, "C#"]\ncategories: [Pipes]\nseries: [One]\naliases: [/was/, /was-file/]',
  ),
  'content/posts/b.md': dated('tags: [Go]\nauthors: [Bob]\nurl: /odd.html'),
  'content/posts/c.md': dated('tags: [Go]'),
  'content/posts/draft.md': dated('tags: [Secret]\ndraft: true'),
  'content/posts/later.md': oldPost('title: X\ndate: 2030-01-01\ntags: [Secret]'),
  'content/notes/_index.md': oldPost('title: Notes\naliases: [/jots/]', 'Text.'),
  'content/notes/n.md': dated(''),
  'content/now.md': oldPost('title: Now\naliases: [/today.html]'),
  'content/archives.md': oldPost('title: Archive\nlayout: archives'),
  'static/cv.pdf': 'x',
  'static/was-file/index.html': 'x',
};
const CONFIG = `title: Old
baseURL: https://old.example/
paginate: 2
permalinks: { posts: "/posts/:slugorfilename/" }
taxonomies: { tag: tags, category: categories, series: series, author: authors }
`;

/** Returns each old address as `from → to (how)`. */
function addresses(config = CONFIG): string[] {
  return addressesOf(FILES, config);
}

function addressesOf(files: Record<string, string>, config: string): string[] {
  return imported(files, config).addresses.map(({ from, to, by }) => `${from} → ${to} (${by})`);
}

test('a file with the name of a folder of the new site is the index of that folder', () => {
  const files = { 'content/posts/a.md': dated(''), 'static/feed': 'x', 'static/tags': 'x' };
  const site = imported(files, CONFIG);
  const copied = site.files.map(({ path }) => path);
  expect(copied).toContain('public/feed/index.html');
  expect(copied.filter((path) => /^public\/(?:feed|tags(?:\/index\.html)?)$/.test(path))).toEqual(
    [],
  );
  expect(addressesOf(files, CONFIG)).toContain('/feed → /feed (same)');
});

test('a feed in a format of its own stays a feed', () => {
  const files = { 'content/posts/a.md': dated('tags: [go]') };
  const config = `${CONFIG}
disableKinds: [RSS]
outputs: { home: [HTML, Atom], term: [HTML, Atom] }
mediaTypes: { application/atom: { suffixes: [xml] } }
outputFormats: { Atom: { mediaType: application/atom, baseName: feed } }
`;
  expect(imported(files, config).settings.feeds?.alsoAt).toEqual({
    ...{ rss: ['/tags/:tag/feed.xml'], atom: ['/feed.xml'] },
  });
  expect(addressesOf(files, config)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^\/feed\.xml → .* \(feed\)$/),
      '/tags/go/feed.xml → /tags/go/rss.xml (feed)',
    ]),
  );
});

test('a section of drafts alone has no feed in the settings', () => {
  const files = {
    'content/posts/a.md': dated(''),
    'content/plans/_index.md': oldPost('title: Plans', 'Text.'),
    'content/plans/b.md': dated('draft: true'),
  };
  expect(imported(files, CONFIG).settings.feeds?.alsoAt?.rss).not.toContain('/plans/index.xml');
  expect(addressesOf(files, CONFIG)).toContain('/plans/index.xml → /rss.xml (rule)');
});

describe('an old address', () => {
  test.each([
    '/ → / (same)',
    '/page/1/ → / (page)',
    '/page/2/ → /page/2/ (same)',
    '/posts/a/ → /posts/a/ (same)',
    '/was/ → /posts/a/ (alias)',
    '/odd.html → /odd/ (alias)',
    '/posts/ → / (page)',
    '/posts/page/2/ → /page/2/ (page)',
    '/notes/ → /notes/ (same)',
    '/jots/ → /notes/ (page)',
    '/now/ → /now/ (same)',
    '/today.html → /now/ (page)',
    '/archives/ → /archive/ (page)',
    '/cv.pdf → /cv.pdf (same)',
    '/was-file/index.html → /was-file/index.html (same)',
    '/tags/ → /tags/ (same)',
    '/tags/go/ → /tags/go/ (same)',
    '/tags/go/page/1/ → /tags/go/ (page)',
    '/tags/go/page/2/ → /tags/go/page/2/ (same)',
    '/tags/c#/ → /tags/csharp/ (page)',
    '/categories/ → /tags/ (page)',
    '/categories/pipes/ → /tags/pipes/ (page)',
    '/series/ → /series/ (same)',
    '/series/one/ → /series/one/ (same)',
    '/authors/ → /authors/ (same)',
    '/authors/bob/ → /authors/bob/ (same)',
    '/index.xml → /rss.xml (feed)',
    '/posts/index.xml → /rss.xml (feed)',
    '/tags/go/index.xml → /tags/go/rss.xml (feed)',
    '/tags/c#/index.xml → /tags/csharp/rss.xml (rule)',
    '/categories/pipes/index.xml → /tags/pipes/rss.xml (feed)',
    '/notes/index.xml → /notes/index.xml (feed)',
    '/series/one/index.xml → /series/one/rss.xml (feed)',
    '/authors/bob/index.xml → /authors/bob/rss.xml (feed)',
    '/sitemap.xml → /sitemap.xml (same)',
  ])('%s', (address) => {
    expect(addresses()).toContain(address);
  });

  test('excludes drafts and scheduled posts, and their tags', () => {
    expect(addresses().filter((one) => /draft|later|secret/i.test(one))).toEqual([]);
  });

  test('is none of lists that Hugo was told not to make', () => {
    const made = addresses(`${CONFIG}disableKinds: [term, section]\n`);
    expect(made.filter((one) => /^\/(?:tags\/go|posts\/ )/.test(one))).toEqual([]);
  });

  test('of a feed is for all lists of a kind, and of all posts where no list has the same', () => {
    const alsoAt = (files: Record<string, string>) =>
      imported({ ...FILES, ...files }, CONFIG).settings.feeds?.alsoAt?.rss;
    const lists = [
      '/tags/:tag/index.xml',
      '/categories/:tag/index.xml',
      '/series/:series/index.xml',
    ];
    const authors = '/authors/:author/index.xml';
    expect(alsoAt({})).toEqual(
      expect.arrayContaining([
        '/index.xml',
        '/posts/index.xml',
        '/:folder/index.xml',
        authors,
        ...lists,
      ]),
    );
    // By its URL a post of one section is in the folder of another.
    const mixed = alsoAt({ 'content/posts/x.md': dated('url: /notes/x/') });
    expect(mixed).toEqual(expect.arrayContaining(['/notes/index.xml', '/posts/index.xml']));
    expect(mixed).not.toContain('/:folder/index.xml');
  });

  test('has no page at the folder of all posts', () => {
    const made = imported({ 'content/posts/a.md': dated('') }).addresses;
    expect(made).toContainEqual({ from: '/posts/', to: '/posts/', by: 'same', kind: 'list' });
  });

  test('of a numbered page is that of the index, where the list became a page', () => {
    const made = addressesOf(
      { ...FILES, 'content/posts/_index.md': oldPost('title: P', 'Text.') },
      CONFIG,
    );
    expect(made).toContain('/posts/ → /posts/ (same)');
    expect(made).toContain('/posts/page/2/ → /page/2/ (page)');
  });

  test('of a section has a feed of its own posts', () => {
    const site = imported({
      'content/posts/a.md': oldPost('title: A\ndate: 2020-01-01'),
      'content/posts/b.md': oldPost('title: B\ndate: 2020-01-01'),
      'content/my-notes/c.md': oldPost('title: C\ndate: 2020-01-01'),
      'content/til/_index.md': oldPost('title: Learned', 'Today:'),
      'content/til/d.md': oldPost('title: D\ndate: 2020-01-01'),
    });
    const page = (path: string) => fileOf(site, `src/content/pages/${path}`);
    expect(page('my-notes.md')).toBe('---\ntitle: My notes\nsection: my-notes\n---\n');
    expect(page('til.md')).toBe('---\ntitle: Learned\nsection: til\n---\n\nToday:\n');
    expect(page('posts.md')).toContain('section: posts');
    const { rss } = site.settings.feeds?.alsoAt ?? {};
    expect(rss).toContain('/:folder/index.xml');
    const of = (path: string) => site.addresses.find(({ from }) => from === path);
    expect(of('/my-notes/')).toMatchObject({ to: '/my-notes/', by: 'same' });
    expect(of('/my-notes/index.xml')).toMatchObject({ by: 'feed' });
  });

  test('of the only section is that of the index', () => {
    const site = imported({ 'content/til/d.md': oldPost('title: D\ndate: 2020-01-01') });
    expect(site.counts.pages).toBe(0);
  });

  test('is no alias where a file is', () => {
    const { files, diagnostics } = imported(FILES, CONFIG);
    const post = files.find(({ path }) => path.endsWith('/a.md'))!;
    expect(post.content).not.toContain('was-file');
    expect(diagnostics.map(({ message }) => message)).toContain(
      'aliases: /was-file/ is already the URL of the file /was-file/index.html; skipped',
    );
  });

  test('is there once', () => {
    const from = addresses().map((one) => one.split(' → ')[0]);
    expect(from).toEqual([...new Set(from)]);
  });
});
