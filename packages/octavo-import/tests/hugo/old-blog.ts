import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importHugo } from '../../src/hugo/import-hugo.ts';
import type { ImportedSite } from '../../src/imported-site.ts';
import { folder } from '../../../octavo/tests/helpers.ts';

const CONFIG =
  'baseURL: https://old.example/\ntitle: Old\nparams: { author: Ada, description: Old things. }\n';

/** Writes a Hugo blog of these files into a new folder; returns its path. */
export function oldBlog(files: Record<string, string | Uint8Array>, config = CONFIG): string {
  const texts = Object.entries(files).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const empty = Object.keys(files).map((path): [string, string] => [path, '']);
  const root = folder(Object.fromEntries([['hugo.yaml', config], ...empty, ...texts]));
  for (const [path, bytes] of Object.entries(files))
    if (typeof bytes !== 'string') writeFileSync(join(root, path), bytes);
  return root;
}

/** Imports a blog as of 2024-01-01, on a machine in UTC. */
export function importOf(root: string): ImportedSite {
  return importHugo(root, { now: Date.UTC(2024, 0, 1), machineZone: 'UTC' });
}

/** Imports a Hugo blog of these files. */
export function imported(
  files: Record<string, string | Uint8Array>,
  config?: string,
): ImportedSite {
  return importOf(oldBlog(files, config));
}

/** Returns the text of a file of an imported blog. */
export function fileOf({ files }: ImportedSite, path: string): string {
  const content = files.find((file) => file.path === path)?.content;
  if (typeof content !== 'string')
    throw new Error(`there is no text ${path} among ${files.map((file) => file.path).join(', ')}`);
  return content;
}

/** Returns what is messages, as `content/posts/x.md:3 warning: …`, what is merely to know left out. */
export function messages({ diagnostics }: ImportedSite): string[] {
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ file, line, severity, message }) => `${file}:${line} ${severity}: ${message}`)
    .sort();
}

/** Returns a post with this front matter in YAML. */
export function oldPost(yaml: string, text = 'Text.'): string {
  return `---\n${yaml}\n---\n${text}\n`;
}
