import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { ImportError } from '../import-error.ts';
import type { OldAddress } from '../imported-site.ts';
import { readDate } from '../old/dates.ts';
import { filesBelow, refusedLinks } from '../old/files-below.ts';
import { GUESSED_KEYS, guessData } from '../old/guess-data.ts';
import type { OldData } from '../old/old-data.ts';
import type { OldEntry } from '../old/old-entry.ts';
import type { OldFiles } from '../old/old-files.ts';
import type { OldPage } from '../old/old-page.ts';
import { joinPath } from '../old/paths.ts';
import { skippedKeys } from '../old/skipped-keys.ts';
import { tagsNamed } from '../old/tags.ts';
import { integer, text, texts } from '../old/values.ts';
import { convertText } from '../shortcodes/convert-text.ts';
import type { ImportOptions } from '../site/build-site.ts';
import type { OldBlog, Resolve } from '../site/old-blog.ts';
import { linkedTemplateIds } from '../site/template-ids.ts';
import type { ConvertedText } from '../text/text-source.ts';
import { aliasUrl, urlOf } from './addresses.ts';
import { readConfig, type ZolaConfig } from './config.ts';
import { readContent, type ZolaPage } from './content.ts';
import { zolaLists } from './lists.ts';
import { fenceOptions, headingAnchor, markupOf } from './markup.ts';
import { ownShortcodes } from './own-shortcodes.ts';
import { scanShortcodes } from './scan-shortcodes.ts';
import { siteAuthors, siteSettings } from './settings.ts';
import { runTera } from './tera.ts';

/** Reads the Zola site in a folder (an absolute path). */
export function readZola(root: string, { now, progress, shortcodes }: ImportOptions): OldBlog {
  const config = readConfig(root);
  const unreadable = config.diagnostics.find(({ severity }) => severity === 'error');
  if (unreadable)
    throw new ImportError(
      `${unreadable.file}:${unreadable.line}: ${unreadable.message}; nothing was written`,
    );
  const content = readContent(root, config, (done, all) =>
    progress?.(`Read ${done} of ${all} files`),
  );
  const { pages } = content;
  const pageOf = new Map<OldPage, ZolaPage>(pages.map((page) => [page, page]));
  const urls = new Map(
    [...pages, ...content.others].map((page) => [page.path, urlOf(page, config)]),
  );
  const entries = pages.map((page): OldEntry => ({
    ...{ page, data: dataOf(page, config, now), oldUrl: urls.get(page.path)! },
    aliases: texts(page.source.values['aliases']).map(aliasUrl),
  }));
  const articles = entries.filter(({ page }) => page.kind === 'page');
  const sections = entries.filter(({ page }) => page.kind === 'section' && isRendered(page));
  const home = pages.find(({ kind }) => kind === 'home');
  const siteTitle = config.title ?? text(home?.source.values['title']);
  const around = {
    ...ownShortcodes(root, config),
    mappedShortcodes: shortcodes ?? new Map<string, string>(),
    ...{ siteParams: config.extra, runTemplate: runTera },
  };
  const convert = (page: ZolaPage, resolve: Resolve): ConvertedText => {
    const { file, source } = page;
    const link = (address: string) => {
      const path = internal(address, urls);
      return path === undefined ? resolve.link(address) : resolve.ref(path);
    };
    // Shortcodes name files by their path in the site.
    const resource = (address: string) =>
      resolve.resource(address) ?? resolve.resource(address.replace(/^(?![a-z]+:|\/)/i, '/'));
    const context = {
      ...{
        ...around,
        ...resolve,
        link,
        resource,
        params: source.values,
        markup: markupOf(page, config),
      },
      anchorOf: (line: string) => headingAnchor(line, config),
      headingIdsFrom: 'source' as const,
    };
    const { body, firstLine } = source;
    return convertText({ file, body, firstLine }, context, scanShortcodes, [fenceOptions]);
  };
  const templateIds = linkedTemplateIds(
    root,
    '{,themes/*/}templates/**/*.html',
    pages.map(({ source }) => source.body),
  );
  const listed = [...(home ? [home] : []), ...sections.map(({ page }) => pageOf.get(page)!)];
  return {
    ...{ system: 'Zola', root },
    title: siteTitle,
    baseUrl: config.baseUrl,
    timeZone: undefined,
    authors: siteAuthors(config),
    posts: articles.filter(({ data }) => data.date !== undefined),
    pages: articles.filter(({ data }) => data.date === undefined),
    listTexts: sections,
    mainFolders: [],
    files: filesOf(root, pages, urls),
    ...{ listsDescriptions: false, dropsHtml: false, sitemaps: ['/sitemap.xml'] },
    diagnostics: [
      ...[...config.diagnostics, ...content.diagnostics],
      ...skippedKeys(pages, READ_KEYS, config.file),
      ...otherLanguages(content.others, config),
    ],
    lists: (site) => {
      const lists = zolaLists(site, listed, config);
      const others = content.others.map((page): OldAddress => ({
        ...{ from: urlOf(page, config), to: '/', kind: 'page', by: 'page' },
      }));
      return { ...lists, addresses: [...lists.addresses, ...others] };
    },
    settings: (settled) => {
      const intro = home && convert(home, settled.resolve);
      const made = siteSettings(
        { ...config, title: siteTitle },
        { pageSize: pageSizeOf(listed), intro: intro?.text ?? '', templateIds, urls },
        settled,
      );
      return { ...made, diagnostics: [...(intro?.diagnostics ?? []), ...made.diagnostics] };
    },
    convert: ({ page }, resolve) => convert(pageOf.get(page)!, resolve),
  };
}

