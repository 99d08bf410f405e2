import { describe, expect, test } from 'vitest';
import { formatDiagnostic, sortDiagnostics } from '../../src/diagnostics/diagnostic.ts';
import { readContent } from '../../src/content/read-content.ts';
import type { SiteConfig } from '../../src/settings/settings.ts';
import { post } from '../../../../tests/posts.ts';
import { content, context, folder, readFiles } from '../helpers.ts';

const PAGE = '---\ntitle: T\n---\n';

/** Returns what is wrong with a site of these files, as lines below src/content/. */
function mistakes(files: Record<string, string>, config?: Partial<SiteConfig>): string[] {
  return sortDiagnostics(readFiles(files, config).diagnostics).map((diagnostic) =>
    formatDiagnostic(diagnostic).replace(/^src\/content\//, ''),
  );
}

describe('two files at one address are a mistake of the second', () => {
  test.each([
    [
      'a file and a bundle',
      { 'posts/a.md': post({}), 'posts/a/index.md': post({}) },
      'posts/a/index.md:1:1',
      'posts/a.md',
    ],
    [
      'Markdown and MDX',
      { 'posts/a.md': post({}), 'posts/a.mdx': post({}) },
      'posts/a.mdx:1:1',
      'posts/a.md',
    ],
    [
      'one name in two folders',
      { 'posts/2023/a.md': post({}), 'posts/2024/a.md': post({}) },
      'posts/2024/a.md:1:1',
      'posts/2023/a.md',
    ],
    [
      'two names of one slug',
      { 'posts/A b.md': post({}), 'posts/a-b.md': post({}) },
      'posts/a-b.md:1:1',
      'posts/A b.md',
    ],
    [
      'a slug that is the name of another',
      { 'posts/a.md': post({}), 'posts/b.md': post({ slug: 'a' }) },
      'posts/b.md:4:1',
      'posts/a.md',
    ],
  ])('%s', (_, files, place, owner) => {
    const first = `${place}  slug: /posts/a`;
    expect(mistakes(files)).toEqual([
      expect.stringMatching(
        new RegExp(`^${first}(-b)?/ is already the URL of src/content/${owner}; set another slug$`),
      ),
    ]);
  });

  test('each of three', () => {
    const files = {
      'posts/a.md': post({}),
      'posts/b.md': post({ slug: 'a' }),
      'posts/c.md': post({ slug: 'a' }),
    };
    expect(mistakes(files)).toHaveLength(2);
  });

  test('a post and a page', () => {
    const files = { 'posts/about.md': post({}), 'pages/about.md': PAGE };
    expect(mistakes(files, { permalink: '/:slug/' })).toEqual([
      'posts/about.md:1:1  slug: /about/ is already the URL of src/content/pages/about.md; set another slug',
    ]);
  });

  test('two pages', () => {
    expect(mistakes({ 'pages/about.md': PAGE, 'pages/about/index.md': PAGE })).toEqual([
      'pages/about/index.md:1:1  slug: /about/ is already the URL of src/content/pages/about.md; rename one of them',
    ]);
  });

  test('and not where the date keeps them apart', () => {
    const files = {
      'posts/2023/a.md': post({ date: '2023-01-06' }),
      'posts/2024/a.md': post({ date: '2024-01-06' }),
    };
    expect(mistakes(files, { permalink: '/:year/:slug/' })).toEqual([]);
  });

  // collection: one of two posts that have addresses of their own is gone without a word.
  test.each([
    [
      'a post with a slug',
      { 'posts/a.md': post({ slug: 'x' }), 'posts/a/index.md': post({ slug: 'y' }) },
    ],
    [
      'an author',
      { 'authors/john.md': '---\nname: J\n---\n', 'authors/john/index.md': '---\nname: K\n---\n' },
    ],
  ])('or with one id: %s', (_, files) => {
    expect(mistakes(files)).toHaveLength(1);
  });
});

describe('the Markdown of one post is no folder of another', () => {
  test.each([
    ['x.md', 'x'],
    ['x', 'x.md'],
  ])('with the slugs %s and %s', (first, second) => {
    const files = { 'posts/a.md': post({ slug: first }), 'posts/b.md': post({ slug: second }) };
    expect(mistakes(files)).toEqual([
      'posts/b.md:4:1  slug: /posts/x.md/ is already the URL of src/content/posts/a.md; set another slug',
    ]);
  });
});

describe('a URL of the engine cannot be the URL of', () => {
  test.each(['page', 'tags', 'archive', 'authors', '404'])('a post: /%s/', (slug) => {
    const files = { 'posts/a.md': post({ slug }) };
    expect(mistakes(files, { permalink: '/:slug/' })).toEqual([
      `posts/a.md:4:1  slug: /${slug}/ is already the URL of a built-in page; set another slug`,
    ]);
  });

  test.each(['tags', 'archive', 'authors/jane', 'tags/go', 'page/2', 'posts'])(
    'a page: /%s/',
    (id) => {
      expect(mistakes({ [`pages/${id}.md`]: PAGE })).toEqual([
        `pages/${id}.md:1:1  slug: /${id}/ is already the URL of a built-in page; rename one of them`,
      ]);
    },
  );

  test.each(['page', 'tags', 'archive'])('nobody below a folder: /posts/%s/', (slug) => {
    expect(mistakes({ 'posts/a.md': post({ slug }) })).toEqual([]);
  });

  test.each(['tagged', 'archives', 'pages', '404-not-found'])('nobody beside it: /%s/', (id) => {
    expect(mistakes({ [`pages/${id}.md`]: PAGE })).toEqual([]);
  });

  test.each(['rss.xml', 'atom.xml', 'feed.json', 'rss/1.xml', 'robots.txt', 'sitemap-0.xml'])(
    'a page, where it is a file: /%s/',
    (id) => {
      expect(mistakes({ [`pages/${id}.md`]: PAGE })).toEqual([
        `pages/${id}.md:1:1  slug: /${id}/ is already the URL of a built-in page; rename one of them`,
      ]);
    },
  );

  test('a page where the folder of posts is another', () => {
    const site = { permalink: '/notes/:slug/' };
    expect(mistakes({ 'pages/notes.md': PAGE, 'pages/posts.md': PAGE }, site)).toEqual([
      expect.stringContaining(
        'pages/notes.md:1:1  slug: /notes/ is already the URL of a built-in page',
      ),
    ]);
  });
});

describe('two posts that feed readers would take for one are a mistake:', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>, string]>([
    ['of one guid', { guid: 'a' }, { guid: 'a' }, 'guid: a'],
  ])('%s', (_, a, b, start) => {
    expect(mistakes({ 'posts/a.md': post(a), 'posts/b.md': post(b) })).toEqual([
      expect.stringMatching(/^posts\/b\.md:\d:\d {2}/),
    ]);
    expect(mistakes({ 'posts/a.md': post(a), 'posts/b.md': post(b) })[0]).toContain(
      `${start} is already the feed id of src/content/posts/a.md; set another guid`,
    );
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['of a guid of its own', { aliases: ['/a/'] }, { aliases: ['/a/'], guid: 'b' }],
    ['of another first alias', { aliases: ['/a/'] }, { aliases: ['/b/', '/a/'] }],
    ['of different guids', { guid: 'a' }, { guid: 'A' }],
    ['of one alias, which the checks tell', { aliases: ['/a/'] }, { aliases: ['/a/'] }],
  ])('and not one %s', (_, a, b) => {
    expect(mistakes({ 'posts/a.md': post(a), 'posts/b.md': post(b) })).toEqual([]);
  });
});

