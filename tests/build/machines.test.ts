import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { headOf } from '../head.ts';
import { elements, text } from '../html.ts';
import { SHOWN, siteForMachines } from '../machines.ts';
import type { BuiltSite } from '../site.ts';
import { deadLinks, parseXml, validationFindings } from './sound.ts';

let site: BuiltSite;

beforeAll(async () => {
  site = await siteForMachines();
});

const head = (path: string) => headOf(site.read(path));
/** The addresses of this site that a text names, as files of it. */
const filesIn = (written: string) =>
  [...written.matchAll(/https:\/\/example\.com\/blog(\/[^\s)"<]*)/g)].map(([, path]) =>
    decodeURI(path!).replace(/#.*/, '').replace(/\/$/, '/index.html'),
  );

test('the site is valid, and every address leads somewhere', async () => {
  expect(await validationFindings(site)).toEqual([]);
  expect(deadLinks(site)).toEqual([]);
});

describe('the head', () => {
  test('has whole addresses under the base path', () => {
    const { meta, links, data } = head('/posts/日本語/');
    const own = 'https://example.com/blog/posts/%E6%97%A5%E6%9C%AC%E8%AA%9E/';
    expect(links['canonical']).toEqual([own]);
    expect(meta['og:url']).toEqual([own]);
    expect(meta['og:image']).toEqual([`${own}card.png`]);
    expect(data['BlogPosting']).toMatchObject({ image: `${own}card.png` });
    expect(links['alternate text/markdown']).toEqual([
      '/blog/posts/%E6%97%A5%E6%9C%AC%E8%AA%9E.md',
    ]);
    expect(links['manifest']).toEqual(['/blog/site.webmanifest']);
  });

  test.each(['/posts/日本語/', '/posts/long/', '/page/2/', '/tags/go/'])(
    'has a description of 160 characters at most, and a title: %s',
    (path) => {
      const { title, meta } = head(path);
      expect([...meta['description']![0]!].length).toBeLessThanOrEqual(160);
      expect(meta['description']![0]).not.toBe('');
      expect(title).not.toBe('');
    },
  );

  test('says of an article all that its front matter says', () => {
    const { meta, data } = head('/posts/bundle/');
    expect(meta).toMatchObject({
      'og:image:width': ['1200'],
      'og:image:height': ['630'],
      'article:published_time': ['2024-01-01'],
      'article:modified_time': ['2024-02-03T03:05:06Z'],
      'article:author': [
        'https://example.com/blog/authors/someone/',
        'https://example.com/blog/authors/team/',
      ],
      'article:tag': ['Go', 'C++'],
      'fediverse:creator': ['@someone@social.example', '@team@social.example'],
    });
    expect(data['BlogPosting']).toMatchObject({
      dateModified: '2024-02-03T03:05:06Z',
      author: [{ '@type': 'Person' }, { '@type': 'Organization', name: 'The team' }],
      isPartOf: { '@type': 'CreativeWorkSeries', name: 'Bundles' },
    });
    expect(site.files()).toEqual(expect.arrayContaining(filesIn(meta['og:image']![0]!)));
  });

  test.each([
    ['/', ['@someone@social.example']],
    ['/authors/someone/', ['@someone@social.example']],
    ['/authors/team/', ['@team@social.example']],
    ['/authors/guest/', undefined],
    ['/posts/elsewhere/', undefined],
  ])('names the account of whom %s is by: %j', (path, accounts) => {
    expect(head(path).meta['fediverse:creator']).toEqual(accounts);
  });

  test('names where else the author is, on the page and in its data', () => {
    const { data } = head('/');
    const links = elements(site.read('/'), 'a').filter(
      ({ properties }) => String(properties['rel']) === 'me',
    );
    expect(links.map(({ properties }) => properties['href'])).toContain(
      'https://social.example/@someone',
    );
    expect(data['WebSite,Blog']).toMatchObject({
      publisher: { name: 'Someone', sameAs: ['https://social.example/@someone'] },
    });
    expect(head('/authors/guest/').data['ProfilePage']).toMatchObject({
      mainEntity: { sameAs: ['https://guest.example/'] },
    });
  });

  test('says of an article from elsewhere where it was first', () => {
    const { links, meta } = head('/posts/elsewhere/');
    const first = 'https://example.org/first/';
    expect(links['canonical']).toEqual([first]);
    expect(meta['og:url']).toEqual([first]);
    expect(site.read('/posts/elsewhere.md')).toContain(`\nurl: ${first}\n`);
  });

  test.each(['/posts/unlisted/', '/hidden/'])('keeps search engines from %s', (path) => {
    const { links, meta, data } = head(path);
    expect(meta['robots']).toEqual(['noindex']);
    expect(links['canonical']).toBeUndefined();
    expect(links['alternate text/markdown']).toBeUndefined();
    expect(data).toEqual({});
    expect(meta['og:title']).toHaveLength(1);
  });

  test('names the endpoint of webmentions, and the hub of the feeds', () => {
    const { links } = head('/posts/bundle/');
    expect(links['webmention']).toEqual(['https://mentions.example/webmention']);
    expect(links['hub']).toBeUndefined();
    expect(head('/').links).toMatchObject({
      hub: ['https://hub.example/'],
      self: ['https://example.com/blog/'],
    });
    for (const path of ['/atom.xml', '/rss.xml', '/tags/go/rss.xml'])
      expect(site.read(path)).toMatch(
        /<(?:atom:)?link href="https:\/\/hub\.example\/" rel="hub"\/>/,
      );
    expect(JSON.parse(site.read('/feed.json'))).toMatchObject({
      hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    });
  });

  test('holds a title that would end a script', () => {
    const { data, meta } = head('/posts/script/');
    expect(data['BlogPosting']).toMatchObject({ headline: SHOWN });
    expect(meta['og:title']).toEqual([SHOWN]);
    expect(text(elements(site.read('/posts/script/'), 'h1')[0]!)).toBe(SHOWN);
  });

  test('shares a drawn cover as a picture', () => {
    const [, image = ''] = /"image": "([^"]*drawing[^"]*)"/.exec(site.read('/feed.json')) ?? [];
    expect(image).toMatch(/\.jpeg$/);
    expect(site.files()).toEqual(expect.arrayContaining(filesIn(image)));
  });

  test('has the colors of the owner', () => {
    const { meta } = head('/');
    expect(meta['theme-color']).toEqual(['#fff', 'rgb(0, 0, 0)']);
    expect(JSON.parse(site.read('/site.webmanifest'))).toMatchObject({
      theme_color: '#fff',
      start_url: '/blog/',
    });
  });

  test('has a manifest whose icons are there', () => {
    const { icons } = JSON.parse(site.read('/site.webmanifest')) as { icons: { src: string }[] };
    expect(icons.length).toBeGreaterThan(1);
    for (const { src } of icons) expect(site.files()).toContain(src.replace(/^\/blog/, ''));
  });
});

describe('the Markdown of an article', () => {
  const twin = (path: string) => {
    const [, yaml = '', ...rest] = site.read(path).split('---\n');
    return { facts: parse(yaml) as object, text: rest.join('---\n') };
  };

  test('is there for what is listed, and for nothing else', () => {
    expect(site.files('**/*.md')).toEqual([
      '/about.md',
      '/posts/bundle.md',
      '/posts/elsewhere.md',
      '/posts/in-mdx.md',
      '/posts/long.md',
      '/posts/script.md',
      '/posts/日本語.md',
    ]);
  });

  test('says what it is', () => {
    expect(twin('/posts/bundle.md').facts).toEqual({
      title: 'A bundle',
      date: '2024-01-01',
      updated: '2024-02-03T03:05:06Z',
      authors: ['Someone', 'The team'],
      tags: ['Go', 'C++'],
      url: 'https://example.com/blog/posts/bundle/',
    });
    expect(twin('/posts/script.md').facts).toMatchObject({ title: SHOWN });
  });

  test('is the text with what other files hold, without comments', () => {
    const { text: body } = twin('/posts/bundle.md');
    expect(
      body.replace(
        /\((https:[^)]*)\)/g,
        (_, url: string) => `(${url.replace(/\.[\w-]+\.(\w+)$/, '.$1')})`,
      ),
    ).toBe(`
# A bundle

![A cover](https://example.com/blog/_astro/square.jpeg)

A picture ![A square](https://example.com/blog/_astro/square.png), [a page](https://example.com/blog/about/) and [MDX](https://example.com/blog/posts/in-mdx/).




An included [note](https://example.com/blog/tags/).

\`\`\`ts
export const quoted = 1;
\`\`\`

![The icon](https://example.com/blog/favicon.svg)
`);
  });

  test('of MDX has components as written, without imports', () => {
    expect(twin('/posts/in-mdx.md').text).toMatch(
      /^\n# In MDX\n\n<Figure src="https:\/\/example\.com\/blog\/_astro\/square\.\S+\.png" alt="B" \/>\n$/,
    );
  });

  test('names nothing that is not there', () => {
    const named = site.files('**/*.md').flatMap((path) => filesIn(site.read(path)));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !site.files().includes(path))).toEqual([]);
  });
});

