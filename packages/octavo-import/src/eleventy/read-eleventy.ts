import { existsSync, readFileSync } from 'node:fs';
import { Liquid } from 'liquidjs';
import { join, posix } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { asMarkdown } from '../html/as-markdown.ts';
import { convertLiquid } from '../liquid/convert-liquid.ts';
import type { LiquidSite } from '../liquid/expansion.ts';
import { AddressTag, HighlightTag, IncludeTag } from '../liquid/tags.ts';
import { readDate } from '../old/dates.ts';
import { DATED } from '../old/day-in-name.ts';
import { gitDates } from '../old/git-dates.ts';
import { GUESSED_KEYS, guessData } from '../old/guess-data.ts';
import { localPaths } from '../old/local-paths.ts';
import type { OldData } from '../old/old-data.ts';
import type { OldEntry } from '../old/old-entry.ts';
import type { OldPage } from '../old/old-page.ts';
import { withSlash } from '../old/paths.ts';
import { skippedKeys } from '../old/skipped-keys.ts';
import { tagsNamed } from '../old/tags.ts';
import { at, text, texts } from '../old/values.ts';
import type { ImportOptions } from '../site/build-site.ts';
import type { OldBlog, Resolve } from '../site/old-blog.ts';
import { formulaPass } from '../text/formula-pass.ts';
import type { ConvertedText, TextContext } from '../text/text-source.ts';
import { permalinkEngine, siteScope, urlOf, withLiquidFilters } from './addresses.ts';
import { readConfig, type EleventyConfig } from './config.ts';
import { readContent, type EleventyPage } from './content.ts';
import { eleventyLists, lostPages } from './lists.ts';
import { anchorOf, markupOf } from './markup.ts';
import { copiedFiles } from './passthrough.ts';
import { siteSettings } from './settings.ts';

/** Reads the Eleventy site in a folder (an absolute path); none of its code is executed. */
export function readEleventy(root: string, { now, progress, given = {} }: ImportOptions): OldBlog {
  const config = readConfig(root);
  const content = readContent(root, config, (done, all) =>
    progress?.(`Read ${done} of ${all} files`),
  );
  const written = content.pages.filter(isText);
  const engine = permalinkEngine(config);
  const local = localPaths(content.files);
  const added = written.some((page) => !dataOf(page, { now }).date)
    ? gitDates(root)
    : new Map<string, string>();
  const located = written.flatMap((page) => {
    const pictureOf = (address: string) => local(address, page.folder) ?? address;
    const data = dataOf(page, { now, pictureOf, added });
    const { url, isUnknown = false } = urlOf(page, data.date, engine);
    return url === undefined ? [] : [{ page, data, url, isUnknown }];
  });
  const entries = located.map(({ page, data, url }): OldEntry => ({
    ...{ page, data, oldUrl: url },
    aliases: texts(page.source.values['aliases'] ?? page.source.values['redirect_from']).map(
      (path) => withSlash(`/${path.replace(/^\//, '')}`),
    ),
  }));
  const posts = entries.filter(({ page }) => isPost(page as EleventyPage));
  const published = posts.filter(({ data }) => data.isPublished);
  const copied = copiedFiles(root, config);
  const lists = eleventyLists({
    ...{ config, engine, count: published.length },
    templates: content.pages.filter((page) => !isText(page)),
    tags: [...new Set(published.flatMap(({ data }) => data.tags))],
  });
  const urls = new Map(located.map(({ page, url }) => [page.name, url]));
  const converter = new Converter(root, config, local, (name) => urls.get(posix.basename(name)));
  return {
    ...{ system: 'Eleventy', root, posts },
    title: given.title ?? text(config.site['title']) ?? text(config.site['name']),
    baseUrl: config.baseUrl,
    timeZone: undefined,
    authors: texts(at(config.site, 'author', 'name') ?? config.site['author']),
    pages: entries.filter(
      ({ page, oldUrl }) =>
        !isPost(page as EleventyPage) && !/^\/(?:404(?:\.html|\/))?$/.test(oldUrl),
    ),
    ...{ listTexts: [], mainFolders: [], listsDescriptions: true, dropsHtml: false },
    files: {
      ...{
        published: copied,
        statics: new Set(copied.keys()),
        folders: new Map(),
        diagnostics: [],
      },
      assets: new Map(content.files.map((path) => [path, join(root, path)])),
    },
    sitemaps: lists.sitemaps,
    diagnostics: [
      ...content.diagnostics,
      ...skippedKeys(written, READ_KEYS, config.file),
      ...located.flatMap(({ page, isUnknown }) => (isUnknown ? [unknownUrl(page)] : [])),
      ...lostPages(lists.addresses, config.file),
    ],
    lists: () => ({ addresses: lists.addresses, alsoAt: lists.alsoAt, others: [] }),
    settings: (settled) =>
      siteSettings(
        config,
        located.map(({ page }) => page),
        settled,
      ),
    convert: ({ page }, resolve) => converter.convert(page as EleventyPage, resolve),
  };
}

/** Front matter that has a meaning here, or whose loss is not reported. */
const READ_KEYS = new Set([
  ...GUESSED_KEYS,
  ...'permalink eleventynavigation eleventyexcludefromcollections eleventycomputed eleventyimport templateengineoverride redirect_from aliases comments'.split(
    ' ',
  ),
]);

