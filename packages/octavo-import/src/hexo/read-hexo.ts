import { Liquid } from 'liquidjs';
import { join } from 'node:path';
import { paths } from 'octavo/internal/addresses/urls';
import type { OldAddress } from '../imported-site.ts';
import { convertLiquid } from '../liquid/convert-liquid.ts';
import type { LiquidSite } from '../liquid/expansion.ts';
import { readDate } from '../old/dates.ts';
import { GUESSED_KEYS, guessData } from '../old/guess-data.ts';
import { momentsIn } from '../old/moments.ts';
import type { OldData } from '../old/old-data.ts';
import type { OldEntry } from '../old/old-entry.ts';
import type { OldFiles } from '../old/old-files.ts';
import { joinPath } from '../old/paths.ts';
import { skippedKeys } from '../old/skipped-keys.ts';
import { tagsNamed } from '../old/tags.ts';
import { text, texts } from '../old/values.ts';
import type { ImportOptions } from '../site/build-site.ts';
import type { OldBlog, Resolve } from '../site/old-blog.ts';
import { asMarkdown } from '../html/as-markdown.ts';
import { formulaPass } from '../text/formula-pass.ts';
import type { ConvertedText } from '../text/text-source.ts';
import { categoryPaths, tagsOf, urlOf } from './addresses.ts';
import { readConfig, type HexoConfig } from './config.ts';
import { readContent, type HexoContent, type HexoPage } from './content.ts';
import { hexoLists } from './lists.ts';
import { headingAnchor, markupOf } from './markup.ts';
import { siteSettings } from './settings.ts';
import { registerTags } from './tags.ts';

/** Reads the Hexo blog in a folder (an absolute path). */
export function readHexo(root: string, { now, progress }: ImportOptions): OldBlog {
  const config = readConfig(root);
  const content = readContent(root, config, (done, all) =>
    progress?.(`Read ${done} of ${all} files`),
  );
  const momentOf = momentsIn(config.timeZone);
  const { zone } = momentOf;
  const located = content.pages.map((page) => {
    const data = dataOf(page, zone, now);
    return { page, data, oldUrl: urlOf(page, momentOf(data.date), config) };
  });
  const pageOf = new Map(located.map((one) => [one.page as OldEntry['page'], one.page]));
  const entry = ({ page, data, oldUrl }: (typeof located)[number]): OldEntry => ({
    ...{ page, data, oldUrl },
    aliases: texts(page.source.values['alias']).map((path) => `/${path.replace(/^\//, '')}`),
  });
  const posts = located.filter(({ page }) => page.type !== 'page');
  const listed = located.flatMap((one) => {
    const to = one.page.type === 'page' ? builtIn(one.page, one.oldUrl) : undefined;
    return to === undefined ? [] : [{ ...one, to }];
  });
  const pages = located.filter(
    (one) => one.page.type === 'page' && !listed.some(({ page }) => page === one.page),
  );
  const site = liquidSite(config);
  const engine = new Liquid({ cache: true, lenientIf: true });
  const byName = new Map(
    posts.flatMap(({ page, data, oldUrl }) =>
      [page.name, data.title, page.slug].map((name) => [name, { url: oldUrl, title: data.title }]),
    ),
  );
  registerTags(engine, (name) => byName.get(name.replace(/\.md$/, '')));
  const lists = hexoLists(
    posts
      .filter(({ data }) => data.isPublished)
      .map(({ page, data }) => ({ page, data, day: momentOf(data.date).slice(0, 10) })),
    config,
  );
  return {
    ...{ system: 'Hexo', root },
    title: config.title,
    baseUrl: config.baseUrl,
    timeZone: zone,
    authors: texts(config.values['author']),
    posts: posts.map(entry),
    pages: pages.filter(({ oldUrl }) => !/^\/404(?:\.html|\/)$/.test(oldUrl)).map(entry),
    ...{ listTexts: [], mainFolders: [], dropsHtml: false, listsDescriptions: false },
    files: filesOf(root, config, content, located),
    sitemaps: lists.sitemaps,
    diagnostics: [
      ...[...config.diagnostics, ...content.diagnostics],
      ...skippedKeys(content.pages, READ_KEYS, config.file),
    ],
    lists: () => ({
      addresses: [
        ...lists.addresses,
        ...listed.map(({ oldUrl: from, to }): OldAddress => ({
          ...{ from, to, kind: 'page', by: from === to ? 'same' : 'page' },
        })),
      ],
      alsoAt: lists.alsoAt,
      others: listed.map(({ page, oldUrl: from, to }) => ({ page, from, to, aliases: [] })),
    }),
    settings: (settled) => siteSettings(config, settled),
    convert: ({ page }, resolve) =>
      convertPage(pageOf.get(page)!, resolve, { config, engine, site }),
  };
}

