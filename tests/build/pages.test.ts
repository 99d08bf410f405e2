import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements, text } from '../html.ts';
import type { BuiltSite } from '../site.ts';
import { blogOfAllKinds } from '../sites/all-kinds.ts';
import { bareBlog, emptyBlog } from '../sites/bare.ts';

let site: BuiltSite;

beforeAll(async () => {
  site = await blogOfAllKinds();
});

/** Returns the links in a part of a page, each as `text → address`. */
const linksIn = (part: Parameters<typeof elements>[0]) =>
  elements(part, 'a').map((link) => `${text(link)} → ${attribute(link, 'href')}`);

/** Returns the elements of a page with a class. */
const ofClass = (path: string, name: string) =>
  elements(site.read(path)).filter((element) =>
    attribute(element, 'className')?.split(/[ ,]/).includes(name),
  );

test('pages are those of production, in whatever environment they are built', () => {
  expect(process.env['NODE_ENV']).toBe('test');
  const pages = site.files().filter((path) => path.endsWith('.html'));
  // Astro marks pictures like that in development.
  for (const page of pages) expect(site.read(page)).not.toContain('data-image-component');
});

describe('the first page of the index', () => {
  test('says whose blog it is: intro, author, portrait, profiles', () => {
    const [lead] = ofClass('/', 'lead');
    expect(text(lead!)).toMatch(/^A blog for tests/);
    expect(linksIn(lead!)).toEqual([
      'About it → /about/',
      'Someone → /authors/someone/',
      'Elsewhere → https://example.org/someone',
      'Feeds → /feeds/',
    ]);
    const [portrait] = elements(lead!, 'img');
    expect(attribute(portrait!, 'width')).toBe('80');
    // It is at the top of the page.
    expect(attribute(portrait!, 'loading')).toBe('eager');
    expect(site.files(attribute(portrait!, 'src')!.slice(1))).toHaveLength(1);
    expect(ofClass('/page/2/', 'lead')).toEqual([]);
  });

  test('has the description where there is no intro', async () => {
    const empty = await emptyBlog();
    expect(empty.read('/')).toContain('<p>A site for tests.</p>');
  });
});

describe('an entry', () => {
  test('has the part of a series and the tags after its date and minutes', () => {
    const series = elements(site.read('/series/two-parts/'), 'article').map((entry) =>
      elements(entry, 'div').map(text),
    );
    expect(series).toEqual([
      ['February 1, 2024 · 1 min Part 1 of 2 Notes'],
      ['March 2, 2024 · 1 min Part 2 of 2 Notes'],
    ]);
  });
});

describe('a series', () => {
  test('has the description of the settings', () => {
    const html = site.read('/series/two-parts/');
    expect(html).toContain('<p class="lead">A series of two.</p>');
    expect(html).toContain('<meta name="description" content="A series of two.">');
  });

  test('takes the place of newer and older posts at the end of a part', () => {
    const ends = ['/posts/note-1/', '/posts/note-2/', '/posts/note-3/'].map((path) =>
      ofClass(path, 'neighbours').map(text),
    );
    expect(ends).toEqual([
      ['Next part Note 2'],
      ['Previous part Note 1'],
      ['Older Note 22 Newer Note 8'],
    ]);
  });
});

test('a post ends with a link to reply, its title encoded', () => {
  const [reply] = ofClass('/posts/an-article/', 'reply');
  expect(linksIn(reply!)).toEqual([
    'Reply by email → mailto:someone@example.org?subject=An%20article',
  ]);
});

test('a post ends with links to its discussions', () => {
  const [reply] = ofClass('/posts/with-a-cover/', 'reply');
  expect(linksIn(reply!)).toEqual([
    'Reply by email → mailto:someone@example.org?subject=With%20a%20cover',
    'Reply on Mastodon → https://social.example/@someone/1',
    'Reply on Bluesky → https://bsky.app/profile/someone/post/2',
  ]);
  expect(text(reply!)).toBe('Reply by email · Reply on Mastodon · Reply on Bluesky');
});

test('the footer has years, owner, license, profiles and the source of the page', () => {
  const footer = (path: string) => elements(site.read(path), 'footer').at(-1)!;
  expect(text(footer('/posts/an-article/'))).toMatch(/^© 2024 Someone · CC0/);
  const links = [
    'CC0 → /about/',
    'a licence → https://example.org/licence',
    'Feeds → /feeds/',
    'Elsewhere → https://example.org/someone',
  ];
  const edit = 'Edit this page → https://example.org/edit/src/content/posts/an-article.md';
  expect(linksIn(footer('/posts/an-article/'))).toEqual([...links, edit]);
  expect(linksIn(footer('/archive/'))).toEqual(links);
});

test('the index by year has titles and days, without summaries', async () => {
  const bare = await bareBlog();
  const [main] = elements(bare.read('/'), 'main');
  expect(elements(main!, 'h2').map(text)).toEqual(['2024']);
  expect(elements(main!, 'li').map(text).slice(0, 2)).toEqual([
    'Summed January 3',
    'Nothing January 2',
  ]);
  expect(elements(main!, 'article')).toEqual([]);
});

describe('the replies to a post', () => {
  const PATH = '/posts/with-a-cover/';

  test('are below each other, with a heading that has their number', () => {
    const [section] = ofClass(PATH, 'replies');
    expect(text(elements(section!, 'h2')[0]!)).toBe('5 replies');
    expect(text(elements(section!, 'p')[0]!)).toBe('2 likes · 1 repost');
    const ids = elements(section!, 'li').map((item) => attribute(item, 'id'));
    expect(ids).toEqual(['reply-0', 'reply-1', 'reply-2', 'reply-3', 'reply-4']);
    expect(linksIn(section!).slice(0, 3)).toEqual([
      'A reader → https://example.org/',
      'June 5, 2024 → #reply-0',
      'link → https://example.org/',
    ]);
  });

  test('are on no other post', () => {
    expect(ofClass('/posts/an-article/', 'replies')).toEqual([]);
  });
});