/** The collections of posts, and folders of that name. */
const COLLECTION = /^_?(?:posts?|blog(?:[-_]?posts?)?|articles?|writing|notes|entries)$/i;

/** True for a text of a collection of posts or a folder of that name, and for a dated one in a folder. */
function isPost({ source, name, folders, isMarkdown }: EleventyPage): boolean {
  const isDated =
    isMarkdown && (DATED.test(name) || /^\d{4}-/.test(text(source.values['date']) ?? ''));
  return (
    texts(source.values['tags']).some((tag) => COLLECTION.test(tag)) ||
    folders.some((folder) => COLLECTION.test(folder)) ||
    (isDated && folders.length > 0)
  );
}

/** True for Markdown, and for a post in HTML: it has a date, and no list of others. */
function isText(page: EleventyPage): boolean {
  const { isMarkdown, name, source } = page;
  if (isMarkdown) return true;
  const { date, pagination } = source.values;
  const isList = pagination !== undefined || /\bcollections\b/.test(source.body);
  return isPost(page) && !isList && (date !== undefined || DATED.test(name));
}

interface DataSources {
  now: number;
  pictureOf?: (address: string) => string;
  /** The dates of the commits that added files. */
  added?: ReadonlyMap<string, string>;
}

/** Reads front matter. Tags of folders and layouts are collections, as are usual names of collections. */
function dataOf(page: EleventyPage, { now, pictureOf, added }: DataSources): OldData {
  const { values } = page.source;
  const isGit = /^(?:git )?(?:created|last modified)$/i.test(text(values['date']) ?? '');
  const source = isGit ? { ...page.source, values: { ...values, date: undefined } } : page.source;
  const data = guessData({ ...page, source }, { now, ...(pictureOf && { pictureOf }) });
  const committed = added?.get(page.file);
  const date = data.date ?? (committed === undefined ? undefined : readDate(committed, 'UTC'));
  const tags = tagsNamed(
    page.ownTags.filter((tag) => !COLLECTION.test(tag) && !/^(?:all|nav|pages?)$/i.test(tag)),
  );
  return { ...data, date, tags, isPublished: !data.draft };
}

function unknownUrl({ file, source }: EleventyPage): Diagnostic {
  const message = `permalink: made by code that is not executed; its old URL is guessed from the file name`;
  return { file, line: source.lineOf('permalink'), severity: 'warning', message };
}

/** True if the templates in Markdown are those of Nunjucks, not of Liquid. */
function isNunjucks({ source }: EleventyConfig): boolean {
  return /markdownTemplateEngine['"]?\s*:\s*['"]njk/.test(source);
}

/** Converts the texts of a site. */
class Converter {
  readonly #root: string;
  readonly #config: EleventyConfig;
  readonly #local: ReturnType<typeof localPaths>;
  readonly #engine = new Liquid({ cache: true, lenientIf: true });
  readonly #site: LiquidSite;

  constructor(
    root: string,
    config: EleventyConfig,
    local: ReturnType<typeof localPaths>,
    urlOfName: (name: string) => string | undefined,
  ) {
    this.#root = root;
    this.#config = config;
    this.#local = local;
    this.#engine.registerTag('highlight', HighlightTag);
    this.#engine.registerTag('include', IncludeTag);
    for (const name of ['link', 'link_to', 'ref', 'post'])
      this.#engine.registerTag(name, AddressTag);
    this.#engine.registerTag('set', this.#engine.tags['assign']!);
    this.#engine.registerFilter('url', (path: unknown) => path);
    this.#site = {
      ...{ site: config.site, url: (config.baseUrl ?? '').replace(/\/$/, '') },
      include: (name) => this.#include(name),
      ...{ postUrl: urlOfName, fileUrl: urlOfName },
    };
  }

  convert(page: EleventyPage, resolve: Resolve): ConvertedText {
    const { file, source } = page;
    const context: TextContext = {
      ...{ markup: markupOf(this.#config), anchorOf: anchorOf(this.#config) },
      headingIdsFrom: 'source',
      ref: resolve.ref,
      link: (address) => resolve.link(address) ?? this.#file(page, address, resolve),
      resource: (address) => resolve.resource(address) ?? this.#file(page, address, resolve),
    };
    return convertLiquid(
      { file, body: source.body, firstLine: source.firstLine },
      {
        context,
        liquid: {
          ...{ engine: this.#engine, site: this.#site, asLiquid: withLiquidFilters },
          isNunjucks: isNunjucks(this.#config),
          ...{
            page: { fileSlug: page.name },
            data: { ...siteScope(this.#config.site), ...source.values },
          },
        },
        passes: (_, placeholders) => [
          page.isMarkdown ? formulaPass(context, placeholders) : asMarkdown(placeholders),
        ],
      },
    );
  }

  #file({ folder }: OldPage, address: string, { resource }: Resolve): string | undefined {
    const path = this.#local(address, folder);
    return path === undefined ? undefined : resource(path);
  }

  /** Includes of Nunjucks are templates of pages. */
  #include(name: string): string | undefined {
    const path = join(this.#root, this.#config.includes, name);
    const isText = /\.(?:md|html|liquid)$/.test(name) && existsSync(path);
    return isText ? readFileSync(path, 'utf8') : undefined;
  }
}
