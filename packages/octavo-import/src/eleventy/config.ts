import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { ESTree } from 'vite';
import { Modules } from '../modules/modules.ts';
import { statementsOf } from '../modules/parse-module.ts';
import { staticValue } from '../modules/static-values.ts';
import { at, isMap, map, text, type Values } from '../old/values.ts';

/** The configuration of an Eleventy site, as far as it can be read without running it. */
export interface EleventyConfig {
  /** The file that it is in, for diagnostics. */
  file: string;
  /** Its source, which names plugins and options. */
  source: string;
  modules: Modules;
  /** Folders relative to the project. */
  input: string;
  includes: string;
  /** Those without templates: includes, layouts, data and the built site. */
  folders: readonly string[];
  /** The data of the site: `_data/metadata.js`, `site.json` and their like, in one. */
  site: Values;
  baseUrl: string | undefined;
  /** The arguments of calls of `addPassthroughCopy`. */
  copies: readonly unknown[];
  /** The formats (of Luxon) of filters that write dates, by the names of the filters. */
  dateFilters: ReadonlyMap<string, string>;
  /** The options of the plugins of feeds. */
  feeds: readonly Values[];
}

/** The names of the configuration. */
export const CONFIG_FILES: [string, ...string[]] = [
  'eleventy.config.js',
  ...['mjs', 'cjs', 'ts', 'mts'].map((ending) => `eleventy.config.${ending}`),
  '.eleventy.js',
];

/** Reads the configuration of the Eleventy site in a folder. */
export function readConfig(root: string): EleventyConfig {
  const file = CONFIG_FILES.find((name) => existsSync(join(root, name))) ?? CONFIG_FILES[0];
  const modules = new Modules(root);
  const found = new Found(modules.values(file));
  found.visit(statementsOf(join(root, file)));
  const { dir } = found;
  const input = folder(text(dir['input']) ?? '.');
  const data = posix.join(input, text(dir['data']) ?? '_data');
  const site = siteData(root, data, modules);
  const includes = posix.join(input, text(dir['includes']) ?? '_includes');
  const layouts = text(dir['layouts']);
  return {
    ...{
      file,
      modules,
      input,
      site,
      copies: found.copies,
      feeds: found.feeds,
      dateFilters: found.dateFilters,
    },
    source: existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '',
    includes,
    folders: [
      ...[includes, data, folder(text(dir['output']) ?? '_site')],
      ...(layouts === undefined ? [] : [posix.join(input, layouts)]),
    ],
    baseUrl: ['url', 'baseurl', 'baseUrl', 'siteUrl', 'domain', 'base']
      .map((key) => text(site[key]))
      .find((url) => url !== undefined && /^https?:/.test(url)),
  };
}

function folder(path: string): string {
  return posix.join(path).replace(/\/$/, '') || '.';
}

/** The calls and options in the body of the configuration. */
class Found {
  dir: Values = {};
  readonly copies: unknown[] = [];
  readonly feeds: Values[] = [];
  readonly dateFilters = new Map<string, string>();
  readonly #names: Values;

  constructor(names: Values) {
    this.#names = names;
  }

  /** Visits a node of the syntax tree, and all below it. */
  visit(node: unknown): void {
    if (Array.isArray(node)) return node.forEach((one) => this.visit(one));
    if (!isMap(node)) return;
    if (node['type'] === 'CallExpression') this.#call(node as unknown as ESTree.CallExpression);
    if (node['type'] === 'Property' && text(at(node, 'key', 'name')) === 'dir')
      this.dir = map(this.#value(node['value']));
    for (const value of Object.values(node)) this.visit(value);
  }

  #call({ callee, arguments: given }: ESTree.CallExpression): void {
    const name = text(at(callee, 'property', 'name'));
    const [first, second] = given;
    const format = name === 'addFilter' ? formatIn(second) : undefined;
    if (format !== undefined) this.dateFilters.set(text(this.#value(first)) ?? '', format);
    if (name === 'addPassthroughCopy') this.copies.push(this.#value(first));
    const options = name === 'addPlugin' ? map(this.#value(second)) : {};
    if ('outputPath' in options) this.feeds.push(options);
  }

  #value(node: unknown): unknown {
    if (!isMap(node)) return undefined;
    return staticValue(node as unknown as ESTree.Expression, (name) => this.#names[name]);
  }
}

/** Returns the format of the first call of `toFormat` in a function. */
function formatIn(node: unknown): string | undefined {
  if (Array.isArray(node)) return node.map(formatIn).find((format) => format !== undefined);
  if (!isMap(node)) return undefined;
  const isCall = text(at(node, 'callee', 'property', 'name')) === 'toFormat';
  const [format] = isCall ? (node['arguments'] as unknown[]) : [];
  return text(at(format, 'value')) ?? formatIn(Object.values(node));
}

const SITE = /^(?:meta|metadata|site|config|data|global|settings|info)$/i;

/** Returns the data about the site, from files with a usual name for it. */
function siteData(root: string, data: string, modules: Modules): Values {
  const values: Values = {};
  for (const path of globSync(`${data}/*.{js,cjs,mjs,ts,json}`, { cwd: root }).sort()) {
    const file = path.replaceAll('\\', '/');
    if (!SITE.test(posix.basename(file).replace(/\..*$/, ''))) continue;
    const read = modules.values(file);
    Object.assign(values, file.endsWith('.json') ? read : map(read['default']));
  }
  return values;
}
