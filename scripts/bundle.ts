// Makes the bundle that packages/octavo carries, from the starter, and its patterns: node scripts/bundle.ts
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  placeholders,
  shippedFile,
  STARTER,
  type ShippedBundle,
} from '../packages/octavo/src/build/shipped-bundle.ts';
import { codeDigest } from '../packages/octavo/src/build/engine-digest.ts';
import { engineRoutes } from '../packages/octavo/src/content/read-owner-routes.ts';
import type { Context } from '../packages/octavo/src/settings/context.ts';
import { patternsFile } from '../packages/octavo/src/markdown/code/highlighter.ts';
import { parseSettings } from '../packages/octavo/src/settings/settings.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const SETTINGS = {
  title: 'Starter',
  description: 'A blog without code of its own.',
  url: STARTER.origin + STARTER.base,
  author: 'author',
  // A blog without them leaves out their routes.
  ...{ notes: {}, blogroll: 'src/blogs.yaml' },
};

if (import.meta.main)
  makeBundle(join(repository, 'packages/octavo'), join(repository, '.cache/starter'));

/** Makes the bundle and the patterns of an engine, in its folder; `starter` is a folder for a blog. */
export function makeBundle(engine: string, starter: string): void {
  const context: Context = {
    ...{ root: join(starter, sep), mode: 'build', now: 0, settings: parseSettings(SETTINGS) },
  };
  const sources = join(engine, 'src', sep);
  const key = codeDigest(sources);
  const file = shippedFile(sources);
  const isMade = [file, patternsFile(sources)].every((path) => existsSync(path));
  if (isMade && (JSON.parse(readFileSync(file, 'utf8')) as ShippedBundle).key === key) return;
  runNode([join(repository, 'scripts/patterns.ts'), patternsFile(sources)], repository);
  build(starter, engine);
  const bundle = join(starter, '.cache/octavo/bundle');
  const values = placeholders(context, sources);
  const files = globSync('**/*.*', { cwd: bundle }).map((path) => {
    const source = readFileSync(join(bundle, path), 'utf8');
    const text = values.reduce((all, [name, value]) => all.replaceAll(value, name), source);
    for (const folder of [repository, engine, starter])
      if (text.includes(folder)) {
        const [found] = text.slice(text.indexOf(folder)).split('"');
        throw new Error(`${path} contains ${found}, for which there is no placeholder`);
      }
    return [path, text];
  });
  const routes = engineRoutes(context).map(({ pattern }) => pattern);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ key, routes, files: Object.fromEntries(files) }));
}

function build(starter: string, engine: string): void {
  rmSync(starter, { recursive: true, force: true });
  cpSync(join(repository, 'packages/create-octavo/template'), starter, { recursive: true });
  mkdirSync(join(starter, 'node_modules'), { recursive: true });
  symlinkSync(engine, join(starter, 'node_modules/octavo'), 'junction');
  for (const part of ['content', 'styles']) rmSync(join(starter, 'src', part), { recursive: true });
  const files = {
    'src/site.config.ts': `export default ${JSON.stringify(SETTINGS)};\nexport const frontMatter = { posts: {}, pages: {}, authors: {} };\n`,
    'src/blogs.yaml': '- title: A\n  url: https://example.com/\n',
    'src/content/authors/author.md': '---\nname: Author\n---\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(starter, path)), { recursive: true });
    writeFileSync(join(starter, path), text);
  }
  runNode([join(engine, 'bin/octavo.mjs'), 'build'], starter);
}

function runNode(args: readonly string[], cwd: string): void {
  // Astro would put the value that shells set into the bundle.
  const env = { ...process.env, _: undefined };
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed in ${cwd}:\n${stderr}`);
}
