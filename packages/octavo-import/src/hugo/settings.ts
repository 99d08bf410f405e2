import type { SiteConfig } from 'octavo/internal/settings/settings';
import type { ConvertedText, TextSource } from '../text/text-source.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { HugoConfig } from './config.ts';
import { isMap, map, text, texts, boolean, at, type Values } from '../old/values.ts';
import { language, oneLine, siteUrl, socialName, type Report } from '../site/setting-values.ts';
import type { HeaderLink } from '../site/header-links.ts';
import type { FeedPaths } from '../site/old-blog.ts';

/** What the settings are made of beside the configuration. */
export interface SettingsSources {
  config: HugoConfig;
  nav: HeaderLink[];
  author: string;
  permalink: string;
  timeZone: string;
  /** Paths of feeds at old addresses. */
  alsoAt: FeedPaths;
  /** The text of the home page. */
  home: TextSource | undefined;
  convert: (source: TextSource) => ConvertedText;
}

/** Returns the settings of the new site, with diagnostics about what has no equal. */
export function siteSettings(sources: SettingsSources): {
  settings: SiteConfig;
  diagnostics: Diagnostic[];
} {
  const { config, nav, author, permalink, timeZone, alsoAt } = sources;
  const { params } = config;
  const diagnostics: Diagnostic[] = [];
  const note = (severity: Diagnostic['severity'], message: string) =>
    diagnostics.push({ file: config.file, line: 1, severity, message });
  const title = config.title ?? text(params['title']) ?? 'My blog';
  if (config.title === undefined) note('warning', `title: missing; set to ${title}`);
  const intro = introOf(sources, diagnostics);
  const social = socialLinks(params);
  const footer = text(at(params, 'footer', 'text')) ?? text(config.values['copyright']);
  const editUrl = editAddress(params, note);
  const settings: SiteConfig = {
    title: oneLine(title),
    description: oneLine(descriptionOf(config, title, note)),
    url: siteUrl('baseURL', config.baseUrl, note),
    language: language([config.languageCode, config.languageKey], note),
    timeZone,
    author,
    ...(config.pageSize !== 10 && config.pageSize > 0 && { pageSize: config.pageSize }),
    ...(permalink !== '/posts/:slug/' && { permalink }),
    nav,
    ...(social.length > 0 && { social }),
    ...fediverse(params),
    ...(intro !== '' && { intro }),
    ...(editUrl !== undefined && { editUrl }),
    ...(footer !== undefined && {
      footer: footer.replace('{year}', `${new Date().getFullYear()}`),
    }),
    ...feeds(config, alsoAt),
  };
  diagnostics.push(...withoutEqual(config));
  return { settings, diagnostics };
}

/** Returns the texts that were above the list of posts. */
function introOf({ config, home, convert }: SettingsSources, diagnostics: Diagnostic[]): string {
  const { params, file } = config;
  const ofTheme = [homeInfo(params), profile(params)].flatMap((body) =>
    body === undefined ? [] : [{ file, body, firstLine: 1 }],
  );
  const texts = [...ofTheme, ...(home ? [home] : [])].map(convert);
  diagnostics.push(...texts.flatMap((one) => one.diagnostics));
  return texts
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join('\n\n');
}

function descriptionOf(config: HugoConfig, title: string, note: Report): string {
  const { params, values } = config;
  const said =
    text(params['description']) ??
    text(values['description']) ??
    text(at(params, 'homeinfoparams', 'content')) ??
    text(at(params, 'profilemode', 'subtitle')) ??
    text(params['subtitle']);
  if (said === undefined) note('warning', 'description: missing; set to the title');
  return said ?? title;
}

/** PaperMod's text above the list. */
function homeInfo(params: Values): string | undefined {
  const info = map(params, 'homeinfoparams');
  const parts = [text(info['title']), text(info['content'])];
  if (parts.every((part) => part === undefined)) return undefined;
  const [title, content] = parts;
  return [title && `## ${title}`, content].filter(Boolean).join('\n\n');
}

/** PaperMod's profile, which is there in the place of the list. */
function profile(params: Values): string | undefined {
  const mode = map(params, 'profilemode');
  if (boolean(mode['enabled']) !== true) return undefined;
  const buttons = (Array.isArray(mode['buttons']) ? mode['buttons'] : []).flatMap((button) => {
    const [name, url] = [text(at(button, 'name')), text(at(button, 'url'))];
    return name === undefined || url === undefined ? [] : [`[${name}](${url})`];
  });
  const title = text(mode['title']);
  return [title && `## ${title}`, text(mode['subtitle']), buttons.join(' · ')]
    .filter(Boolean)
    .join('\n\n');
}

function socialLinks(params: Values): { name: string; link: string }[] {
  const lists = [params['socialicons'], params['social'], params['sociallinks']];
  return lists
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .flatMap((icon: unknown) => {
      const name = text(at(icon, 'title')) ?? text(at(icon, 'name'));
      const url = text(at(icon, 'url')) ?? text(at(icon, 'link'));
      if (name === undefined || url === undefined) return [];
      const link = /^[^\s/:]+@[^\s/]+$/.test(url) ? `mailto:${url}` : url;
      // A feed of the site itself; Octavo names its feeds in the footer.
      if (!URL.canParse(link) || /\.xml$/.test(link)) return [];
      return [{ name: socialName(name), link }];
    });
}

