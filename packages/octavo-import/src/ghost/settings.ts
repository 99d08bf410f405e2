import type { SiteConfig } from 'octavo/internal/settings/settings';
import type { Diagnostic } from '../diagnostic.ts';
import { at, text } from '../old/values.ts';
import { headerLinks, type HeaderLink } from '../site/header-links.ts';
import type { SettledSite } from '../site/old-blog.ts';
import { language, oneLine, siteUrl, type Report } from '../site/setting-values.ts';
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
  const { ghost, file, baseUrl, author, permalink, timeZone, rooted: moved } = sources;
  const { settings } = ghost;
  const diagnostics: Diagnostic[] = [];
  const report: Report = (severity, message) =>
    diagnostics.push({ file, line: 1, severity, message });
  const title = oneLine(textOf(settings, 'title')) || 'My blog';
  const code =
    textOf(settings, 'locale') || textOf(settings, 'lang') || textOf(settings, 'default_locale');
  const hasCode = ['codeinjection_head', 'codeinjection_foot', 'ghost_head', 'ghost_foot'].some(
    (key) => textOf(settings, key).trim() !== '',
  );
  if (hasCode) report('warning', 'code injection of the site skipped');
  const social = accounts(ghost);
  return {
    settings: {
      title,
      description: oneLine(textOf(settings, 'description')) || title,
      url: siteUrl('url', baseUrl, report),
      language: language([code || 'en'], report),
      ...{ timeZone, author },
      ...(permalink !== '/posts/:slug/' && { permalink }),
      nav: navigation(ghost, moved),
      ...(social.length > 0 && { social }),
      ...(sources.hasRemoteFiles && { elsewhere: ['/content/'] }),
    },
    diagnostics,
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

/** The accounts that a new Ghost has by default are of Ghost. */
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
