import { paths } from 'octavo/internal/addresses/urls';
import type { Diagnostic } from '../diagnostic.ts';
import type { OldAddress } from '../imported-site.ts';
import { boolean, map, text, texts } from '../old/values.ts';
import type { Placed } from '../site/placing.ts';
import { readConfig, type HugoConfig } from './config.ts';
import { oldFiles } from './files.ts';
import { listAddresses } from './lists.ts';
import { readData } from './post-data.ts';
import { readPages } from './read-pages.ts';

/** The URLs of the languages that a blog has besides the default one. */
export interface OtherLanguages {
  addresses: OldAddress[];
  /** Files of their bundles: absolute paths by the path in the old site. */
  files: Map<string, string>;
  diagnostics: Diagnostic[];
}

/** Returns the URLs of other languages: pages and lists redirect to the index, feeds to that of all posts. */
export function otherLanguages(root: string, config: HugoConfig, now: number): OtherLanguages {
  const found: OtherLanguages = { addresses: [], files: new Map(), diagnostics: [] };
  for (const language of config.languages) {
    if (language === config.languageKey || isOff(language, config)) continue;
    const { addresses, files, texts: count } = ofLanguage(root, readConfig(root, language), now);
    found.addresses.push(...addresses);
    for (const [path, file] of files) found.files.set(path, file);
    found.diagnostics.push({
      ...{ file: config.file, line: 1, severity: 'warning' },
      message: `skipped texts in ${language} (${count}): a blog is in one language; their URLs (${addresses.length}) redirect to the index`,
    });
  }
  return found;
}

/** A language on a host of its own has no URLs below that of the blog. */
function isOff(language: string, { values }: HugoConfig): boolean {
  const own = map(values, 'languages', language);
  const disabled = texts(values['disablelanguages']).map((one) => one.toLowerCase());
  return (
    disabled.includes(language) ||
    boolean(own['disabled']) === true ||
    Boolean(text(own['baseurl']))
  );
}

function ofLanguage(root: string, config: HugoConfig, now: number) {
  const { content, pages, sorted, addresses } = readPages(root, config);
  const all = [...sorted.posts, ...sorted.pages, ...sorted.engine.map(({ page }) => page)];
  const published = all.flatMap((page): Placed[] => {
    const data = readData(page, config, now);
    const oldUrl = addresses.page(page);
    const nowhere = { url: '/', path: '', pictures: '', slug: undefined, day: '', aliases: [] };
    if (!data.isPublished) return [];
    return [{ ...nowhere, page, data, oldUrl, collection: 'posts' }];
  });
  const lists = listAddresses({
    ...{ config, addresses, published, lists: sorted.lists, mainSections: sorted.mainSections },
    ...{ authorUrl: () => undefined, listPage: () => undefined, listsPosts: () => false },
  }).addresses.filter(({ from }) => from.startsWith(`${config.prefix}/`));
  const aliases = published.flatMap(({ page, oldUrl }) =>
    texts(page.source.values['aliases']).map((one) => addresses.alias(one, oldUrl)),
  );
  const shown = new Set(published.map(({ page }) => page));
  const files = oldFiles(root, { ...config, statics: [], assets: [] }, content, addresses, [
    ...shown,
  ]);
  return {
    files: files.published,
    texts: pages.length,
    addresses: [
      ...published.map(({ oldUrl }) => toIndex(oldUrl, 'page')),
      ...aliases.map((path) => toIndex(path, 'alias')),
      ...lists.map(({ from, kind }) => toIndex(from, kind)),
    ],
  };
}

function toIndex(from: string, kind: OldAddress['kind']): OldAddress {
  // A page that redirects would be no feed.
  if (kind === 'feed') return { from, kind, to: paths.rss, by: 'rule' };
  return { from, kind, to: '/', by: 'page' };
}
