import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { decodeText } from '../old/decode.ts';
import { parseToml } from '../old/formats.ts';
import { at, boolean, integer, lowerKeys, map, text, texts, type Values } from '../old/values.ts';
import type { SlugMode } from './slug.ts';

/** Zola's configuration with Zola's defaults filled in, for one language. */
export interface ZolaConfig {
  values: Values;
  /** `[extra]`: the settings of the theme. */
  extra: Values;
  /** The file that it is in, for diagnostics. */
  file: string;
  baseUrl: string | undefined;
  title: string | undefined;
  description: string | undefined;
  language: string;
  /** The folder of the URLs of the language: `/es`; empty for the default one. */
  prefix: string;
  /** The languages beside the default one. */
  otherLanguages: readonly string[];
  /** How paths, terms and ids are written. */
  slugs: Record<'paths' | 'taxonomies' | 'anchors', SlugMode>;
  /** True if the day in the name of a file is a part of the path. */
  keepsDates: boolean;
  taxonomies: readonly Taxonomy[];
  /** The names of the files of feeds; none if there are no feeds. */
  feeds: readonly string[];
  themes: readonly string[];
  diagnostics: Diagnostic[];
}

/** A taxonomy: tags, categories, authors. */
interface Taxonomy {
  name: string;
  pageSize: number | undefined;
  pagePath: string;
  hasFeed: boolean;
}

/** Reads the configuration of the Zola site in a folder. */
export function readConfig(root: string): ZolaConfig {
  const file = ['zola.toml', 'config.toml'].find((name) => existsSync(join(root, name)));
  const source = file === undefined ? '' : (decodeText(readFileSync(join(root, file)))?.text ?? '');
  const { values: written, diagnostics } = parseToml(source);
  const values = lowerKeys(written) as Values;
  const language = text(values['default_language']) ?? 'en';
  return {
    ...{ values, file: file ?? 'config.toml', extra: map(values, 'extra'), language },
    ...{ prefix: '', baseUrl: text(values['base_url']), title: text(values['title']) },
    description: text(values['description']),
    otherLanguages: Object.keys(map(written, 'languages')).filter((one) => one !== language),
    slugs: {
      paths: slugMode(at(values, 'slugify', 'paths') ?? values['slugify_paths']),
      taxonomies: slugMode(at(values, 'slugify', 'taxonomies')),
      anchors: slugMode(at(values, 'slugify', 'anchors')),
    },
    keepsDates: boolean(at(values, 'slugify', 'paths_keep_dates')) ?? false,
    taxonomies: taxonomies(values['taxonomies']),
    feeds: feeds(values),
    themes: texts(values['theme']),
    diagnostics: diagnostics.map((one) => ({ ...one, file: file ?? 'config.toml' })),
  };
}

/** Returns the configuration for another language, which has taxonomies and feeds of its own. */
export function inLanguage(config: ZolaConfig, language: string): ZolaConfig {
  const own = map(config.values, 'languages', language.toLowerCase());
  return {
    ...{ ...config, language, prefix: `/${language}`, diagnostics: [] },
    title: text(own['title']) ?? config.title,
    description: text(own['description']) ?? config.description,
    taxonomies: taxonomies(own['taxonomies']),
    feeds: feeds(own),
  };
}

function slugMode(value: unknown): SlugMode {
  const mode = text(value);
  return mode === 'safe' || mode === 'off' ? mode : 'on';
}

function taxonomies(value: unknown): Taxonomy[] {
  return (Array.isArray(value) ? value : []).flatMap((one: unknown): Taxonomy[] => {
    const name = text(at(one, 'name'));
    if (name === undefined || boolean(at(one, 'render')) === false) return [];
    return [
      {
        name: name.toLowerCase(),
        pageSize: integer(at(one, 'paginate_by')),
        pagePath: text(at(one, 'paginate_path')) ?? 'page',
        hasFeed: boolean(at(one, 'feed') ?? at(one, 'rss')) ?? false,
      },
    ];
  });
}

/** Names are those of today's Zola, and of Zola before 0.19 and 0.11. */
function feeds(values: Values): string[] {
  const isOn = boolean(
    values['generate_feeds'] ?? values['generate_feed'] ?? values['generate_rss'],
  );
  const names = texts(values['feed_filenames'] ?? values['feed_filename']);
  const byDefault = values['generate_rss'] === undefined ? 'atom.xml' : 'rss.xml';
  return isOn === true ? (names.length > 0 ? names : [byDefault]) : [];
}
