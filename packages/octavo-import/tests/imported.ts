import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../../tests/docs.ts';
import { folder } from '../../octavo/tests/helpers.ts';
import type { ImportedSite } from '../src/imported-site.ts';
import { buildSite } from '../src/site/build-site.ts';
import type { Importable } from '../src/recognize.ts';
import type { System } from '../src/system.ts';

const OPTIONS = { now: Date.UTC(2024, 6, 1), machineZone: 'UTC' };

/** Imports the blog of a system in a folder, as of 2024-07-01. */
function importedFrom({ read }: System, root: string): ImportedSite {
  return buildSite((read as Importable['read'])(root, OPTIONS), OPTIONS);
}

/** Imports the fixture of a system. */
export function importedFixture(system: System): ImportedSite {
  return importedFrom(system, join(repository, 'tests/fixtures', system.id));
}

/** Imports a blog of these files. */
export function importedFiles(system: System, files: Record<string, string>): ImportedSite {
  return importedFrom(system, folder(files));
}

/** Returns the URLs that a generator makes of its fixture: npm run old-addresses. */
export function madeAddresses({ id }: System): string[] {
  const list = readFileSync(join(repository, `tests/fixtures/${id}-addresses.txt`), 'utf8');
  return list.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** Returns the URLs that a generator makes and that the new site does not answer, and the reverse. */
export function differences({ addresses }: ImportedSite, made: readonly string[]) {
  const answers = new Map(addresses.map(({ from, to }) => [from, to]));
  return {
    dead: made.filter((path) => answers.get(path) === undefined),
    invented: [...answers.keys()].filter((path) => !made.includes(path)),
  };
}

/** Returns the text of a file of an imported blog; `path` is its end. */
export function fileOf({ files }: ImportedSite, path: string): string {
  const content = files.find((file) => file.path.endsWith(`/${path}`))?.content;
  return typeof content === 'string' ? content : `there is no ${path}`;
}

/** Returns the body of a file of an imported blog. */
export function bodyOf(site: ImportedSite, path: string): string {
  return fileOf(site, path)
    .replace(/^---\n[\s\S]*?\n---\n\n?/, '')
    .trimEnd();
}
