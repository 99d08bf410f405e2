import type { Diagnostic } from '../diagnostic.ts';
import type { OldAddress } from '../imported-site.ts';
import { GUESSED_KEYS, guessData, listOf } from '../old/guess-data.ts';
import type { OldEntry } from '../old/old-entry.ts';
import { skippedKeys } from '../old/skipped-keys.ts';
import { texts } from '../old/values.ts';
import type { ImportOptions } from '../site/build-site.ts';
import { pathKey } from '../site/links.ts';
import type { OldBlog } from '../site/old-blog.ts';
import { asBuilt } from './addresses.ts';
import { readConfig, type AstroConfig } from './config.ts';
import { readContent, type AstroPage } from './content.ts';
import { convertPage } from './convert-page.ts';
import { listsOf, type Listed } from './lists.ts';
import { readRoutes } from './routes.ts';
import { siteSettings } from './settings.ts';
import { projectPath, readFiles } from './site-files.ts';
import { sortPages, type SortedPages } from './sorting.ts';

/** Reads the Astro blog in a folder (an absolute path); none of its code is executed. */
export function readAstro(root: string, { now, progress, given = {} }: ImportOptions): OldBlog {
  const config = readConfig(root, given);
  const routes = readRoutes(root);
  const content = readContent(root, config, (done) => progress?.(`Read ${done} files`));
  const sorted = sortPages(content, routes, config);
  const pictureOf = (page: AstroPage, address: string) =>
    projectPath(address, page.folder, root, config.aliases);
  const dataOf = (page: AstroPage) =>
    guessData(page, { now, pictureOf: (address) => pictureOf(page, address) });
  const entry = ({ page, url }: { page: AstroPage; url: string }): OldEntry => ({
    ...{ page, data: dataOf(page), oldUrl: asBuilt(url, config) },
    aliases: texts(page.source.values['aliases'] ?? page.source.values['redirectfrom'])
      .filter((path) => !/^[a-z]+:/i.test(path))
      .map((path) => `/${path.replace(/^\//, '')}`),
  });
  const posts = sorted.posts.map(entry);
  const pages = sorted.pages.map(entry);
  return {
    ...{ system: 'Astro', root, posts, pages },
    title: config.title,
    baseUrl: config.baseUrl,
    timeZone: config.timeZone,
    authors: config.authors,
    listTexts: [],
    dropsHtml: false,
    mainFolders: [],
    files: readFiles(root, content),
    listsDescriptions: true,
    sitemaps: [],
    diagnostics: [...content.diagnostics, ...unread(sorted, config, content.pages)],
    lists: () => {
      const urls = new Set([...posts, ...pages].map(({ oldUrl }) => pathKey(oldUrl)));
      const lists = listsOf({
        ...{ routes, config },
        entryRoutes: sorted.routes,
        posts: posts.filter(({ data }) => data.isPublished).map(listed),
        isPage: (path) => urls.has(pathKey(path)),
      });
      return { ...lists, diagnostics: lists.addresses.flatMap((one) => lost(one, config)) };
    },
    settings: (settled) => siteSettings({ ...settled, config }),
    convert: ({ page }, resolve) =>
      convertPage(sorted.pageOf(page), resolve, { config, pictureOf }),
  };
}

function listed({ page, data }: OldEntry): Listed {
  return {
    tags: listOf(page.source.values, 'tags', 'tag'),
    categories: listOf(page.source.values, 'category', 'categories'),
    year: data.date?.written.slice(0, 4) ?? '1970',
  };
}

function lost({ from, by }: OldAddress, { file }: AstroConfig): Diagnostic[] {
  if (by !== 'nothing') return [];
  const message = `${from}: a page of components, without a text that could be imported`;
  return [{ file, line: 1, severity: 'warning', message }];
}

/** Reports what is not carried over. */
function unread(
  { posts, pages, skipped, unsure }: SortedPages,
  { file }: AstroConfig,
  all: readonly AstroPage[],
): Diagnostic[] {
  const note = (severity: Diagnostic['severity'], message: string): Diagnostic => ({
    ...{ file, line: 1, severity, message },
  });
  const used = new Set([...posts, ...pages].map(({ page }) => page));
  return [
    ...skippedKeys(
      all.filter((page) => used.has(page)),
      GUESSED_KEYS,
      file,
    ),
    ...(skipped.length > 0
      ? [note('info', `collections without pages skipped: ${skipped.join(', ')}`)]
      : []),
    ...unsure.map((name) =>
      note(
        'warning',
        `the ids of the collection ${name} are made by a function (generateId); its old URLs are guessed by the names of files`,
      ),
    ),
  ];
}
