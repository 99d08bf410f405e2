import { globSync } from 'node:fs';
import { join, posix } from 'node:path';
import { at, isMap, map, text, type Values } from '../old/values.ts';
import type { GivenSettings } from '../site/build-site.ts';
import { readAliases } from './aliases.ts';
import { Modules, type Aliases } from '../modules/modules.ts';
import { readJson } from '../modules/parse-module.ts';
import { isCall } from '../modules/static-values.ts';

/** The configuration of an Astro blog, as far as it can be read without executing it. */
export interface AstroConfig {
  /** The file of Astro's configuration, for diagnostics. */
  file: string;
  /** Astro's configuration. */
  values: Values;
  /** `site` and `base`. */
  baseUrl: string | undefined;
  title: string | undefined;
  description: string | undefined;
  /** Names of the site's authors. */
  authors: string[];
  language: string | undefined;
  timeZone: string | undefined;
  /** The exports of the modules with the settings of the theme, by name. */
  exports: Values;
  /** The options of Starlight and of starlight-blog. */
  starlight: Values | undefined;
  starlightBlog: Values | undefined;
  dependencies: ReadonlySet<string>;
  aliases: Aliases;
  modules: Modules;
}

const ASTRO_CONFIG = 'astro.config.{mjs,js,ts,mts,cjs}';

/** Where themes have their settings. */
const SITE_CONFIG = [
  '{site.config,blog.config,theme.config,config}.{ts,mts,js,mjs}',
  'src/{,config/,data/,lib/,utils/,content/}{config,consts,constants,const,site,site.config,site-config,siteConfig,siteInfo,settings,index,info,socials,social,navigation,nav,menu,metadata,site_config,theme.config}.{ts,mts,js,mjs,json}',
];

/** Reads the configuration of the Astro project in a folder. */
export function readConfig(root: string, given: GivenSettings): AstroConfig {
  const aliases = readAliases(root);
  const modules = new Modules(root, aliases);
  const [file = 'astro.config.mjs'] = globSync(ASTRO_CONFIG, { cwd: root });
  const values = map(modules.values(file), 'default');
  const exports = readExports(root, modules);
  const starlight = optionsOf(values['integrations'], 'starlight');
  const starlightBlog = optionsOf(starlight?.['plugins'], 'starlightBlog', 'blog');
  const { dependencies, devDependencies } = readJson(join(root, 'package.json'));
  const found = { values, exports, starlight, starlightBlog };
  return {
    ...{ file, aliases, modules, ...found },
    ...siteValues(found, given),
    dependencies: new Set(Object.keys({ ...map(dependencies), ...map(devDependencies) })),
  };
}

type Found = Pick<AstroConfig, 'values' | 'exports' | 'starlight' | 'starlightBlog'>;

/** Returns what is said of the site, by Astro's configuration, by Starlight's or by the theme's. */
function siteValues({ values, exports, starlight, starlightBlog }: Found, given: GivenSettings) {
  const pool = settingsPool(exports);
  const named = (pattern: RegExp) => pool.find(([key]) => pattern.test(key))?.[1];
  const first = (...all: unknown[]) => all.map(text).find((one) => one !== undefined);
  const site = first(values['site'], pool.find(isSiteUrl)?.[1]);
  return {
    baseUrl: given.url ?? withBase(site, text(values['base'])),
    title: first(
      ...[given.title, starlightBlog?.['title'], starlight?.['title']],
      named(/(?:^|[._])(?:site_?|blog_?)?(?:title|name)$/i),
    ),
    description: first(
      starlight?.['description'],
      named(/(?:^|[._])(?:site_?)?(?:desc|description|subtitle|bio)$/i),
    ),
    authors: authorsOf(pool),
    language: first(
      ...[starlight?.['defaultLocale'], at(values, 'i18n', 'defaultLocale')],
      named(/(?:^|[._])(?:lang|language|locale|langTag)$/i),
    ),
    timeZone: named(/(?:^|\.)time_?zone$/i),
  };
}

function readExports(root: string, modules: Modules): Values {
  const files = globSync(SITE_CONFIG, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  const isContent = (path: string) => /^src\/content\/(?:config|index)\./.test(path);
  const exports: Values = {};
  for (const path of files.filter((one) => !isContent(one)).sort())
    for (const [name, value] of Object.entries(modules.values(path))) {
      const key =
        name === 'default' || path.endsWith('.json')
          ? posix.basename(path, posix.extname(path))
          : name;
      if (path.endsWith('.json')) exports[key] = { ...map(exports[key]), [name]: value };
      else exports[key] ??= value;
    }
  return exports;
}

/** What names the settings of a site, before those of parts of it. */
const SITE_NAMES = /site|config|blog|meta|global|info|const/i;

/** Returns the texts among the exports and in them, one and two levels deep, those of the site first. */
function settingsPool(exports: Values): [key: string, value: string][] {
  const entries = Object.entries(exports).sort(
    ([a], [b]) => Number(SITE_NAMES.test(b)) - Number(SITE_NAMES.test(a)),
  );
  const own = entries.flatMap(([key, value]) => textEntry(key, value));
  const inside = entries.flatMap(([key, value]) =>
    Object.entries(map(value)).flatMap(([name, inner]) => textEntry(`${key}.${name}`, inner)),
  );
  const deeper = entries.flatMap(([key, value]) =>
    Object.entries(map(value)).flatMap(([name, inner]) =>
      Object.entries(map(inner)).flatMap(([last, one]) => textEntry(`${key}.${name}.${last}`, one)),
    ),
  );
  return [...own, ...inside, ...deeper];
}

function textEntry(key: string, value: unknown): [string, string][] {
  const written = typeof value === 'string' ? text(value) : undefined;
  return written === undefined ? [] : [[key, written]];
}

function isSiteUrl([key, value]: [string, string]): boolean {
  return (
    /(?:^|\.)(?:site_?)?(?:url|website|site|origin|href)$/i.test(key) && /^https?:\/\//.test(value)
  );
}

function authorsOf(pool: readonly [string, string][]): string[] {
  const found =
    pool.find(([key]) => /(?:^|[._])author(?:\.name|_name)?$/i.test(key)) ??
    pool.find(([key]) => /(?:profile|owner|author)\w*\.name$/i.test(key));
  return found ? [found[1]] : [];
}

/** Returns the options of an integration or plugin by the name of its function; none if it is absent. */
function optionsOf(list: unknown, ...names: string[]): Values | undefined {
  const call = (Array.isArray(list) ? list : []).find((one) =>
    names.some((name) => isCall(one, name)),
  );
  if (call === undefined) return undefined;
  const [options] = (call as { with: unknown[] }).with;
  return isMap(options) ? options : {};
}

function withBase(site: string | undefined, base: string | undefined): string | undefined {
  if (site === undefined || base === undefined || !URL.canParse(site)) return site;
  return new URL(base, site).href;
}
