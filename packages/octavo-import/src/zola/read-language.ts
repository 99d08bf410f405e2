import { readDate } from '../old/dates.ts';
import { guessData } from '../old/guess-data.ts';
import type { OldData } from '../old/old-data.ts';
import type { OldEntry } from '../old/old-entry.ts';
import type { OldPage } from '../old/old-page.ts';
import { tagsNamed } from '../old/tags.ts';
import { integer, text, texts } from '../old/values.ts';
import { convertText } from '../shortcodes/convert-text.ts';
import type { OldLanguage, Resolve } from '../site/old-blog.ts';
import type { ConvertedText } from '../text/text-source.ts';
import { aliasUrl, urlOf } from './addresses.ts';
import type { ZolaConfig } from './config.ts';
import type { ZolaPage } from './content.ts';
import { zolaLists } from './lists.ts';
import { fenceOptions, headingAnchor, markupOf } from './markup.ts';
import { ownShortcodes } from './own-shortcodes.ts';
import { scanShortcodes } from './scan-shortcodes.ts';
import { siteSettings } from './settings.ts';
import { runTera } from './tera.ts';

/** The facts about a Zola site in all its languages. */
interface ZolaSite {
  root: string;
  /** Milliseconds since 1970. */
  now: number;
  pages: readonly ZolaPage[];
  /** The URLs of pages by the paths of their files. */
  urls: ReadonlyMap<string, string>;
  /** Ids that templates make and texts link to. */
  templateIds: readonly string[];
  shortcodes: ReadonlyMap<string, string> | undefined;
}

/** A language of a Zola site, with its title. */
interface ZolaLanguage extends OldLanguage {
  title: string | undefined;
}

/** Reads the pages of a language; `language` is absent for the default one. */
export function readLanguage(
  config: ZolaConfig,
  language: string | undefined,
  { root, now, urls, templateIds, shortcodes, ...all }: ZolaSite,
): ZolaLanguage {
  const pages = all.pages.filter((page) => page.language === language);
  const pageOf = new Map<OldPage, ZolaPage>(pages.map((page) => [page, page]));
  const entries = pages.map((page): OldEntry => ({
    ...{ page, data: dataOf(page, config, now), oldUrl: urls.get(page.path)! },
    translationKey: translationKeyOf(page, config),
    aliases: texts(page.source.values['aliases']).map(aliasUrl),
  }));
  const articles = entries.filter(({ page }) => page.kind === 'page');
  const sections = entries.filter(({ page }) => page.kind === 'section' && isRendered(page));
  const home = pages.find(({ kind }) => kind === 'home');
  const title = config.title ?? text(home?.source.values['title']);
  const around = {
    ...ownShortcodes(root, config),
    mappedShortcodes: shortcodes ?? new Map<string, string>(),
    ...{ siteParams: config.extra, runTemplate: runTera },
  };
  const site = config.baseUrl?.replace(/\/$/, '');
  const convert = (page: ZolaPage, resolve: Resolve): ConvertedText => {
    const { file, source } = page;
    const link = (address: string, fragment?: string) => {
      const path = internal(address, urls);
      if (path === undefined) return resolve.link(address, fragment);
      // By its URL, which has its language.
      return resolve.link(`${site}${path}`, fragment) ?? resolve.ref(path);
    };
    // Shortcodes name files by their path in the site.
    const resource = (address: string) =>
      resolve.resource(address) ?? resolve.resource(address.replace(/^(?![a-z]+:|\/)/i, '/'));
    const context = {
      ...{ ...around, ...resolve, link, resource, params: source.values },
      markup: markupOf(page, config),
      anchorOf: (line: string) => headingAnchor(line, config),
      headingIdsFrom: 'source' as const,
    };
    const { body, firstLine } = source;
    return convertText({ file, body, firstLine }, context, scanShortcodes, () => [fenceOptions]);
  };
  const listed = [...(home ? [home] : []), ...sections.map(({ page }) => pageOf.get(page)!)];
  return {
    ...{ code: config.language, prefix: config.prefix, title },
    posts: articles.filter(({ data }) => data.date !== undefined),
    pages: articles.filter(({ data }) => data.date === undefined),
    listTexts: sections,
    mainFolders: [],
    lists: (placed) => zolaLists(placed, listed, config),
    settings: (settled) => {
      const intro = home && convert(home, settled.resolve);
      const made = siteSettings(
        { ...config, title },
        { pageSize: pageSizeOf(listed), intro: intro?.text ?? '', templateIds, urls },
        settled,
      );
      return { ...made, diagnostics: [...(intro?.diagnostics ?? []), ...made.diagnostics] };
    },
    convert: ({ page }, resolve) => convert(pageOf.get(page)!, resolve),
  };
}

/** Returns the path that a page and its translations have in common. */
function translationKeyOf(page: ZolaPage, { otherLanguages }: ZolaConfig): string | undefined {
  return otherLanguages.length === 0 ? undefined : [...page.folders, page.name].join('/');
}

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
