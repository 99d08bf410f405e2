import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { parseJson, parseYaml } from '../old/formats.ts';
import { at, boolean, integer, isMap, map, text, texts, type Values } from '../old/values.ts';

/** Hexo's configuration with Hexo's defaults filled in. */
export interface HexoConfig {
  values: Values;
  /** The file that it is in, for diagnostics. */
  file: string;
  /** The folder of the sources, relative to the blog's folder. */
  source: string;
  title: string | undefined;
  baseUrl: string | undefined;
  timeZone: string | undefined;
  language: string;
  /** The pattern of permalinks of posts. */
  permalink: string;
  /** The pattern of the names of the files of posts. */
  postName: string;
  /** True if the folder beside a post of its name has the post's files. */
  hasAssetFolders: boolean;
  /** 1 for lower case, 2 for upper case. */
  filenameCase: number;
  /** Posts on a page of the index. */
  pageSize: number;
  /** The names of the packages of the blog. */
  packages: ReadonlySet<string>;
  /** The settings of the theme. */
  theme: Values;
  diagnostics: Diagnostic[];
}

const FILE = '_config.yml';

/** Reads the configuration of the Hexo blog in a folder. */
export function readConfig(root: string): HexoConfig {
  const { values, diagnostics } = parseYaml(read(join(root, FILE)));
  const manifest = parseJson(read(join(root, 'package.json')) || '{}').values;
  const size = (key: string) => integer(at(values, key, 'per_page'));
  const languages = texts(values['language']);
  return {
    ...{ values, file: FILE, theme: themeOf(root, values) },
    source: folderName(values, 'source_dir', 'source'),
    title: text(values['title']),
    baseUrl: baseUrl(values),
    timeZone: text(values['timezone']),
    language: languages[0] ?? 'en',
    permalink: text(values['permalink']) ?? ':year/:month/:day/:title/',
    postName: text(values['new_post_name']) ?? ':title.md',
    hasAssetFolders: boolean(values['post_asset_folder']) ?? false,
    filenameCase: integer(values['filename_case']) ?? 0,
    pageSize: size('index_generator') ?? integer(values['per_page']) ?? 10,
    packages: new Set(
      Object.keys({ ...map(manifest, 'dependencies'), ...map(manifest, 'devDependencies') }),
    ),
    diagnostics: diagnostics.map((one) => ({ ...one, file: FILE })),
  };
}

/** Returns the name of a folder in the configuration, without slashes around it. */
export function folderName(values: Values, key: string, otherwise: string): string {
  return (text(values[key]) ?? otherwise).replace(/^\/|\/$/g, '');
}

/** The base path is in `root`, and since Hexo 4 in `url` too. */
function baseUrl(values: Values): string | undefined {
  const url = text(values['url'])?.replace(/\/$/, '');
  const root = (text(values['root']) ?? '/').replace(/^\/|\/$/g, '');
  if (url === undefined) return undefined;
  return root === '' || url.endsWith(`/${root}`) ? `${url}/` : `${url}/${root}/`;
}

/** The settings of a theme are in its folder, in a file beside the configuration, and in it. */
function themeOf(root: string, values: Values): Values {
  const name = text(values['theme']);
  if (name === undefined) return {};
  const files = [
    `themes/${name}/_config.yml`,
    `node_modules/hexo-theme-${name}/_config.yml`,
    `_config.${name}.yml`,
  ].map((path) => parseYaml(read(join(root, path))).values);
  const all = [...files, map(values, 'theme_config')].filter(isMap);
  return Object.assign({}, ...all) as Values;
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
