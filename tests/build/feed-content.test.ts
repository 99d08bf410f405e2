import { toHtml } from 'hast-util-to-html';
import { HtmlValidate } from 'html-validate';
import type { HastNode } from 'satteri';
import { beforeAll, describe, expect, test } from 'vitest';
import { CODE_FEATURES, PROXY } from '../code-features.ts';
import { MATH_AND_DIAGRAMS } from '../diagrams.ts';
import { attribute, elements } from '../html.ts';
import { MP4, png, silence, SVG } from '../pictures.ts';
import { post } from '../posts.ts';
import { fixtureBlog, TestSite } from '../site.ts';
import { hasClass, saidInFeed, saidOnPage } from './feed-words.ts';
import { parseXml } from './sound.ts';

/** What is valid in Markdown and in MDX alike. */
const PROSE = `An *opening*[^1][^two] that leads [below](#below), [elsewhere](/about.pdf) and to ![a dot](./dot.png) in a line.

![Dots](./dots.png "Dots, *many*")

![A drawing](./drawing.svg)

![A film](./film.mp4)

![A sound](./sound.wav)

## Below

> [!NOTE]
> A note with \`code\`[^1].

> [!WARNING]- Behind a title
> - One
> - Two

- [x] done
- [ ] to do
  - [ ] below

1. One

   \`\`\`ts title="in/a/list.ts"
   const a = 1;
   \`\`\`

2. Two

Term
: What it is.

| Left | Middle | Right |
| :--- | :----: | ----: |
| a    |  \`b\`   | ~~c~~ |

https://youtu.be/abc

:tada: "Quotes" -- and <kbd>Ctrl</kbd>, <abbr title="Hypertext">HT</abbr>.

### Größe & mehr

To [it](#größe--mehr).

[^1]: One, with $x^2$.
[^two]: Two.

    \`\`\`diff ts
    -const a = 1;
    +const a = 2;
    \`\`\`
`;

const RAW = `<aside class="x" style="color: red" onclick="a()">Beside <font color="red">red</font></aside>

<iframe src="https://example.org/frame"></iframe>

<p><span class="a">Span</span> <button>Press</button></p>

<div class="box"><div><p data-x="y" id="nowhere">Boxed</p></div></div>

<picture><source srcset="https://example.org/a.avif 1x, https://example.org/b.avif 2x"><img src="./dots.png" alt="" loading="lazy"></picture>

<table><tr><th>A</th><td style="text-align: right">1</td></tr></table>

<ol start="3"><li>Three</li></ol>
`;

const COMPONENT = `---
const { name } = Astro.props;
---

<section class="badge" data-name={name}>
  <h3 id="of-a-component">Badge</h3>
  <p><svg viewBox="0 0 1 1"><title>Star</title><path d="M0 0" /></svg> {name}</p>
  <slot />
</section>

<style>
  .badge { color: red; }
</style>
<script>
  console.log('badge');
</script>
`;

const files = async () => {
  const beside = {
    'dot.png': await png(8, 8),
    'dots.png': await png(1300, 600),
    'dots.dark.png': await png(1300, 600, '#fff'),
    'drawing.svg': SVG,
    'film.mp4': MP4,
    'sound.wav': silence(),
  };
  const inFolder = (folder: string) =>
    Object.entries(beside).map(([name, bytes]) => [`posts/${folder}/${name}`, bytes] as const);
  return Object.fromEntries<string | Uint8Array>([
    ['examples/proxy.go', PROXY],
    ['components/Badge.astro', COMPONENT],
    ['posts/code.md', post({ title: 'Code' }, CODE_FEATURES)],
    ['posts/math.md', post({ title: 'Math' }, MATH_AND_DIAGRAMS)],
    ['posts/prose/index.md', post({ title: 'Prose' }, PROSE)],
    ...inFolder('prose'),
    ['posts/prose-mdx/index.mdx', post({ title: 'Prose in MDX' }, PROSE)],
    ...inFolder('prose-mdx'),
    ['posts/raw/index.md', post({ title: 'Raw' }, RAW)],
    ...inFolder('raw'),
    [
      'posts/components.mdx',
      post(
        { title: 'Components' },
        'import Badge from \'../components/Badge.astro\';\n\n<Badge name="Gold">\n\nIn *it*.\n\n</Badge>\n\n<Callout type="tip" title="T">\n\nA tip.\n\n</Callout>\n',
      ),
    ],
    ['posts/empty.md', post({ title: 'Empty' }, '<!-- nothing -->')],
  ]);
};

interface Item {
  path: string;
  link: string;
  content: string;
}

/** Returns each item of a site's feed, with the path of its page. */
function itemsOf(site: TestSite): Item[] {
  const { rss } = parseXml(site, '/rss.xml') as unknown as {
    rss: { channel: { item: { link: string; 'content:encoded'?: string }[] } };
  };
  return rss.channel.item.map(({ link, 'content:encoded': content = '' }) => ({
    path: decodeURI(new URL(link).pathname).replace(site.base, '/'),
    link,
    content,
  }));
}

/** The elements that a feed may have, and their attributes. */
const ELEMENTS =
  'a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small source span strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr'.split(
    ' ',
  );
const ATTRIBUTES =
  'align alt ariaLabel cite colSpan controls dateTime default dir height href id kind label lang loop muted open poster reversed rowSpan scope span src srcLang start title type value width'.split(
    ' ',
  );
const ADDRESSES = ['href', 'src', 'poster', 'cite'];

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'void-style': 'off',
    // Without a style sheet the alignment of a cell is an attribute.
    'no-deprecated-attr': 'off',
  },
});

const sites: Record<string, TestSite> = {};