/** Front matter that has a meaning here, or whose loss is not reported. */
const READ_KEYS = new Set([
  ...GUESSED_KEYS,
  ...'permalink published alias comments mathjax math katex type top sticky id'.split(' '),
]);

/** Categories and tags are both tags here. */
function dataOf(page: HexoPage, zone: string, now: number): OldData {
  const data = guessData(page, { zone, now });
  const date = data.date ?? (page.day === undefined ? undefined : readDate(page.day, zone));
  const draft = data.draft || page.type === 'draft';
  const { values } = page.source;
  const isTop = text(values['top']) !== undefined && !['0', 'false'].includes(text(values['top'])!);
  return {
    ...{ ...data, date, draft },
    tags: tagsNamed([...categoryPaths(page).flat(), ...tagsOf(page)]),
    isPublished: !draft,
    weight: isTop ? 1 : data.weight,
  };
}

/** Returns the path of the built-in page that replaces a page of tags, categories or archives. */
function builtIn({ source: { values, body } }: HexoPage, url: string): string | undefined {
  const kind = text(values['type']) ?? text(values['layout']) ?? '';
  const name = url.replace(/^\/|\/$|\.html$/g, '');
  const isEmpty = body.trim() === '';
  if (/^(?:tags?|categories|category)$/.test(kind)) return paths.tags;
  if (/^archives?$/.test(kind)) return paths.archive;
  if (isEmpty && /^(?:tags|categories)$/.test(name)) return paths.tags;
  if (isEmpty && name === 'search') return paths.search;
  return url === '/' ? '/' : undefined;
}

/** Files that stay at their path, and those in the folders of posts. */
function filesOf(
  root: string,
  config: HexoConfig,
  { statics }: HexoContent,
  located: readonly { page: HexoPage; oldUrl: string }[],
): OldFiles {
  const source = join(root, config.source);
  const published = new Map(statics.map((path) => [joinPath('/', path), join(source, path)]));
  const files: OldFiles = {
    ...{ published, statics: new Set(published.keys()) },
    ...{ folders: new Map(), assets: new Map(), diagnostics: [] },
  };
  for (const { page, oldUrl } of located) {
    if (!page.isBundle) continue;
    const folder = oldUrl.replace(/\.html?$/, '/');
    files.folders.set(page, folder);
    for (const name of page.resources)
      published.set(joinPath(folder, name), join(source, page.path, name));
  }
  return files;
}

/** Returns the data of the blog for templates in texts. */
function liquidSite({ values, baseUrl = '' }: HexoConfig): LiquidSite {
  return {
    site: values,
    url: baseUrl.replace(/\/$/, ''),
    include: () => undefined,
    postUrl: () => undefined,
    fileUrl: () => undefined,
  };
}

function convertPage(
  page: HexoPage,
  resolve: Resolve,
  { config, engine, site }: { config: HexoConfig; engine: Liquid; site: LiquidSite },
): ConvertedText {
  const { file, source, name, isHtml } = page;
  const context = {
    markup: markupOf(page, config),
    anchorOf: (line: string) => headingAnchor(line, config),
    headingIdsFrom: 'source' as const,
    ...resolve,
    // Editors write paths with the folder of the post, which Hexo leaves out.
    resource: (address: string) =>
      resolve.resource(address) ?? resolve.resource(address.replace(`${name}/`, '')),
  };
  return convertLiquid(
    { file, body: source.body, firstLine: source.firstLine },
    {
      context,
      liquid: { engine, site, page: source.values, keepsCode: true },
      passes: (_, placeholders) => [
        isHtml ? asMarkdown(placeholders) : formulaPass(context, placeholders),
      ],
    },
  );
}
