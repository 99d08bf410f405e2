import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { repository } from '../../docs.ts';
import type { Article } from '../articles.ts';
import type { Contender, ContenderName } from '../builds/contender.ts';
import type { Command } from '../builds/measured-run.ts';

/** A blog of another theme or generator, which is installed once. */
export interface Peer {
  /** The repository of the theme and the tag that is cloned. */
  clone?: { url: string; tag: string; into: string };
  /** The folder with the other files of the blog, in `tests/fixtures/peers/`. */
  files?: string;
  /** The example posts of the theme, as patterns. */
  remove?: readonly string[];
  /** The folder of the generated posts. */
  posts: string;
  /** The folder of their URLs, which has their index: `blog/`. By default they are in `posts/`, and `/` is the index. */
  path?: string;
  frontMatter: (article: Article) => Record<string, unknown>;
  command: Pick<Command, 'program' | 'args'>;
  output: string;
  caches: readonly string[];
}

const STAMP = '.installed';
const folderOf = (name: ContenderName) => join(repository, '.cache/peers', name);

/**
 * Installs a blog into `.cache/peers/`, unless it is there.
 *
 * @throws if its packages or its theme cannot be downloaded.
 */
export function install(name: ContenderName, { clone, files, remove = [] }: Peer): void {
  const folder = folderOf(name);
  if (existsSync(join(folder, STAMP))) return;
  if (clone && !existsSync(join(folder, clone.into))) {
    const options = ['--quiet', '--depth', '1', '-c', 'advice.detachedHead=false'];
    const target = join(folder, clone.into);
    run('git', ['clone', ...options, '--branch', clone.tag, clone.url, target], repository);
  }
  if (files) cpSync(join(repository, 'tests/fixtures/peers', files), folder, { recursive: true });
  for (const path of globSync(remove, { cwd: folder }))
    rmSync(join(folder, path), { recursive: true, force: true });
  if (existsSync(join(folder, 'package.json')))
    run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  writeFileSync(join(folder, STAMP), '');
}

/** Returns an installed blog with the given posts. */
export function installedPeer(
  name: ContenderName,
  { posts, frontMatter, command, output, caches }: Peer,
  all: readonly Article[],
): Contender {
  const folder = folderOf(name);
  const fileOf = ({ slug }: Article) => join(folder, posts, `${slug}.md`);
  const write = (article: Article) =>
    writeFileSync(
      fileOf(article),
      `---\n${stringify(frontMatter(article))}---\n\n${article.text}\n`,
    );
  rmSync(join(folder, posts), { recursive: true, force: true });
  mkdirSync(join(folder, posts), { recursive: true });
  all.forEach(write);
  return {
    ...{ name, folder, write, output: join(folder, output) },
    command: { ...command, folder, environment: { ASTRO_TELEMETRY_DISABLED: '1' } },
    clean: () => {
      for (const path of [output, ...caches])
        rmSync(join(folder, path), { recursive: true, force: true });
    },
    remove: (article) => rmSync(fileOf(article), { force: true }),
    configure: () => {
      throw new Error(`${name}: only posts can be changed`);
    },
  };
}

function run(program: string, args: readonly string[], cwd: string): void {
  execFileSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
}
