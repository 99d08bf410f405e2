import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements, text, type Element } from '../html.ts';
import { animatedPng, animation, jpeg, MP4, photo, png, silence, SVG } from '../pictures.ts';
import { hasGps } from '../../packages/octavo/src/markdown/pictures/picture-metadata.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
import { deadLinks, parseXml, validationFindings } from './sound.ts';

const TEXT = `![A wide plane](./wide.png "One *colour*")

![A photograph](./photo.JPG)

![A plane for two themes](<./my twin.png> "Two of them")

Within a line ![a small square](./small.png) it stays.

![A drawing](<./große Zeichnung.svg>)

![A blinking square](./blink.gif)

![](./small.png "decorative")

[![A linked square](./small.png)](https://example.org/)

![The icon](/favicon.svg)

![A film](./film.mp4 "Moving")

![A sound](./sound.wav)

![A film from elsewhere](https://example.org/x.webm)

<img src="./small.png" alt="In HTML" width="30" />
`;

/** What resizing would damage, what is to be cleaned, and what cannot be read but is not shown. */
const MORE = `![Taken somewhere](./taken.Jpg)

![In a hidden folder](./.assets/hidden.png)

![Very tall](./tall.jpg)

![A moving square](./moving.png)
`;

let site: TestSite;

beforeAll(async () => {
  const files = {
    'wide.png': await png(1600, 900),
    'photo.JPG': await jpeg(700, 500),
    'my twin.png': await png(800, 300),
    'small.png': await png(60, 40),
    'große Zeichnung.svg': SVG,
    'blink.gif': await animation(80, 50),
    'film.mp4': MP4,
    'sound.wav': silence(),
    'unused.png': await png(30, 30),
  };
  const beside = (folder: string) =>
    Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [`posts/${folder}/${name}`, bytes]),
    );
  site = await new TestSite('pictures', {
    settings: { url: 'https://example.com/blog/' },
    files: {
      'posts/plain/index.md': post({ title: 'Plain', date: '2024-01-02' }, TEXT),
      ...beside('plain'),
      'posts/with-mdx/index.mdx': post({ title: 'With MDX', date: '2024-01-01' }, TEXT),
      ...beside('with-mdx'),
      'posts/more/index.md': post(
        { title: 'More', date: '2023-01-01', cover: { image: './cover.gif', alt: 'C' } },
        MORE,
      ),
      'posts/more/cover.gif': await animation(84, 50),
      'posts/more/taken.Jpg': await photo('jpeg', 6),
      'posts/more/.assets/hidden.png': await png(61, 40),
      'posts/more/tall.jpg': await jpeg(90, 16_500),
      'posts/more/moving.png': await animatedPng(900, 50),
      'posts/more/empty.png': '',
      'posts/more/._taken.Jpg': 'of another system',
      'posts/more/a#b.png': await png(9, 9),
      'posts/more/a?b.svg': '<svg',
      'posts/secret/index.md': post({ draft: true }, '![A](./secret.png) ![B](./secret.webm)'),
      'posts/secret/secret.png': await png(33, 33),
      'posts/secret/secret.webm': MP4,
      'authors/someone.md': '---\nname: Someone\n---\n\n![A face](./face.png)\n',
      'authors/face.png': await png(120, 120),
    },
  }).mustBuild();
});

/** Returns the text of an article as it is on its page. */
function prose(path: string): string {
  const [, html = ''] = /<div class="column prose e-content"[^>]*>([\s\S]*?)<\/div>/.exec(
    site.read(path),
  )!;
  return html;
}

/** Returns the picture, video or sound of a name, or its nearest element of another kind. */
function named(alt: string, kind = 'img'): Element {
  const found = elements(prose('/posts/plain/'), kind).find((element) => {
    const all = [element, ...elementsIn(element)];
    return all.some((one) => [attribute(one, 'alt'), attribute(one, 'ariaLabel')].includes(alt));
  });
  if (!found) throw new Error(`no ${kind} of ${alt}`);
  return found;
}

