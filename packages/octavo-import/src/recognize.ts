import { dirname, extname, join } from 'node:path';
import { didYouMean } from 'octavo/internal/diagnostics/did-you-mean';
import { ImportError } from './import-error.ts';
import { Source } from './source.ts';
import type { System } from './system.ts';

/** A system that can be imported. */
export type Importable = System & Required<Pick<System, 'read'>>;

interface Recognized {
  system: System;
  certainty: number;
  /** `hugo.toml` */
  sign: string;
}

/** Returns the systems that a folder or file may be of, the most certain first. @internal For tests. */
export function recognize(source: Source, systems: readonly System[]): Recognized[] {
  return systems
    .flatMap((system): Recognized[] => {
      const signs = system.signs.filter(({ isIn }) => isIn(source));
      const [best] = signs.toSorted((a, b) => b.certainty - a.certainty);
      return best ? [{ system, certainty: best.certainty, sign: best.text }] : [];
    })
    .sort((a, b) => b.certainty - a.certainty);
}

/**
 * Returns the system of an old blog: the one that `--from` names, or the most certain.
 *
 * @param given The path as the user typed it.
 * @throws {ImportError} if there is none, or none that can be imported.
 */
export function systemOf(
  path: string,
  {
    given,
    from,
    systems,
  }: { given: string; from?: string | undefined; systems: readonly System[] },
): Importable {
  if (from !== undefined) return systemNamed(from, systems);
  const source = new Source(path);
  const [first, second] = recognize(source, systems);
  const isUnsure = !first || (first.certainty < SURE && blogBelow(source, systems) !== undefined);
  if (isUnsure) throw new ImportError(`${given}: ${describe(source, systems)}; ${known(systems)}`);
  const { system, sign } = first;
  if (second?.certainty === first.certainty)
    throw new ImportError(
      `${given}: ${system.name} (${sign}) or ${second.system.name} (${second.sign}); choose one by --from ${system.id} or --from ${second.system.id}`,
    );
  if (!isImportable(system))
    throw new ImportError(`${given}: a blog of ${system.name} (${sign}); ${known(systems)}`);
  return system;
}

/** A sign below this certainty gives way to a blog in a folder below. */
const SURE = 0.1;

function systemNamed(id: string, systems: readonly System[]): Importable {
  const system = systems.find((one) => one.id === id.toLowerCase());
  if (system && isImportable(system)) return system;
  const ids = systems.filter(isImportable).map((one) => one.id);
  const problem = system ? `${system.name} cannot be imported` : `unknown system ${id}`;
  throw new ImportError(`--from: ${problem}${didYouMean(id, ids)}; use ${ids.join(', ')}`);
}

function isImportable(system: System): system is Importable {
  return system.read !== undefined;
}

function known(systems: readonly System[]): string {
  const names = systems.filter(isImportable).map(({ name }) => name);
  return `blogs of ${new Intl.ListFormat('en').format(names)} can be imported`;
}

/** Returns a description of a folder or file that is no blog: `a ZIP archive; unpack it`. */
function describe(source: Source, systems: readonly System[]): string {
  return source.isFile ? describeFile(source, systems) : describeFolder(source, systems);
}

const FILES: Record<string, string> = {
  '.zip': 'a ZIP archive, to unpack first',
  '.gz': 'an archive, to unpack first',
  '.tgz': 'an archive, to unpack first',
  '.tar': 'an archive, to unpack first',
  '.json': 'a JSON file that is no export of a blog',
  '.md': 'a single Markdown file',
  '.markdown': 'a single Markdown file',
  '.html': 'a single HTML page',
  '.xml': 'an XML file that is no export of a blog',
};

function describeFile(source: Source, systems: readonly System[]): string {
  const folder = dirname(source.path);
  const [around] = recognize(new Source(folder), systems);
  const kind = /<(?:rss|feed)\b/.test(source.head())
    ? 'a feed, which has no more than the newest posts'
    : (FILES[extname(source.path).toLowerCase()] ?? 'a file that is no export of a blog');
  return around ? `${kind}, in a folder of ${around.system.name}: ${folder}` : kind;
}

function visibleNames({ names }: Source): string[] {
  return names.filter((name) => !name.startsWith('.') && name !== 'node_modules');
}

/** Names the folder below that is a blog. */
function blogBelow(source: Source, systems: readonly System[]): string | undefined {
  for (const name of source.isFile ? [] : visibleNames(source)) {
    const below = new Source(join(source.path, name));
    const [found] = below.isFile ? [] : recognize(below, systems);
    if (found && found.certainty >= SURE)
      return `no blog, but ${name}/ is one of ${found.system.name} (${found.sign})`;
  }
  return undefined;
}

/** Names the folder below that is a blog, or the files. */
function describeFolder(source: Source, systems: readonly System[]): string {
  const visible = visibleNames(source);
  if (visible.length === 0) return 'an empty folder';
  const below = blogBelow(source, systems);
  if (below !== undefined) return below;
  const shown = visible.slice(0, 5).join(', ');
  return `no blog; it has ${shown}${visible.length > 5 ? ` and ${visible.length - 5} more` : ''}`;
}