beforeAll(async () => {
  sites['the starter site'] = await fixtureBlog('feed-content-starter');
  sites['a site with everything'] = await new TestSite('feed-content', {
    settings: { url: 'https://example.com/blog/' },
    files: { ...(await files()), '../../public/about.pdf': '%PDF' },
  }).mustBuild();
});

describe.each(['the starter site', 'a site with everything'])('in the feed of %s', (name) => {
  const each = (check: (item: Item, site: TestSite) => void) => {
    const items = itemsOf(sites[name]!);
    expect(items.length).toBeGreaterThan(6);
    for (const item of items) check(item, sites[name]!);
  };

  test('the words of each article are those on its page', () => {
    each(({ path, content }, site) => {
      expect(saidInFeed(content, site, path), path).toBe(saidOnPage(site, path));
    });
  });

  test('there is nothing that does nothing there', () => {
    each(({ path, content }) => {
      expect(content, path).not.toMatch(/<!--|<p>\s*<\/p>/);
      for (const node of elements(content)) {
        if (['html', 'head', 'body'].includes(node.tagName)) continue;
        expect(ELEMENTS, path).toContain(node.tagName);
        for (const attributeName of Object.keys(node.properties))
          expect(ATTRIBUTES, `${path} ${node.tagName}`).toContain(attributeName);
      }
    });
  });

  test('every address is whole', () => {
    each(({ path, content }) => {
      for (const node of elements(content)) {
        for (const attributeName of ADDRESSES) {
          const address = attribute(node, attributeName);
          if (address !== undefined) expect(URL.canParse(address), `${path} ${address}`).toBe(true);
        }
      }
    });
  });

  test('every place in the site that is linked to is there', () => {
    each(({ path, content }, site) => {
      for (const address of addressesOf(content)) {
        const { origin, pathname, hash } = new URL(address);
        if (origin !== new URL(itemsOf(site)[0]!.link).origin) continue;
        if (pathname === `${site.base}about.pdf`) continue;
        const file = decodeURI(pathname).replace(site.base, '/').replace(/\/$/, '/index.html');
        expect(site.files(), `${path} ${address}`).toContain(file);
        if (hash !== '')
          expect(idsOf(site.read(file)), `${path} ${address}`).toContain(
            decodeURIComponent(hash.slice(1)),
          );
      }
    });
  });

  test('ids are there once, and something leads to each', () => {
    each(({ path, link, content }) => {
      const ids = idsOf(content);
      expect(new Set(ids).size, path).toBe(ids.length);
      const addresses = addressesOf(content).map((address) => decodeURIComponent(address));
      for (const id of ids) expect(addresses, path).toContain(`${decodeURIComponent(link)}#${id}`);
    });
  });

  test('every picture has a size and an alternative', () => {
    each(({ path, content }) => {
      for (const img of elements(content, 'img')) {
        expect(attribute(img, 'width'), path).toMatch(/^\d+$/);
        expect(attribute(img, 'height'), path).toMatch(/^\d+$/);
        expect(attribute(img, 'alt'), path).toBeDefined();
      }
    });
  });

  test('each article is well-formed HTML', async () => {
    for (const { path, content } of itemsOf(sites[name]!)) {
      const page = `<!DOCTYPE html>\n<html lang="en"><head><title>T</title></head><body>${content}</body></html>\n`;
      const { results } = await validator.validateString(page);
      const found = results.flatMap(({ messages }) => messages);
      expect(
        found.map(({ ruleId, message }) => `${ruleId}: ${message}`),
        path,
      ).toEqual([]);
    }
  });
});

function addressesOf(html: string): string[] {
  return elements(html).flatMap((node) =>
    ['href', 'src', 'poster'].flatMap((name) => attribute(node, name) ?? []),
  );
}

/** Returns all text of an element, as it is. */
function codeOf(node: HastNode): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => codeOf(child as HastNode)).join('') : '';
}

function idsOf(html: string): string[] {
  return elements(html).flatMap((node) => attribute(node, 'id') ?? []);
}

describe('in a feed', () => {
  const content = (path: string) =>
    itemsOf(sites['a site with everything']!).find((item) => item.path === path)!.content;

  test('an article in MDX is as it is in Markdown', () => {
    const fold = (html: string) => html.replace(/>\s+/g, '>').replace(/\s+</g, '<');
    expect(fold(content('/posts/prose-mdx/')).replaceAll('prose-mdx', 'prose')).toBe(
      fold(content('/posts/prose/')),
    );
  });

  test('the code of each block is to the letter, but for the signs of its changes', () => {
    const page = sites['a site with everything']!.read('/posts/code/');
    const blocks = elements(page).filter((node) => hasClass(node, 'code'));
    const inFeed = elements(content('/posts/code/'), 'pre').map(codeOf);
    expect(inFeed).toHaveLength(blocks.length);
    for (const [index, block] of blocks.entries()) {
      const isChange = elements(toHtml(block), 'ins', 'del').length > 0;
      const code = isChange ? inFeed[index]!.replace(/^[-+ ]/gm, '') : inFeed[index];
      expect(code).toBe(elements(toHtml(block), 'code').map(codeOf).join(''));
    }
  });

  test('a component is what it says', () => {
    expect(content('/posts/components/').replace(/\s*\n\s*/g, '')).toBe(
      '<h3>Badge</h3><p><a href="https://example.com/blog/posts/components/#of-a-component">Star</a> Gold</p><p>In <em>it</em>.</p><blockquote><p><strong>T</strong></p><p>A tip.</p></blockquote>',
    );
  });

  test('an article without a text is empty', () => {
    expect(content('/posts/empty/')).toBe('');
  });
});