function elementsIn(element: Element): Element[] {
  return element.children.flatMap((child) =>
    child.type === 'element' ? [child, ...elementsIn(child)] : [],
  );
}

describe('a picture beside a post', () => {
  test.each([
    ['A wide plane', '1152', '648', ['400w', '800w', '1152w']],
    ['A photograph', '700', '500', ['400w', '700w']],
    ['a small square', '60', '40', ['60w']],
  ])('comes in widths up to its own: %s', (alt, width, height, widths) => {
    const [source] = elementsIn(named(alt, 'picture'));
    expect(attribute(source!, 'type')).toBe('image/webp');
    const set = attribute(source!, 'srcSet')!.split(', ');
    expect(set.map((candidate) => candidate.split(' ').at(-1))).toEqual(widths);
    const img = named(alt);
    expect([attribute(img, 'width'), attribute(img, 'height')]).toEqual([width, height]);
  });

  test.each([
    ['A wide plane', /\/wide\.[^/]+\.png$/],
    ['A photograph', /\/photo\.[^/]+\.JPG$/],
    ['A plane for two themes', /\/my%20twin\.[^/]+\.png$/],
    ['A drawing', /\/gro%C3%9Fe%20Zeichnung\.[^/]+\.svg$/],
    ['A blinking square', /\/blink\.[^/]+\.gif$/],
  ])('stays in its own format, and leads to its full size: %s', (alt, pattern) => {
    const [before = ''] = String(pattern).slice(3).split('\\.');
    expect(attribute(named(alt), 'src')).toContain(`/${before}.`);
    expect(attribute(named(alt, 'a'), 'href')).toMatch(pattern);
  });

  test('that is drawn or moves is left as it is', () => {
    expect(site.files('_astro/blink.*.gif')).toHaveLength(1);
    const svg = site.files('_astro/*.svg');
    expect(svg).toHaveLength(1);
    expect(site.read(svg[0]!)).toBe(SVG);
    const img = named('A drawing');
    expect([attribute(img, 'width'), attribute(img, 'height')]).toEqual(['400', '100']);
  });

  test('has its title for a caption, where it stands alone', () => {
    const figures = elements(prose('/posts/plain/'), 'figure');
    expect(figures).toHaveLength(11);
    const captions = elements(prose('/posts/plain/'), 'figcaption').map(text);
    expect(captions).toEqual(['One *colour*', 'Two of them', 'Moving']);
  });

  test('is loaded at once where it is the first, else when it is near', () => {
    const images = elements(prose('/posts/plain/'), 'img');
    const loading = images.map((img) => attribute(img, 'loading'));
    expect(loading).toEqual([undefined, ...Array(loading.length - 1).fill('lazy')]);
  });

  test('is shown beside an author too', () => {
    const images = elements(site.read('/authors/someone/'), 'img');
    expect(images.map((img) => attribute(img, 'alt'))).toEqual(['A face']);
    expect(attribute(images[0]!, 'width')).toBe('120');
  });
});

describe('a picture of another post', () => {
  const img = (alt: string) =>
    elements(site.read('/posts/more/'), 'img').find((one) => attribute(one, 'alt') === alt)!;

  test('is published without the position where it was taken', async () => {
    const [path] = site.files('_astro/taken.*.Jpg');
    const file = readFileSync(join(site.folder, 'dist', path!));
    expect(hasGps(file)).toBe(false);
    expect((await sharp(file).metadata()).orientation).toBe(6);
    expect(['width', 'height'].map((name) => attribute(img('Taken somewhere'), name))).toEqual([
      '48',
      '64',
    ]);
  });

  test('is shown from a folder that begins with a dot', () => {
    expect(attribute(img('In a hidden folder'), 'src')).toMatch(/hidden\.[^/]+\.png$/);
  });

  test('stays JPEG where WebP is too small for it', () => {
    expect(attribute(img('Very tall'), 'srcSet')).toMatch(/\.jpe?g 90w$/);
    expect(site.files('_astro/tall.*.webp')).toEqual([]);
  });

  test('stays a file of several frames', () => {
    expect(attribute(img('A moving square'), 'src')).toMatch(/moving\.[^/]+\.png$/);
    expect(site.files('_astro/moving.*')).toHaveLength(1);
    expect(site.read('/feed.json')).toMatch(/"image": "[^"]*cover\.[^"]*\.gif"/);
  });

  test('may be unreadable where nothing shows it', () => {
    expect(site.files('_astro/{empty,._,a}*')).toEqual([]);
  });
});

