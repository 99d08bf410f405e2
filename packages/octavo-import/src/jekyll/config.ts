import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { decodeText } from '../old/decode.ts';
import { parseToml, parseYaml } from '../old/formats.ts';
import { at, boolean, integer, isMap, map, text, texts, type Values } from '../old/values.ts';

/** Jekyll's configuration with Jekyll's defaults filled in. */
export interface JekyllConfig {
  values: Values;
  /** The file that it is in, for diagnostics. */
  file: string;
  /** The folder of the sources, relative to the blog's folder; empty for that folder. */
  source: string;
  /** `url` and `baseurl`. */
  baseUrl: string | undefined;
  title: string | undefined;
  timeZone: string | undefined;
  /** `lang` or `locale`, as it is written. */
  language: string;
  /** The language at the root of a blog of several (jekyll-polyglot); others are in folders. */
  rootLanguage: string | undefined;
  languages: readonly string[];
  /** The pattern of permalinks of posts. */
  permalink: string;
  /** Collections other than posts, by name. */
  collections: ReadonlyMap<string, Collection>;
  /** The folder that holds the folders of collections. */
  collectionsFolder: string;
  defaults: readonly Default[];
  /** Gems, of themes too, as far as they are named. */
  plugins: ReadonlySet<string>;
  markdownEndings: ReadonlySet<string>;
  /** True if a plugin of the blog reads posts without a day in their names. */
  hasUndatedPosts: boolean;
  include: readonly string[];
  exclude: readonly string[];
  /** The separator of excerpts; two line ends by default. */
  excerptSeparator: string;
  /** Posts on a page of the index, if it has pages. */
  pageSize: number | undefined;
  paginatePath: string;
  /** True if posts dated in the future are published. */
  future: boolean;
  /** True if posts with `published: false` are published. */
  unpublished: boolean;
  diagnostics: Diagnostic[];
}

interface Collection {
  /** True if its documents have pages. */
  output: boolean;
  permalink: string | undefined;
}

/** Front matter that the configuration gives to pages. */
export interface Default {
  path: string;
  type: string | undefined;
  values: Values;
}

/** The configuration's file names, the first one goes before all. */
const CONFIG_FILES = ['_config.yml', '_config.yaml', '_config.toml'];

/** Files that Jekyll never publishes. */
const NEVER = [
  ...['.sass-cache', '.jekyll-cache', 'gemfiles', 'Gemfile', 'Gemfile.lock', 'node_modules'],
  ...['vendor/bundle/', 'vendor/cache/', 'vendor/gems/', 'vendor/ruby/'],
];

/** Reads the configuration of the Jekyll blog in a folder. */
export function readConfig(root: string): JekyllConfig {
  const file = CONFIG_FILES.find((name) => existsSync(join(root, name))) ?? CONFIG_FILES[0]!;
  const { values, diagnostics } = readValues(root, file);
  const source = sourceFolder(root, (text(values['source']) ?? '').replace(/^\.?\/|\/$/g, ''));
  const parent = (text(values['collections_dir']) ?? '').replace(/^\.?\/|\/$/g, '');
  const postsPermalink = text(at(values, 'collections', 'posts', 'permalink'));
  return {
    ...{ values, file, diagnostics, source, collectionsFolder: parent },
    baseUrl: baseUrl(values, join(root, source)),
    title: text(values['title']) ?? text(values['name']),
    timeZone: text(values['timezone']),
    ...languages(values),
    permalink: postsPermalink ?? text(values['permalink']) ?? 'date',
    collections: collections(values['collections']),
    defaults: defaults(values['defaults']),
    plugins: plugins(root, values),
    markdownEndings: new Set(
      (text(values['markdown_ext']) ?? 'markdown,mkdown,mkdn,mkd,md').toLowerCase().split(','),
    ),
    hasUndatedPosts: hasUndatedPosts(join(root, source), values),
    include: ['.htaccess', ...texts(values['include'])],
    exclude: [...NEVER, ...texts(values['exclude'])],
    excerptSeparator: separator(values['excerpt_separator']),
    pageSize: pageSize(values),
    paginatePath:
      text(at(values, 'pagination', 'permalink')) ?? text(values['paginate_path']) ?? '/page:num',
    future: boolean(values['future']) ?? false,
    unpublished: boolean(values['unpublished']) ?? false,
  };
}

function languages(values: Values): Pick<JekyllConfig, 'language' | 'rootLanguage' | 'languages'> {
  const [language = 'en'] = texts(values['lang'] ?? values['locale'] ?? values['language']);
  const all = texts(values['languages']);
  const rootLanguage = all.length > 1 ? text(values['default_lang']) : undefined;
  return { language: rootLanguage ?? language, rootLanguage, languages: all };
}

