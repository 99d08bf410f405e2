import type { SiteConfig } from 'octavo/internal/settings/settings';
import type { Diagnostic } from '../diagnostic.ts';
import { at, text } from '../old/values.ts';
import { headerLinks, type HeaderLink } from '../site/header-links.ts';
import type { SettledSite } from '../site/old-blog.ts';
import { settingsOf } from '../site/settings-of.ts';
import { rooted } from './content.ts';
import { textOf, type GhostExport } from './read-export.ts';

interface SettingsSources extends SettledSite {
  ghost: GhostExport;
  /** The name of the export in diagnostics. */
  file: string;
  baseUrl: string | undefined;
  /** True if files of the blog are not beside the export. */
  hasRemoteFiles: boolean;
}

/** Returns the settings of the new site. */
export function siteSettings(sources: SettingsSources): {
  settings: SiteConfig;
  diagnostics: Diagnostic[];
} {
  const { ghost, file, baseUrl, rooted: moved, hasRemoteFiles } = sources;
  const of = (...keys: string[]) =>
    keys.map((key) => textOf(ghost.settings, key).trim()).find((value) => value !== '');
  const { settings, diagnostics } = settingsOf(
    {
      ...{ file, title: of('title'), description: of('description'), url: baseUrl, urlKey: 'url' },
      language: of('locale', 'lang', 'default_locale') ?? 'en',
      ...{ nav: navigation(ghost, moved), social: accounts(ghost) },
    },
    sources,
  );
  const hasCode = of('codeinjection_head', 'codeinjection_foot', 'ghost_head', 'ghost_foot');
  const message = 'code injection of the site skipped';
  return {
    settings: { ...settings, ...(hasRemoteFiles && { elsewhere: ['/content/'] }) },
    diagnostics: [
      ...diagnostics,
      ...(hasCode ? [{ file, line: 1, severity: 'warning' as const, message }] : []),
    ],
  };
}

function navigation({ settings }: GhostExport, moved: SettledSite['rooted']): HeaderLink[] {
  const links = listIn(textOf(settings, 'navigation')).map((entry): HeaderLink => {
    const given = rooted(text(at(entry, 'url')) ?? '');
    return { label: text(at(entry, 'label')) ?? '', link: moved(given) ?? given };
  });
  return headerLinks(links);
}

function listIn(json: string): unknown[] {
  try {
    const list: unknown = JSON.parse(json || '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

/** The accounts of Ghost itself, which a new blog has by default. */
const GHOSTS = /^@?(?:ghost|tryghost)$/i;

function accounts({ settings }: GhostExport): { name: string; link: string }[] {
  return [
    { name: 'X', key: 'twitter', start: 'https://x.com/' },
    { name: 'Facebook', key: 'facebook', start: 'https://www.facebook.com/' },
  ].flatMap(({ name, key, start }) => {
    const account = textOf(settings, key).trim();
    if (account === '' || GHOSTS.test(account)) return [];
    const link = /^https?:/.test(account) ? account : start + account.replace(/^@/, '');
    return URL.canParse(link) ? [{ name, link }] : [];
  });
}
