import { describe, expect, test } from 'vitest';
import { formatDiagnostic, sortDiagnostics } from '../../src/diagnostics/diagnostic.ts';
import { readContent } from '../../src/content/read-content.ts';
import type { SiteConfig } from '../../src/settings/settings.ts';
import { post } from '../../../../tests/posts.ts';
import { content, context, folder, readFiles } from '../helpers.ts';

const PAGE = '---\ntitle: T\n---\n';

/** Returns what is wrong with a site of these files, as lines below src/content/. */
function errors(files: Record<string, string>, config?: Partial<SiteConfig>): string[] {
  return sortDiagnostics(readFiles(files, config).diagnostics).map((diagnostic) =>
    formatDiagnostic(diagnostic).replace(/^src\/content\//, ''),
  );
}

describe('two files with the same URL are an error of the second', () => {
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
    expect(errors(files)).toEqual([
      expect.stringMatching(
        new RegExp(`^${first}(-b)?/ is already the URL of src/content/${owner}; set another slug$`),
      ),
    ]);
  });

  test('of three files, an error of the second and the third', () => {
    const files = {
      'posts/a.md': post({}),
      'posts/b.md': post({ slug: 'a' }),
      'posts/c.md': post({ slug: 'a' }),
    };
    expect(errors(files)).toHaveLength(2);
  });

  test('a post and a page', () => {
    const files = { 'posts/about.md': post({}), 'pages/about.md': PAGE };
    expect(errors(files, { permalink: '/:slug/' })).toEqual([
      'posts/about.md:1:1  slug: /about/ is already the URL of src/content/pages/about.md; set another slug',
    ]);
  });

  test('two pages', () => {
    expect(errors({ 'pages/about.md': PAGE, 'pages/about/index.md': PAGE })).toEqual([
      'pages/about/index.md:1:1  slug: /about/ is already the URL of src/content/pages/about.md; rename one of them',
    ]);
  });

  test('unless the date makes the URLs different', () => {
    const files = {
      'posts/2023/a.md': post({ date: '2023-01-06' }),
      'posts/2024/a.md': post({ date: '2024-01-06' }),
    };
    expect(errors(files, { permalink: '/:year/:slug/' })).toEqual([]);
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
  ])('or with the same name: %s', (_, files) => {
    expect(errors(files)).toHaveLength(1);
  });
});

describe('the Markdown of a post cannot be the folder of another', () => {
  test.each([
    ['x.md', 'x'],
    ['x', 'x.md'],
  ])('with the slugs %s and %s', (first, second) => {
    const files = { 'posts/a.md': post({ slug: first }), 'posts/b.md': post({ slug: second }) };
    expect(errors(files)).toEqual([
      'posts/b.md:4:1  slug: /posts/x.md/ is already the URL of src/content/posts/a.md; set another slug',
    ]);
  });
});

describe('a URL of the engine cannot be the URL of', () => {
  test.each(['page', 'tags', 'archive', 'authors', '404'])('a post: /%s/', (slug) => {
    const files = { 'posts/a.md': post({ slug }) };
    expect(errors(files, { permalink: '/:slug/' })).toEqual([
      `posts/a.md:4:1  slug: /${slug}/ is already the URL of a built-in page; set another slug`,
    ]);
  });

  test.each(['tags', 'archive', 'authors/jane', 'tags/go', 'page/2', 'posts'])(
    'a page: /%s/',
    (id) => {
      expect(errors({ [`pages/${id}.md`]: PAGE })).toEqual([
        `pages/${id}.md:1:1  slug: /${id}/ is already the URL of a built-in page; rename one of them`,
      ]);
    },
  );

  test.each(['page', 'tags', 'archive'])('but may be below a folder: /posts/%s/', (slug) => {
    expect(errors({ 'posts/a.md': post({ slug }) })).toEqual([]);
  });

  test.each(['tagged', 'archives', 'pages', '404-not-found'])(
    'but may be the start of a name: /%s/',
    (id) => {
      expect(errors({ [`pages/${id}.md`]: PAGE })).toEqual([]);
    },
  );

  test.each(['rss.xml', 'atom.xml', 'feed.json', 'rss/1.xml', 'robots.txt', 'sitemap-0.xml'])(
    'a page, where it is a file: /%s/',
    (id) => {
      expect(errors({ [`pages/${id}.md`]: PAGE })).toEqual([
        `pages/${id}.md:1:1  slug: /${id}/ is already the URL of a built-in page; rename one of them`,
      ]);
    },
  );

  test('a page at the folder of another permalink', () => {
    const site = { permalink: '/notes/:slug/' };
    expect(errors({ 'pages/notes.md': PAGE, 'pages/posts.md': PAGE }, site)).toEqual([
      expect.stringContaining(
        'pages/notes.md:1:1  slug: /notes/ is already the URL of a built-in page',
      ),
    ]);
  });
});

