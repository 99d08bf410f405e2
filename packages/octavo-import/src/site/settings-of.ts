import type { SiteConfig } from 'octavo/internal/settings/settings';
import type { Diagnostic } from '../diagnostic.ts';
import type { HeaderLink } from './header-links.ts';
import type { SettledSite } from './old-blog.ts';
import { language, oneLine, siteUrl, type Report } from './setting-values.ts';

/** The settings of the old blog, by the names of Octavo's settings. */
export interface OldSettings {
  /** The file that it is in, for diagnostics. */
  file: string;
  title: string | undefined;
  description: string | undefined;
  url: string | undefined;
  /** The name of the setting that has the URL. */
  urlKey: string;
  language: string;
  /** The number of posts on an index page; absent if there was one page, or if it is unknown. */
  pageSize?: number | undefined;
  nav: readonly HeaderLink[];
  social?: readonly { name: string; link: string }[];
  /** Ids that templates of the old blog made and texts link to. */
  templateIds?: readonly string[];
  /** The text above the list of posts. */
  intro?: string | undefined;
}

/** Returns the settings of the new site; defaults of Octavo are not written. */
export function settingsOf(
  old: OldSettings,
  { author, permalink, timeZone, alsoAt }: SettledSite,
): { settings: SiteConfig; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (severity, message) =>
    diagnostics.push({ file: old.file, line: 1, severity, message });
  const title = old.title ?? 'My blog';
  if (old.title === undefined)
    report('warning', `title: missing; set to ${title}; give one with --title`);
  if (old.description === undefined) report('warning', 'description: missing; set to the title');
  const feeds = Object.fromEntries(Object.entries(alsoAt).filter(([, list]) => list.length > 0));
  const settings: SiteConfig = {
    title: oneLine(title),
    description: oneLine(old.description ?? title),
    url: siteUrl(old.urlKey, old.url, report),
    language: language([old.language], report),
    ...{ timeZone, author },
    ...(permalink !== '/posts/:slug/' && { permalink }),
    ...optional(old),
    ...elsewhere(old, report),
    ...(Object.keys(feeds).length > 0 && { feeds: { alsoAt: feeds } }),
  };
  return { settings, diagnostics };
}

/** Links to what a template made stay, and lead nowhere here. */
function elsewhere(
  { templateIds: ids = [] }: OldSettings,
  report: Report,
): { elsewhere?: string[] } {
  if (ids.length === 0) return {};
  const anchors = ids.map((id) => `#${id}`);
  report(
    'warning',
    `links to ${anchors.join(', ')} lead nowhere: templates of the old blog made these ids`,
  );
  return { elsewhere: anchors };
}

function optional({ pageSize = 10, nav, social = [], intro = '' }: OldSettings) {
  return {
    ...(pageSize > 0 && pageSize !== 10 && { pageSize }),
    ...(nav.length > 0 && { nav: [...nav] }),
    ...(social.length > 0 && { social: [...social] }),
    ...(intro.trim() !== '' && { intro: intro.trim() }),
  };
}
