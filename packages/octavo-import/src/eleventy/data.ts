import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseAst } from 'vite';
import { staticValue } from '../modules/static-values.ts';
import { readOldFile } from '../old/old-file.ts';
import { lowerKeys, map, text, texts, type Values } from '../old/values.ts';
import type { EleventyConfig } from './config.ts';

const ENDINGS = ['.11tydata.json', '.11tydata.js', '.11tydata.cjs', '.11tydata.mjs', '.json'];

/** Reads the data that folders and layouts give to templates. */
export class DirectoryData {
  readonly #root: string;
  readonly #config: EleventyConfig;
  readonly #known = new Map<string, Values>();

  constructor(root: string, config: EleventyConfig) {
    this.#root = root;
    this.#config = config;
  }

  /** Returns the data of a template beside its front matter, by its path in the project. */
  of(file: string, frontMatter: Values): Values {
    const below = posix.relative(this.#config.input, file);
    const folders = posix.dirname(below) === '.' ? [] : posix.dirname(below).split('/');
    const paths = folders.map((name, index) => {
      const folder = posix.join(this.#config.input, ...folders.slice(0, index + 1));
      return posix.join(folder, name);
    });
    const whole = posix.basename(this.#config.input) || 'index';
    const own = file.replace(/\.[^./]+$/, '');
    const all = [posix.join(this.#config.input, whole), ...paths, own].map((path) =>
      this.#read(path),
    );
    const data = all.reduce<Values>(withTags, {});
    const layout = text(frontMatter['layout']) ?? text(data['layout']);
    return withTags(layout === undefined ? {} : this.#layout(layout), data);
  }

  #read(stem: string): Values {
    const known = this.#known.get(stem);
    if (known) return known;
    const values: Values = {};
    for (const ending of ENDINGS) {
      const file = `${stem}${ending}`;
      if (!existsSync(join(this.#root, file))) continue;
      const read = this.#config.modules.values(file);
      Object.assign(values, ending.endsWith('json') ? read : map(read['default']));
    }
    const lower = lowerKeys(values) as Values;
    this.#known.set(stem, lower);
    return lower;
  }

  /** The front matter of a layout, and of those that it is in. */
  #layout(name: string, depth = 0): Values {
    const { includes } = this.#config;
    const file = ['', '.njk', '.liquid', '.html']
      .map((ending) => join(this.#root, includes, name + ending))
      .find((path) => existsSync(path));
    if (file === undefined || depth > 5) return {};
    const { values } = readOldFile(name, readFileSync(file, 'utf8'));
    const outer = text(values['layout']);
    const own = { ...values, layout: undefined, title: undefined };
    return outer === undefined ? own : withTags(this.#layout(outer, depth + 1), own);
  }
}

/** Merges data; the tags of all are kept. */
function withTags(under: Values, over: Values): Values {
  const tags = [...texts(under['tags']), ...texts(over['tags'])];
  return { ...under, ...over, ...(tags.length > 0 && { tags }) };
}

/** Returns a source whose front matter is JavaScript or JSON with YAML of the same lines. */
export function withYaml(source: string): string {
  const [all, kind = '', block = ''] =
    /^---(js|javascript|json)[ \t]*\n([\s\S]*?)^---[ \t]*$/m.exec(source) ?? [];
  if (all === undefined || !source.startsWith(all)) return source;
  const values = kind === 'json' ? block.trim() : JSON.stringify(valuesOf(block));
  const lines = '\n'.repeat(Math.max(1, block.split('\n').length - values.split('\n').length));
  return `---\n${values}${lines}---${source.slice(all.length)}`;
}

/** Constants, or one object. */
function valuesOf(block: string): Values {
  try {
    const statements = parseAst(/^\s*\{/.test(block) ? `(${block.trim()})` : block).body;
    return statements.reduce<Values>((values, statement) => {
      const lookup = (name: string) => values[name];
      if (statement.type === 'ExpressionStatement')
        return { ...values, ...map(staticValue(statement.expression, lookup)) };
      const declared = statement.type === 'VariableDeclaration' ? statement.declarations : [];
      const named = declared.flatMap(({ id, init }): [string, unknown][] =>
        id.type === 'Identifier' && init ? [[id.name, staticValue(init, lookup)]] : [],
      );
      return { ...values, ...Object.fromEntries(named) };
    }, {});
  } catch {
    return {};
  }
}