describe('two posts with the same guid', () => {
  test('are an error of the second', () => {
    expect(
      errors({ 'posts/a.md': post({ guid: 'a' }), 'posts/b.md': post({ guid: 'a' }) }),
    ).toEqual([
      'posts/b.md:4:1  guid: a is already the feed id of src/content/posts/a.md; set another guid',
    ]);
  });

  test.each([
    ['different guids', { guid: 'a' }, { guid: 'A' }],
    ['no guid', {}, {}],
  ])('are no error with %s', (_, a, b) => {
    expect(errors({ 'posts/a.md': post(a), 'posts/b.md': post(b) })).toEqual([]);
  });
});

describe('an unknown author', () => {
  test('is an error at the position in the list, with the nearest name', () => {
    expect(errors({ 'posts/a.md': post({ authors: ['jane', 'jnae'] }) })).toEqual([
      'posts/a.md:4:18  authors[1]: src/content/authors/jnae.md not found; did you mean jane?',
    ]);
  });

  test('is an error without a suggestion if no name is near', () => {
    expect(errors({ 'posts/a.md': post({ authors: ['somebody'] }) })).toEqual([
      'posts/a.md:4:11  authors[0]: src/content/authors/somebody.md not found',
    ]);
  });

  test('is reported with other errors of the post', () => {
    expect(errors({ 'posts/a.md': post({ draft: 'yes', authors: ['jnae'] }) })).toEqual([
      'posts/a.md:4:1  draft: must be true or false, not "yes"',
      'posts/a.md:5:11  authors[0]: src/content/authors/jnae.md not found; did you mean jane?',
    ]);
  });

  test('is not reported if the file of the author has errors', () => {
    const files = {
      'authors/john.md': '---\nnaem: John\n---\n',
      'posts/a.md': post({ authors: ['john'] }),
    };
    expect(errors(files).every((line) => line.startsWith('authors/john.md:'))).toBe(true);
    expect(errors(files)).not.toEqual([]);
  });

  test('of the site is an error in the settings', () => {
    expect(errors({}, { author: 'jnae' })).toEqual([
      'src/site.config.ts:1:1  author: src/content/authors/jnae.md not found; did you mean jane?',
    ]);
  });

  test('is not a name with white space around it', () => {
    expect(errors({ 'posts/a.md': post({ authors: [' jane '] }) })).toEqual([]);
  });
});

describe('a cover', () => {
  const cover = (image: string) => post({ cover: { image, alt: 'A' } });

  test('that is missing is an error', () => {
    const files = {
      'posts/a.md': '---\ntitle: T\ndate: 2024-01-06\ncover:\n  image: ./x.png\n  alt: A\n---\n',
    };
    expect(errors(files)).toEqual(['posts/a.md:5:3  cover.image: ./x.png not found']);
  });

  test('that is missing is reported with other errors of the post', () => {
    const files = { 'posts/a.md': post({ draft: 'yes', cover: { image: './x.png', alt: 'A' } }) };
    expect(errors(files)).toHaveLength(2);
  });

  test.each([
    ['beside its post', 'posts/a.md', './x.png', 'posts/x.png'],
    ['in its bundle', 'posts/a/index.md', './x.png', 'posts/a/x.png'],
    ['in a folder', 'posts/a.md', './pictures/x.png', 'posts/pictures/x.png'],
    ['above', 'posts/2024/a.md', '../x.png', 'posts/x.png'],
  ])('that is %s is no error', (_, path, image, picture) => {
    expect(errors({ [path]: cover(image), [picture]: '' })).toEqual([]);
  });

  test('is relative to the post, not to the root folder', () => {
    const files = { ...content({ 'posts/a/index.md': cover('./x.png') }), 'x.png': '' };
    const { diagnostics } = readContent(context(folder(files)));
    expect(diagnostics.map(({ message }) => message)).toContain('cover.image: ./x.png not found');
  });
});