function fediverse(params: Values): { fediverse?: string } {
  const account = text(at(params, 'social', 'fediverse_creator'));
  return account !== undefined && /^@[^@\s]+@[^@\s]+\.[^@\s]+$/.test(account)
    ? { fediverse: account }
    : {};
}

/** PaperMod appends the path of a file below `content/`; Octavo the path from the project's folder. */
function editAddress(params: Values, note: Report): string | undefined {
  const edit = map(params, 'editpost');
  const url = text(edit['url']);
  if (url === undefined || boolean(edit['disabled']) || !URL.canParse(url)) return undefined;
  if (!/^https?:/.test(url)) return undefined;
  const project = url.replace(/\/?(?:content\/?)?$/, '/');
  note(
    'warning',
    `editPost.URL is imported as editUrl: ${project}; check that it is the repository of the new site`,
  );
  return project;
}

function feeds({ params, values }: HugoConfig, alsoAt: FeedPaths): Pick<SiteConfig, 'feeds'> {
  const paths = Object.entries(alsoAt).filter(([, list]) => list.length > 0);
  const full = boolean(params['showfulltextinrss']);
  const limit = Number(
    text(at(values, 'services', 'rss', 'limit')) ?? text(values['rsslimit']) ?? 0,
  );
  const made = {
    ...(full === false && { content: 'summary' as const }),
    ...(Number.isInteger(limit) && limit > 0 && limit !== 50 && { items: limit }),
    ...(paths.length > 0 && { alsoAt: Object.fromEntries(paths) }),
  };
  return Object.keys(made).length > 0 ? { feeds: made } : {};
}

/** Settings that are mapped; docs/src/content/pages/guides/moving-from-hugo.md says to what. */
const READ_SETTINGS = new Set([
  ...['baseurl', 'title', 'languagecode', 'locale', 'defaultcontentlanguage', 'languages'],
  ...['defaultcontentlanguageinsubdir', 'timezone', 'params', 'menu', 'menus', 'permalinks'],
  ...[
    'taxonomies',
    'paginate',
    'pagination',
    'paginatepath',
    'contentdir',
    'staticdir',
    'assetdir',
  ],
  ...['module', 'ignorefiles', 'uglyurls', 'disablepathtolower', 'removepathaccents', 'outputs'],
  ...['outputformats', 'disablekinds', 'copyright', 'markup', 'services', 'rsslimit', 'cascade'],
  ...['frontmatter', 'enableemoji', 'description', 'author', 'mainsections', 'weight'],
  ...['languagename', 'disabled'],
]);

const READ_PARAMS = new Set([
  ...[
    'title',
    'description',
    'author',
    'homeinfoparams',
    'profilemode',
    'socialicons',
    'sociallinks',
    'editpost',
  ],
  ...['mainsections', 'subtitle', 'showfulltextinrss', 'env', 'showtoc', 'math', 'footer'],
]);

/** What an owner will look for in vain. */
const SETTINGS_WITHOUT_EQUAL: Record<string, string> = {
  summarylength: 'summaries end after the paragraph that reaches 70 words',
  sectionpagesmenu: 'nav names each link',
  googleanalytics:
    'nothing is loaded from other hosts; a statistics of the server’s log counts readers',
  disqusshortname: 'there are no comments: nothing is loaded from other hosts',
  related: 'posts on the same subject are found by tags and text',
  canonifyurls: 'addresses are made whole where they need to be, in feeds',
};

function withoutEqual({ values, params, file }: HugoConfig): Diagnostic[] {
  const info = (message: string): Diagnostic => ({ file, line: 1, severity: 'info', message });
  const unread = Object.keys(values).filter((key) => !READ_SETTINGS.has(key));
  const settings = unread.flatMap((key) => {
    const reason = SETTINGS_WITHOUT_EQUAL[key];
    // 70 words are what Hugo has where nothing is said, too.
    const isOn = !['', '70'].includes(text(values[key]) ?? '') && boolean(values[key]) !== false;
    return reason !== undefined && isOn ? [info(`${key} has no equivalent: ${reason}`)] : [];
  });
  const building = unread.filter((key) => !(key in SETTINGS_WITHOUT_EQUAL));
  if (building.length > 0)
    settings.push(info(`skipped settings of Hugo: ${building.sort().join(', ')}`));
  const others = Object.keys(params).filter(
    (key) => !READ_PARAMS.has(key) && !(key === 'social' && !isMap(params[key])),
  );
  if (others.length === 0) return settings;
  return [...settings, info(`skipped params of the theme: ${others.sort().join(', ')}`)];
}

/** Returns the names that the configuration has for whoever writes. */
export function siteAuthors({ params, values }: HugoConfig): string[] {
  const given = params['author'] ?? params['authors'] ?? values['author'];
  const names = isMap(given)
    ? [given['name']]
    : [given].flat().map((one) => (isMap(one) ? one['name'] : one));
  return texts(names);
}
