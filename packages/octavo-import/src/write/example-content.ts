import { existsSync, globSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathFrom } from 'octavo/internal/file-path';
import { isStarterFile } from 'create-octavo/starter-content';
import { digestOf, type Digests } from './plan.ts';

/** Where the list of the example content stands, relative to the project's folder. */
export const EXAMPLES = 'src/content/examples.json';
/** The settings, which are an example too until they are an author's. */
export const SETTINGS = 'src/site.config.ts';

/** Returns the digest of each file of the content and of the settings, in the order of their paths. */
export function digests(root: string): Digests {
  const content = globSync('src/content/**/*', { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => pathFrom(root, join(entry.parentPath, entry.name)));
  const paths = [SETTINGS, ...content].filter((path) => path !== EXAMPLES).sort();
  return Object.fromEntries(paths.map((path) => [path, digestOf({ copyOf: join(root, path) })]));
}

/** Returns the list of the example content, or `undefined` if there is none. @internal For tests. */
export function readExamples(root: string): Digests | undefined {
  const file = join(root, EXAMPLES);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Digests) : undefined;
}

/**
 * Returns the content and settings of a blog that are not yet its owner's: unedited examples of
 * the list, and unedited files of `create-octavo`.
 */
export function placeholderContent(root: string) {
  const found = digests(root);
  const examples = readExamples(root) ?? {};
  const isPlaceholder = (path: string) =>
    examples[path] === found[path] || isStarterFile(root, path);
  const paths = Object.keys(found).filter((path) => path !== SETTINGS);
  const placeholders = paths.filter(isPlaceholder);
  return {
    paths: placeholders,
    /** True where there is no other content. */
    isAll: placeholders.length > 0 && placeholders.length === paths.length,
    /** True where the settings are as they were. */
    settings: isPlaceholder(SETTINGS),
  };
}

/** Takes files away, and the folders of the content that are empty then. */
export function remove(root: string, paths: readonly string[]): void {
  for (const path of paths) {
    rmSync(join(root, path), { force: true });
    removeEmpty(root, dirname(path));
  }
}

function removeEmpty(root: string, folder: string): void {
  if (!folder.startsWith('src/content/')) return;
  try {
    rmdirSync(join(root, folder));
    removeEmpty(root, dirname(folder));
  } catch {
    // There is something in it.
  }
}
