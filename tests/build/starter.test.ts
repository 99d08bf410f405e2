import { beforeAll, describe, expect, test } from 'vitest';
import { loadContext } from '../../packages/octavo/src/content/load-context.ts';
import { readContent } from '../../packages/octavo/src/content/read-content.ts';
import type { NodeContext } from '../../packages/octavo/src/settings/context.ts';
import { absolute } from '../../packages/octavo/src/addresses/urls.ts';
import { entriesOf } from '../index-page.ts';
import type { BuiltSite } from '../site.ts';
import { exampleBlog } from '../sites/example.ts';
import { deadLinks, validationFindings } from './sound.ts';

let site: BuiltSite;
let context: NodeContext;

beforeAll(async () => {
  site = await exampleBlog();
  context = await loadContext(`${site.folder}/`);
});

/** The posts that lists have. */
function listed() {
  const { posts } = readContent(context);
  return posts.filter(({ data }) => !data.draft && !data.unlisted);
}

describe('the site of this repository, whatever is in it', () => {
  test('lists its posts on the first page', () => {
    const entries = entriesOf(site.read('/'));
    expect(entries).toHaveLength(Math.min(listed().length, context.settings.pageSize));
    // Quotation marks and code are shown otherwise than they are typed.
    const plain = (title: string) => title.replace(/[“”"‘’'`]/g, '');
    const titles = listed().map(({ data }) => plain(data.title));
    for (const { title } of entries) expect(titles).toContain(plain(title));
  });

  test('has a page for each of its posts, and names it in the sitemap', () => {
    const sitemap = site.read('/sitemap-0.xml');
    for (const { url } of listed()) {
      expect(site.files()).toContain(`${url}index.html`);
      expect(sitemap).toContain(`<loc>${absolute(url, context.settings)}</loc>`);
    }
  });

  test('carries its posts in its feed', () => {
    const items = site.read('/rss.xml').split('<item>').length - 1;
    expect(items).toBe(Math.min(listed().length, 50));
  });

  test('has no finding of html-validate', async () => {
    expect(await validationFindings(site)).toEqual([]);
  });

  test('has no dead link', () => {
    expect(deadLinks(site)).toEqual([]);
  });
});
