import type { Diagnostic } from '../diagnostic.ts';
import { ImportError } from '../import-error.ts';
import type { ImportedSite } from '../imported-site.ts';
import { buildSite, type ImportOptions } from '../site/build-site.ts';
import type { OldBlog } from '../site/old-blog.ts';
import { readConfig, type HugoConfig } from './config.ts';
import { languageFiles, otherLanguages } from './other-languages.ts';
import { unknownTokens } from './permalinks.ts';
import { readLanguage, type HugoLanguage } from './read-language.ts';
import { siteAuthors } from './settings.ts';

/** Returns the new site for the Hugo blog in a folder (an absolute path). @internal For tests. */
export function importHugo(root: string, options: ImportOptions): ImportedSite {
  return buildSite(readHugo(root, options), options);
}

/** Reads the Hugo blog in a folder (an absolute path). */
export function readHugo(root: string, options: ImportOptions): OldBlog {
  const config = readConfig(root);
  const unreadable = config.diagnostics.find(({ severity }) => severity === 'error');
  if (unreadable)
    throw new ImportError(
      `${unreadable.file}:${unreadable.line}: ${unreadable.message}; nothing was written`,
    );
  const own = readLanguage(root, config, options);
  const others = otherLanguages(root, config, options, own.mainFolders);
  return {
    ...{ ...own, system: 'Hugo', root, languages: others.languages },
    language: { code: own.code, name: own.name, prefix: own.prefix },
    title: config.title,
    baseUrl: config.baseUrl,
    timeZone: config.timeZone,
    authors: siteAuthors(config),
    files: languageFiles([...others.read, own]),
    listsDescriptions: false,
    sitemaps: sitemaps(config, [own, ...others.read]),
    diagnostics: [...own.diagnostics, ...others.diagnostics, ...tokenDiagnostics(config)],
    lists: (site) => {
      const found = own.lists(site);
      return { ...found, addresses: [...found.addresses, ...others.addresses] };
    },
  };
}

/** Returns the paths of Hugo's sitemaps: one, or one for each language and one of them all. */
function sitemaps(
  { languages, prefix }: HugoConfig,
  read: readonly Pick<HugoLanguage, 'sitemap'>[],
): string[] {
  const isOne = languages.size === 1 && prefix === '';
  return ['/sitemap.xml', ...(isOne ? [] : read.map(({ sitemap }) => sitemap))];
}

function tokenDiagnostics({ permalinks, file }: HugoConfig): Diagnostic[] {
  const unknown = [...permalinks.page.values()].flatMap(unknownTokens);
  return [...new Set(unknown)].map((token) => ({
    ...{ file, line: 1, severity: 'warning' },
    message: `permalinks: unknown token ${token}; kept as written`,
  }));
}
