import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { post } from '../../posts.ts';
import type { Article } from '../articles.ts';
import type { Contender } from './contender.ts';

const THEME = fileURLToPath(new URL('../hugo', import.meta.url));

/** Returns the version of the Hugo that is installed, or `undefined` where there is none. */
export function hugoVersion(): string | undefined {
  const { stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return /\bv(\d[\d.]*)/.exec(stdout ?? '')?.[1];
}

/** Returns a site for Hugo, with the theme beside this folder, in the folder of that path. */
export function hugo(folder: string, all: readonly Article[]): Contender {
  const posts = join(folder, 'content', 'posts');
  const config = join(folder, 'hugo.toml');
  const write = ({ slug, title, date, tags, text }: Article) =>
    writeFileSync(join(posts, `${slug}.md`), post({ title, date, tags }, text));
  rmSync(folder, { recursive: true, force: true });
  cpSync(THEME, folder, { recursive: true });
  mkdirSync(posts, { recursive: true });
  all.forEach(write);
  return {
    ...{ name: 'hugo', folder, write, output: join(folder, 'public') },
    command: {
      ...{ program: 'hugo', args: ['--quiet'], folder },
      environment: { HUGO_CACHEDIR: join(folder, 'cache') },
    },
    clean: () => {
      for (const made of ['public', 'resources', 'cache', '.hugo_build.lock'])
        rmSync(join(folder, made), { recursive: true, force: true });
    },
    remove: ({ slug }) => rmSync(join(posts, `${slug}.md`), { force: true }),
    configure: (description) =>
      writeFileSync(
        config,
        readFileSync(config, 'utf8').replace(/description = .*/, `description = '${description}'`),
      ),
  };
}