describe('an author who is not there is a mistake', () => {
  test('with the nearest, at its place in the list', () => {
    expect(mistakes({ 'posts/a.md': post({ authors: ['jane', 'jnae'] }) })).toEqual([
      'posts/a.md:4:18  authors[1]: src/content/authors/jnae.md not found; did you mean jane?',
    ]);
  });

  test('alone where there is none near', () => {
    expect(mistakes({ 'posts/a.md': post({ authors: ['somebody'] }) })).toEqual([
      'posts/a.md:4:11  authors[0]: src/content/authors/somebody.md not found',
    ]);
  });

  test('beside other mistakes of the post', () => {
    expect(mistakes({ 'posts/a.md': post({ draft: 'yes', authors: ['jnae'] }) })).toEqual([
      'posts/a.md:4:1  draft: must be true or false, not "yes"',
      'posts/a.md:5:11  authors[0]: src/content/authors/jnae.md not found; did you mean jane?',
    ]);
  });

  test('and not where the file has mistakes of its own, which are told there', () => {
    const files = {
      'authors/john.md': '---\nnaem: John\n---\n',
      'posts/a.md': post({ authors: ['john'] }),
    };
    expect(mistakes(files).every((line) => line.startsWith('authors/john.md:'))).toBe(true);
    expect(mistakes(files)).not.toEqual([]);
  });

  test('of the settings where it is the author of the site', () => {
    expect(mistakes({}, { author: 'jnae' })).toEqual([
      'src/site.config.ts:1:1  author: src/content/authors/jnae.md not found; did you mean jane?',
    ]);
  });

  test('and not for the white space around it', () => {
    expect(mistakes({ 'posts/a.md': post({ authors: [' jane '] }) })).toEqual([]);
  });
});