describe('a portrait', () => {
  test('that is missing is an error', () => {
    const files = { 'authors/jo.md': '---\nname: Jo\nportrait: ./jo.png\n---\n' };
    expect(errors(files)).toEqual(['authors/jo.md:3:1  portrait: ./jo.png not found']);
    expect(errors({ ...files, 'authors/jo.png': '' })).toEqual([]);
  });
});

describe('a series that the settings describe', () => {
  test('and no post is in is a warning that suggests one', () => {
    const files = { 'posts/a.md': post({ series: 'Folding Paper' }) };
    expect(errors(files, { series: { 'folding paper': 'About it.' } })).toEqual([]);
    expect(errors(files, { series: { 'Folding Papers': 'About it.' } })).toEqual([
      'src/site.config.ts:1:1  warning: series: no post is in the series Folding Papers; did you mean Folding Paper?',
    ]);
  });
});

test.each([
  [{ series: { Papier: 'Text.' } }, { de: { series: { Papier: 'Text.' } } }, ['series: no post']],
  [{}, { de: { series: { Paper: 'Text.', Papier: 'Text.' } } }, ['languages.de.series: no post']],
  [{ series: { Paper: 'Text.' } }, { de: { series: { Papier: 'Text.' } } }, []],
])('series of %j and %j are those of the posts in each language', (options, languages, found) => {
  const files = {
    'posts/a.md': post({ series: 'Paper' }),
    'posts/a.de.md': post({ series: 'Papier' }),
  };
  expect(errors(files, { ...options, languages })).toEqual(
    found.map((message) => expect.stringContaining(`warning: ${message}`)),
  );
});

describe('a section that a page lists', () => {
  test('and no post is in is an error that suggests one', () => {
    const page = (section: string) => `---\ntitle: P\nsection: ${section}\n---\n`;
    const files = { 'posts/notes/go/a.md': post({}), 'pages/n.md': page('notes/go') };
    expect(errors(files)).toEqual([]);
    expect(errors({ ...files, 'pages/p.md': page('note') })).toEqual([
      'pages/p.md:3:1  section: no post is in src/content/posts/note/; did you mean notes?',
    ]);
  });
});

describe('a path of feeds.alsoAt', () => {
  const site = { feeds: { alsoAt: { rss: ['/index.xml', '/feed/', '/:tag/all.xml'] } } };

  test('cannot be the URL of a page or post', () => {
    const files = {
      'pages/index.xml.md': PAGE,
      'pages/feed.md': PAGE,
      'posts/a.md': post({ tags: ['Go'] }),
      'pages/go/all.xml.md': PAGE,
      'pages/rust/all.xml.md': PAGE,
    };
    const owner = 'already the URL of a feed (feeds.alsoAt in the settings); rename one of them';
    expect(errors(files, site)).toEqual([
      `pages/feed.md:1:1  slug: /feed/ is ${owner}`,
      `pages/go/all.xml.md:1:1  slug: /go/all.xml/ is ${owner}`,
      `pages/index.xml.md:1:1  slug: /index.xml/ is ${owner}`,
    ]);
  });

  test('with :tag is reserved for the tags of posts, drafts included', () => {
    const files = {
      'posts/a.md': post({ tags: ['Go'], draft: true }),
      'posts/b.md': post({ tags: ['Rust'], title: 5 }),
      'pages/go/all.xml.md': PAGE,
      'pages/rust/all.xml.md': PAGE,
    };
    expect(errors(files, site)).toEqual([
      expect.stringContaining('pages/go/all.xml.md:1:1  slug: /go/all.xml/ is already the URL'),
      expect.stringContaining('posts/b.md'),
    ]);
  });

  test('that is taken is an error in the settings', () => {
    const taken = { feeds: { alsoAt: { atom: ['/a.xml', '/a.xml'] } } };
    expect(errors({}, taken)).toEqual([
      'src/site.config.ts:1:1  feeds.alsoAt: /a.xml is already the URL of another feed; choose another path',
    ]);
  });
});