/** Front matter that has a meaning here, or whose loss is not reported. */
const READ_KEYS = new Set([
  ...GUESSED_KEYS,
  ...'path template page_template weight sort_by paginate_by paginate_path paginate_reversed render redirect_to in_search_index transparent insert_anchor_links generate_feed generate_feeds katex math mathjax comment comments'.split(
    ' ',
  ),
]);

function isRendered({ source }: OldPage): boolean {
  return String(source.values['render'] ?? 'true') !== 'false';
}

/** Reads front matter. Zola publishes future pages too; the terms of taxonomies are tags, except authors and series. */
function dataOf(page: ZolaPage, config: ZolaConfig, now: number): OldData {
  const data = guessData(page, { zone: 'UTC', now });
  const day = page.day ?? dayInPath(urlOf(page, config));
  const date = data.date ?? (day === undefined ? undefined : readDate(day, 'UTC'));
  const plurals = new Set(['categories', 'tags', ...config.taxonomies.map(({ name }) => name)]);
  for (const name of ['authors', 'series']) plurals.delete(name);
  const terms = [...plurals].flatMap((name) => texts(page.source.values[name]));
  return {
    ...{ ...data, date, tags: tagsNamed(terms), isPublished: !data.draft },
    // Zola sorts by weight; it does not pin a post.
    weight: 0,
  };
}

/** Returns the day in a path: `/2024/01/06/a-post/`. */
function dayInPath(path: string): string | undefined {
  const [, ...parts] = /\/(\d{4})\/(\d{2})\/(\d{2})\/./.exec(path) ?? [];
  return parts.length === 0 ? undefined : parts.join('-');
}

/** Returns the path of what `@/blog/a-post.md` names; `undefined` for another address. */
function internal(address: string, urls: ReadonlyMap<string, string>): string | undefined {
  return address.startsWith('@/') ? urls.get(address.slice(2)) : undefined;
}

/** The number of posts on a page of the first list that has pages. */
function pageSizeOf(sections: readonly ZolaPage[]): number | undefined {
  const sizes = sections.map(({ source }) => integer(source.values['paginate_by']) ?? 0);
  return sizes.find((size) => size > 0);
}

/** Files in `static/` and beside sections stay; those beside a page are the page's. */
function filesOf(
  root: string,
  pages: readonly ZolaPage[],
  urls: ReadonlyMap<string, string>,
): OldFiles {
  const { files, refused } = filesBelow(root, join(root, 'static'));
  const published = new Map(
    files
      .filter((path) => !/(?:^|\/)(?:\.DS_Store|Thumbs\.db|\.gitkeep)$/.test(path))
      .map((path) => [joinPath('/', path), join(root, 'static', path)]),
  );
  const found: OldFiles = {
    ...{ published, statics: new Set(published.keys()), folders: new Map(), assets: new Map() },
    diagnostics: refusedLinks('static', refused),
  };
  for (const page of pages) {
    const folder = urls.get(page.path)!;
    if (page.isBundle) found.folders.set(page, folder);
    for (const name of page.resources) {
      published.set(joinPath(folder, name), join(root, page.folder, name));
      if (!page.isBundle) found.statics.add(joinPath(folder, name));
    }
  }
  return found;
}

function otherLanguages(others: readonly ZolaPage[], { file }: ZolaConfig): Diagnostic[] {
  return [...Map.groupBy(others, ({ language }) => language)].map(([language, { length }]) => ({
    ...{ file, line: 1, severity: 'warning' },
    message: `skipped texts in ${language} (${length}): a blog is in one language; their URLs redirect to the index`,
  }));
}
