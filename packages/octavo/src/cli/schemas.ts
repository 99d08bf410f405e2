import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMap, parseDocument, stringify } from 'yaml';
import { COLLECTIONS } from '../content/content-file.ts';
import { decapCms } from '../editors/decap-cms.ts';
import { formCollections } from '../editors/form-collections.ts';
import { frontMatterSchema } from '../editors/front-matter-schemas.ts';
import { pagesCms } from '../editors/pages-cms.ts';
import { positionIn } from '../diagnostics/position-in.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { loadBlog } from './load-blog.ts';

/** The options of `octavo schemas`. */
export interface SchemasOptions {
  pagesCms?: boolean;
  decap?: boolean;
}

/** Writes the JSON schemas of front matter for editors, and configurations of editors in the browser. */
export async function schemas(options: SchemasOptions): Promise<void> {
  const context = await loadBlog();
  const write = (path: string, textOf: (old: string, path: string) => string) => {
    const file = join(context.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, textOf(existsSync(file) ? readFileSync(file, 'utf8') : '', path));
    console.log(path);
  };
  for (const name of COLLECTIONS) {
    const schema = frontMatterSchema(name, context.extensions.frontMatter);
    const path = `.vscode/front-matter/${name}.schema.json`;
    write(path, () => `${JSON.stringify(schema, null, 2)}\n`);
  }
  const collections = formCollections(context);
  if (options.pagesCms)
    write('.pages.yml', (old, path) => {
      return updated(old, pagesCms(collections), { path, key: 'content' });
    });
  if (options.decap) {
    const config = decapCms(collections, context.settings);
    write('public/admin/config.yml', (old, path) => {
      return updated(old, config, { path, key: 'collections' });
    });
  }
}

/**
 * Returns a configuration as YAML: a new one, or the old one in which the owner edited all but a key.
 *
 * @throws {UsageError} if the old one, at `path`, is not a mapping in YAML.
 */
export function updated(
  old: string,
  config: Record<string, unknown>,
  { path, key }: { path: string; key: string },
): string {
  const document = parseDocument(old.trim() === '' ? stringify(config) : old, {
    prettyErrors: false,
  });
  const [error] = document.errors;
  if (error || (document.contents && !isMap(document.contents))) {
    const { line, column } = positionIn(old, error?.pos[0] ?? 0);
    const message = error?.message ?? 'not a mapping of keys to values';
    throw new UsageError(`${path}:${line}:${column}  YAML: ${message}; fix or delete the file`);
  }
  document.set(key, document.createNode(config[key], { aliasDuplicateObjects: false }));
  return document.toString({ lineWidth: 0 });
}
