import { toHtml } from 'hast-util-to-html';
import { HtmlValidate } from 'html-validate';
import type { HastNode } from 'satteri';
import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements } from '../html.ts';
import type { BuiltSite } from '../site.ts';
import { fixtureBlog } from '../sites/example.ts';
import { blogOfTexts } from '../sites/texts.ts';
import { hasClass, saidInFeed, saidOnPage } from './feed-words.ts';
import { parseXml } from './sound.ts';

interface Item {
  path: string;
  link: string;
  content: string;
}

/** Returns each item of a site's feed, with the path of its page. */
function itemsOf(site: BuiltSite): Item[] {
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
  'align alt ariaLabel cite className colSpan controls dateTime default dir height href id kind label lang loop muted open poster reversed rowSpan scope span src srcLang start title type value width'.split(
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

const sites: Record<string, BuiltSite> = {};

beforeAll(async () => {
  sites['the fixture blog'] = await fixtureBlog();
  sites['a blog with everything'] = await blogOfTexts();
});

describe.each(['the fixture blog', 'a blog with everything'])('in the feed of %s', (name) => {
  const each = (check: (item: Item, site: BuiltSite) => void) => {
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
    itemsOf(sites['a blog with everything']!).find((item) => item.path === path)!.content;

  test('an article in MDX is as it is in Markdown', () => {
    const fold = (html: string) => html.replace(/>\s+/g, '>').replace(/\s+</g, '<');
    expect(fold(content('/posts/prose-mdx/')).replaceAll('prose-mdx', 'prose')).toBe(
      fold(content('/posts/prose/')),
    );
  });

  test('the code of each block is to the letter, but for the signs of its changes', () => {
    const page = sites['a blog with everything']!.read('/posts/code/');
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