test('a picture of public/ has its size', () => {
  const img = named('The icon');
  expect([attribute(img, 'src'), attribute(img, 'width')]).toEqual(['/blog/favicon.svg', '16']);
});

test.each([
  ['A film', 'video', 'mp4'],
  ['A sound', 'audio', 'wav'],
])('%s beside a post is published with controls', (name, kind, ending) => {
  const medium = named(name, kind);
  expect(attribute(medium, 'controls')).toBe('true');
  expect(attribute(medium, 'src')).toMatch(new RegExp(`^/blog/_astro/[^/]+\\.${ending}$`));
  expect(attribute(elementsIn(medium)[0]!, 'href')).toBe(attribute(medium, 'src'));
});

test('MDX shows all of them as Markdown does', () => {
  expect(prose('/posts/with-mdx/').trim()).toBe(prose('/posts/plain/').trim());
});

test('a picture that no page shows is not published', () => {
  expect(site.files('_astro/*').filter((path) => /unused|secret/.test(path))).toEqual([]);
});

test('every address leads somewhere, and every page is valid', async () => {
  expect(deadLinks(site)).toEqual([]);
  expect(await validationFindings(site)).toEqual([]);
});

test('a feed has each as one picture of known size, with whole addresses', () => {
  const { rss } = parseXml(site, '/rss.xml') as unknown as {
    rss: { channel: { item: Record<string, string>[] } };
  };
  const [plain, withMdx] = rss.channel.item.map((item) => item['content:encoded']!);
  expect(withMdx).toBe(plain);
  expect(plain).not.toMatch(/<picture|srcset|loading/);
  const images = elements(plain!, 'img');
  expect(images).toHaveLength(10);
  for (const img of images) {
    const path = decodeURI(attribute(img, 'src')!.replace(/^https:\/\/example\.com\/blog\//, '/'));
    expect(site.files()).toContain(path);
    expect(attribute(img, 'width')).toMatch(/^\d+$/);
  }
});

describe('a dark twin that is added later', () => {
  test('is seen by the next build, in Markdown and in MDX', async () => {
    const dark = await png(800, 300, '#f0937f');
    for (const folder of ['plain', 'with-mdx'])
      site.write(`content/posts/${folder}/my twin.dark.png`, dark);
    await site.mustBuild();
    for (const path of ['/posts/plain/', '/posts/with-mdx/']) {
      const links = elements(prose(path), 'a').filter((link) => link.properties['className']);
      expect(links.map((link) => [link.properties['className']].flat().join(' '))).toEqual([
        'on-light',
        'on-dark',
      ]);
      expect(attribute(links[1]!, 'href')).toMatch(/my%20twin\.dark\.[^/]+\.png$/);
    }
    expect(deadLinks(site)).toEqual([]);
    expect(await validationFindings(site)).toEqual([]);
  });

  test('is shown once in the feed', () => {
    expect(site.read('/rss.xml')).not.toContain('twin.dark');
  });
});

test('a picture that is gone is an error at its line', async () => {
  site.remove('content/posts/plain/wide.png');
  const { status, stdout } = await site.check();
  expect(status).toBe(1);
  expect(stdout).toContain('posts/plain/index.md:6:1  picture: ./wide.png not found');
});