function readValues(root: string, file: string): { values: Values; diagnostics: Diagnostic[] } {
  const path = join(root, file);
  if (!existsSync(path)) return { values: {}, diagnostics: [] };
  const source = decodeText(readFileSync(path))?.text ?? '';
  const { values, diagnostics } = (file.endsWith('.toml') ? parseToml : parseYaml)(source);
  return { values, diagnostics: diagnostics.map((note) => ({ ...note, file })) };
}

/** Returns the folder of the sources; one that a tool makes is where the posts are. */
function sourceFolder(root: string, given: string): string {
  if (existsSync(join(root, given))) return given;
  const [posts = ''] = globSync('{,*/}_posts', { cwd: root });
  return posts.replaceAll('\\', '/').replace(/\/?_posts$/, '');
}

/** GitHub Pages takes the domain of the file CNAME where `url` is not set. */
function baseUrl(values: Values, folder: string): string | undefined {
  const url = text(values['url']);
  const cname = join(folder, 'CNAME');
  const host = existsSync(cname) ? readFileSync(cname, 'utf8').trim() : '';
  const whole = url ?? (host === '' ? undefined : `https://${host.split(/\s/)[0]}`);
  if (whole === undefined) return undefined;
  const base = (text(values['baseurl']) ?? '').replace(/^\/?|\/$/g, '');
  return `${whole.replace(/\/$/, '')}/${base === '' ? '' : `${base}/`}`;
}

/** A list of names, or a map of names to options. */
function collections(value: unknown): Map<string, Collection> {
  const named = isMap(value)
    ? Object.entries(value)
    : texts(value).map((name): [string, unknown] => [name, {}]);
  return new Map(
    named
      .filter(([name]) => name !== 'posts')
      .map(([name, options]) => [
        name,
        {
          output: boolean(at(options, 'output')) ?? false,
          permalink: text(at(options, 'permalink')),
        },
      ]),
  );
}

/** The singular forms are those of old versions. */
const TYPES: Record<string, string> = { page: 'pages', post: 'posts', draft: 'drafts' };

function defaults(value: unknown): Default[] {
  return (Array.isArray(value) ? value : []).map((one): Default => {
    const type = text(at(one, 'scope', 'type'));
    return {
      path: (text(at(one, 'scope', 'path')) ?? '').replace(/^\//, ''),
      type: type === undefined ? undefined : (TYPES[type] ?? type),
      values: map(one, 'values'),
    };
  });
}

/** Plugins that themes bring along. */
const OF_THEMES: Record<string, string> = {
  minima: 'jekyll-feed',
  'jekyll-theme-chirpy': 'jekyll-paginate jekyll-redirect-from jekyll-archives jekyll-sitemap',
  'minimal-mistakes': 'jekyll-paginate jekyll-sitemap jekyll-feed',
  'minimal-mistakes-jekyll': 'jekyll-paginate jekyll-sitemap jekyll-feed',
};

/** Returns the gems of a blog: plugins and themes, as they are named in any place. */
function plugins(root: string, values: Values): Set<string> {
  const sources = globSync('{Gemfile,*.gemspec}', { cwd: root }).map((name) =>
    readFileSync(join(root, name), 'utf8'),
  );
  const gems = sources.flatMap((source) => [...source.matchAll(GEM)].map(([, name = '']) => name));
  const themes = [text(values['theme']), text(values['remote_theme'])]
    .filter((theme) => theme !== undefined)
    .map((theme) => theme.replace(/^.*\/|@.*$/g, ''));
  const named = ['plugins', 'gems', 'whitelist'].flatMap((key) => texts(values[key]));
  const all = [...named, ...gems, ...themes];
  return new Set([...all, ...all.flatMap((name) => OF_THEMES[name]?.split(' ') ?? [])]);
}

const GEM = /^\s*(?:gem|\w+\.(?:name\s*=|add(?:_runtime)?_dependency))\s*["']([\w/-]+)["']/gm;

function hasUndatedPosts(folder: string, values: Values): boolean {
  const plugins = text(values['plugins_dir']) ?? '_plugins';
  return globSync(`${plugins}/**/*.rb`, { cwd: folder }).some((path) =>
    /\bread_publishable\b|\bDATE_FILENAME_MATCHER\b/.test(readFileSync(join(folder, path), 'utf8')),
  );
}

/** An empty separator switches excerpts off. */
function separator(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function pageSize(values: Values): number | undefined {
  const size = integer(values['paginate']) ?? integer(at(values, 'pagination', 'per_page'));
  return size !== undefined && size > 0 ? size : undefined;
}
