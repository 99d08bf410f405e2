import { describe, expect, test } from 'vitest';
import { attribute, elements, text } from '../html.ts';
import { siteForMachines } from '../machines.ts';
import type { SharedSite } from '../shared-site.ts';
import { blogOfAllKinds } from '../sites/all-kinds.ts';
import { bareBlog } from '../sites/bare.ts';
import { fixtureBlog } from '../sites/example.ts';
import { multilingualBlog } from '../sites/multilingual.ts';

/** The classes, ids and types of links that the settings for connected sites add to pages. */
const NAMES = [
  ...['blogroll', 'cite', 'comments', 'hub', 'linkedFrom', 'newsletter', 'recording', 'replies'],
  ...['reply', 'u-bookmark-of', 'webmention', 'whole'],
];
/** What their policies and scripts have. */
const HOSTS = ['frame-src', "form-action 'self' ", 'src https:'];
const FILES = /blogroll|\/notes\/(?:index\.html|rss\.xml)$/;

/** Returns those of the names and hosts that a page has in its markup, styles, policy or scripts. */
function namesIn(html: string): string[] {
  const all = elements(html);
  const named = all.flatMap((element) =>
    ['className', 'id', 'rel'].flatMap((name) => attribute(element, name)?.split(/[ ,]/) ?? []),
  );
  const styled = elements(html, 'style').flatMap((style) => text(style).match(/(?<=\.)[\w-]+/g));
  const policies = elements(html, 'meta').map((meta) => attribute(meta, 'content'));
  const scripts = elements(html, 'script').map((script) => `src ${attribute(script, 'src')}`);
  return [
    ...NAMES.filter((name) => named.includes(name) || styled.includes(name)),
    ...HOSTS.filter((host) => [...policies, ...scripts].some((one) => one?.includes(host))),
  ];
}

/** Returns those of the names that a site has in a page, and its files for connected sites. */
function tracesIn(site: SharedSite): string[] {
  const pages = site.files('**/*.html').flatMap((path) => namesIn(site.read(path)));
  return [...new Set([...pages, ...site.files().filter((path) => FILES.test(path))])];
}

describe('a site whose settings for connected sites are off', () => {
  test.each([
    ['the bare one', bareBlog],
    ['one with much of what posts can hold', fixtureBlog],
  ])('has none of their markup, styles, scripts and files: %s', async (_, site) => {
    expect(tracesIn(await site())).toEqual([]);
  });

  test('differs from those where they are on', async () => {
    const sites = await Promise.all([multilingualBlog(), blogOfAllKinds(), siteForMachines()]);
    const found = new Set(sites.flatMap(tracesIn));
    expect([...NAMES, ...HOSTS].filter((name) => !found.has(name))).toEqual([]);
  });
});
