import { join } from 'node:path';
import { ImportError } from '../import-error.ts';
import { filesBelow, refusedLinks } from '../old/files-below.ts';
import { GUESSED_KEYS } from '../old/guess-data.ts';
import type { OldFiles } from '../old/old-files.ts';
import { joinPath } from '../old/paths.ts';
import { skippedKeys } from '../old/skipped-keys.ts';
import type { ImportOptions } from '../site/build-site.ts';
import { emptyLanguage, isEmpty } from '../site/empty-language.ts';
import type { OldBlog } from '../site/old-blog.ts';
import { linkedTemplateIds } from '../site/template-ids.ts';
import { urlOf } from './addresses.ts';
import { inLanguage, readConfig } from './config.ts';
import { readContent, type ZolaPage } from './content.ts';
import { readLanguage } from './read-language.ts';
import { siteAuthors } from './settings.ts';

/** Reads the Zola site in a folder (an absolute path). */
export function readZola(root: string, { now, progress, shortcodes }: ImportOptions): OldBlog {
  const config = readConfig(root);
  const unreadable = config.diagnostics.find(({ severity }) => severity === 'error');
  if (unreadable)
    throw new ImportError(
      `${unreadable.file}:${unreadable.line}: ${unreadable.message}; nothing was written`,
    );
  const { pages, diagnostics } = readContent(root, config, (done, all) =>
    progress?.(`Read ${done} of ${all} files`),
  );
  const urls = new Map(pages.map((page) => [page.path, urlOf(page, config)]));
  const templateIds = linkedTemplateIds(
    root,
    '{,themes/*/}templates/**/*.html',
    pages.map(({ source }) => source.body),
  );
  const site = { root, now, pages, urls, templateIds, shortcodes };
  const own = readLanguage(config, undefined, site);
  const others = config.otherLanguages.map((code) =>
    readLanguage(inLanguage(config, code), code, site),
  );
  return {
    ...{ ...own, system: 'Zola', root },
    language: { code: own.code, prefix: own.prefix },
    languages: others.filter((one) => !isEmpty(one)),
    title: own.title,
    baseUrl: config.baseUrl,
    timeZone: undefined,
    authors: siteAuthors(config),
    files: filesOf(root, pages, urls),
    ...{ listsDescriptions: false, dropsHtml: false, sitemaps: ['/sitemap.xml'] },
    diagnostics: [
      ...[...config.diagnostics, ...diagnostics],
      ...skippedKeys(pages, READ_KEYS, config.file),
    ],
    lists: (placed) => {
      const lists = own.lists(placed);
      const empty = others.filter(isEmpty).flatMap(emptyLanguage);
      return { ...lists, addresses: [...lists.addresses, ...empty] };
    },
  };
}

/** Front matter that has a meaning here, or whose loss is not reported. */
const READ_KEYS = new Set([
  ...GUESSED_KEYS,
  ...'path template page_template weight sort_by paginate_by paginate_path paginate_reversed render redirect_to in_search_index transparent insert_anchor_links generate_feed generate_feeds katex math mathjax comment comments'.split(
    ' ',
  ),
]);

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