describe('a cover', () => {
  const cover = (image: string) => post({ cover: { image, alt: 'A' } });

  test('that is not there is a mistake', () => {
    const files = {
      'posts/a.md': '---\ntitle: T\ndate: 2024-01-06\ncover:\n  image: ./x.png\n  alt: A\n---\n',
    };
    expect(mistakes(files)).toEqual(['posts/a.md:5:3  cover.image: ./x.png not found']);
  });

  test('that is not there is told beside other mistakes of the post', () => {
    const files = { 'posts/a.md': post({ draft: 'yes', cover: { image: './x.png', alt: 'A' } }) };
    expect(mistakes(files)).toHaveLength(2);
  });

  test.each([
    ['beside its post', 'posts/a.md', './x.png', 'posts/x.png'],
    ['in its bundle', 'posts/a/index.md', './x.png', 'posts/a/x.png'],
    ['in a folder', 'posts/a.md', './pictures/x.png', 'posts/pictures/x.png'],
    ['above', 'posts/2024/a.md', '../x.png', 'posts/x.png'],
  ])('that is %s is none', (_, path, image, picture) => {
    expect(mistakes({ [path]: cover(image), [picture]: '' })).toEqual([]);
  });

  test('is looked for from the post, not from the project', () => {
    const files = { ...content({ 'posts/a/index.md': cover('./x.png') }), 'x.png': '' };
    const { diagnostics } = readContent(context(folder(files)));
    expect(diagnostics.map(({ message }) => message)).toContain('cover.image: ./x.png not found');
  });
});

describe('an address that the settings ask for feeds at', () => {
  const site = { feeds: { alsoAt: { rss: ['/index.xml', '/:tag/all.xml'] } } };

  test('is none for a page or a post', () => {
    const files = {
      'pages/index.xml.md': PAGE,
      'posts/a.md': post({ tags: ['Go'] }),
      'pages/go/all.xml.md': PAGE,
      'pages/rust/all.xml.md': PAGE,
    };
    const owner = 'already the URL of a feed (feeds.alsoAt in the settings); rename one of them';
    expect(mistakes(files, site)).toEqual([
      `pages/go/all.xml.md:1:1  slug: /go/all.xml/ is ${owner}`,
      `pages/index.xml.md:1:1  slug: /index.xml/ is ${owner}`,
    ]);
  });

  test('is of the tags of posts that are listed', () => {
    const files = {
      'posts/a.md': post({ tags: ['Go'], unlisted: true }),
      'posts/b.md': post({ tags: ['Go'], draft: true }),
      'posts/c.md': post({ tags: ['Go'], title: 5 }),
      'posts/d.md': post({ tags: ['Go'], date: '2999-01-01' }),
      'pages/go/all.xml.md': PAGE,
    };
    expect(mistakes(files, site)).toEqual([expect.stringContaining('posts/c.md')]);
  });

  test('is a mistake of the settings where something else is there', () => {
    const taken = { feeds: { alsoAt: { atom: ['/a.xml', '/a.xml'] } } };
    expect(mistakes({}, taken)).toEqual([
      'src/site.config.ts:1:1  feeds.alsoAt: /a.xml is already the URL of another feed; choose another path',
    ]);
  });
});