describe('llms.txt', () => {
  test('links to every Markdown that there is, and to nothing that is not there', () => {
    const named = filesIn(site.read('/llms.txt'));
    expect(named.filter((path) => !site.files().includes(path))).toEqual([]);
    expect(named.filter((path) => path.endsWith('.md')).sort()).toEqual(site.files('**/*.md'));
  });

  test('is what the format’s parser reads', () => {
    const lines = site.read('/llms.txt').split('\n').filter(Boolean);
    expect(lines.slice(0, 2)).toEqual(['# Test', '> A site for tests.']);
    expect(lines.filter((line) => line.startsWith('## '))).toEqual([
      '## Posts',
      '## Pages',
      '## Optional',
    ]);
    // The expression of llmstxt.org's own reader, in short.
    const links = lines.slice(2).filter((line) => !line.startsWith('## '));
    for (const line of links) expect(line).toMatch(/^- \[[^\]]+\]\([^)]+\)(?:: \S.*)?$/);
  });

  test('says what is about the posts as their pages do', () => {
    const { meta } = head('/posts/日本語/');
    expect(site.read('/llms.txt')).toContain(`: ${meta['description']![0]!}\n`);
  });
});

describe('the sitemap', () => {
  interface Entry {
    loc: string;
    'image:image'?: { 'image:loc': string } | { 'image:loc': string }[];
  }

  const picturesOf = (path: string) => {
    const { urlset } = parseXml(site, '/sitemap-0.xml') as unknown as { urlset: { url: Entry[] } };
    const entry = urlset.url.find(({ loc }) => loc === `https://example.com/blog${path}`);
    return [entry?.['image:image'] ?? []].flat().map((image) => image['image:loc']);
  };

  test('names the pictures of an article as its page shows them', () => {
    const shown = elements(site.read('/posts/bundle/'), 'img').map(
      ({ properties }) => new URL(String(properties['src']), 'https://example.com/').href,
    );
    expect(picturesOf('/posts/bundle/')).toEqual(shown);
    expect(shown).toHaveLength(3);
    expect(picturesOf('/posts/in-mdx/')).toHaveLength(1);
    expect(picturesOf('/about/')).toHaveLength(1);
    const named = shown.flatMap(filesIn);
    expect(site.files()).toEqual(expect.arrayContaining(named));
  });

  test('names none where there is none', () => {
    expect(picturesOf('/posts/日本語/')).toEqual([]);
    expect(picturesOf('/')).toEqual([]);
  });
});

test('a draft is nowhere, and what is unlisted is on its page alone', () => {
  const all = site.files().map((path) => [path, path + site.read(path)] as const);
  const about = (pattern: RegExp) =>
    all.filter(([, content]) => pattern.test(content)).map(([path]) => path);
  expect(about(/A draft|posts\/draft/)).toEqual([]);
  expect(about(/An unlisted post|posts\/unlisted/)).toEqual([
    '/posts/unlisted/card.png',
    '/posts/unlisted/index.html',
  ]);
  expect(about(/Hidden page/)).toEqual(['/hidden/index.html']);
});
