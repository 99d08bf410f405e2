import type { SiteConfig } from 'octavo/internal/settings/settings';
import type { Diagnostic } from '../diagnostic.ts';
import { headerLinks, type HeaderLink } from '../site/header-links.ts';
import type { SettledSite } from '../site/old-blog.ts';
import { settingsOf } from '../site/settings-of.ts';
import { plainText } from '../html/plain-text.ts';
import { termPath } from './lists.ts';
import { UPLOADS } from './media.ts';
import type { Item, WordPressExport } from './read-export.ts';

interface SettingsSources extends SettledSite {
  blog: WordPressExport;
  /** The name of the export in diagnostics. */
  file: string;
  /** True if files of the blog are not beside the export. */
  hasRemoteFiles: boolean;
}

/** Returns the settings of the new site. */
export function siteSettings(sources: SettingsSources): {
  settings: SiteConfig;
  diagnostics: Diagnostic[];
} {
  const { blog, file, hasRemoteFiles } = sources;
  const { settings, diagnostics } = settingsOf(
    {
      ...{ file, title: blog.title || undefined, description: blog.description || undefined },
      ...{ url: blog.url, urlKey: 'wp:base_blog_url', language: blog.language || 'en' },
      nav: navigation(sources),
    },
    sources,
  );
  const elsewhere = hasRemoteFiles ? { elsewhere: [UPLOADS] } : {};
  return { settings: { ...settings, ...elsewhere }, diagnostics };
}

/** Returns the links of the header: the menu of most entries, else the pages at the top. */
function navigation({ blog, placed, rooted }: SettingsSources): HeaderLink[] {
  const menu = menuOf(blog);
  const pages = placed
    .filter(
      ({ collection, oldUrl, data }) =>
        collection === 'pages' && data.isPublished && oldUrl.split('/').length === 3,
    )
    .map(({ data, url }) => ({ label: data.title, link: url }));
  const links = menu.length > 0 ? menu : pages;
  return headerLinks(links.map(({ label, link }) => ({ label, link: rooted(link) ?? link })));
}

function menuOf(blog: WordPressExport): HeaderLink[] {
  const { items } = blog;
  const entries = items.filter(
    ({ type, meta, status }) =>
      type === 'nav_menu_item' &&
      status === 'publish' &&
      (meta.get('_menu_item_menu_item_parent') ?? '0') === '0',
  );
  const menus = Map.groupBy(
    entries,
    ({ terms }) => terms.find(({ taxonomy }) => taxonomy === 'nav_menu')?.slug,
  );
  const [menu = []] = [...menus.values()].sort((a, b) => b.length - a.length);
  const byId = new Map(items.map((item) => [item.id, item]));
  return menu
    .toSorted((a, b) => a.menuOrder - b.menuOrder)
    .flatMap((entry) => menuLink(entry, blog, byId));
}

function menuLink(
  { title, meta }: Item,
  { terms, parents }: WordPressExport,
  byId: ReadonlyMap<string, Item>,
): HeaderLink[] {
  const label = plainText(title);
  const type = meta.get('_menu_item_type');
  if (type === 'custom') return [{ label, link: meta.get('_menu_item_url') ?? '' }];
  const id = meta.get('_menu_item_object_id') ?? '';
  const term = type === 'taxonomy' ? terms.get(id) : undefined;
  if (term) return [{ label: label || term.name, link: termPath(term, parents) }];
  const item = type === 'post_type' ? byId.get(id) : undefined;
  return item ? [{ label: label || plainText(item.title), link: item.link }] : [];
}
