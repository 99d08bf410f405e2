import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Where the list of the example content stands, relative to the project's folder. */
export const EXAMPLES = 'src/content/examples.json';
/** The settings, which are an example too until they are an author's. */
export const SETTINGS = 'src/site.config.ts';

/** Files by their path relative to the project's folder, each with a digest of what is in it. */
export type Digests = Record<string, string>;

/** Returns the digest of each file of the content and of the settings, in the order of their paths. */
export function digests(root: string): Digests {
  const content = globSync('src/content/**/*', { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length))
    .map((path) => path.replaceAll(sep, '/'));
  const paths = [SETTINGS, ...content].filter((path) => path !== EXAMPLES).sort();
  return Object.fromEntries(paths.map((path) => [path, digest(join(root, path))]));
}

/** Returns the list of the example content, or `undefined` where there is none any more. */
export function readExamples(root: string): Digests | undefined {
  const file = join(root, EXAMPLES);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Digests) : undefined;
}

/** Returns which files of the content are the example's, and which are an author's own. */
export function sortContent(found: Digests, examples: Digests) {
  const paths = Object.keys(found).filter((path) => path !== SETTINGS);
  const isExample = (path: string) => examples[path] === found[path];
  return {
    examples: paths.filter(isExample),
    own: paths.filter((path) => !isExample(path)),
    /** Whether the settings are as they were. */
    settings: isExample(SETTINGS),
  };
}

/** Takes files away, and the folders of the content that are empty then. */
export function remove(root: string, paths: readonly string[]): void {
  for (const path of paths) {
    rmSync(join(root, path), { force: true });
    removeEmpty(root, dirname(path));
  }
}

/** Returns a text without the paragraphs that link to one of these files. */
export function withoutParagraphsAbout(text: string, paths: readonly string[]): string {
  const paragraphs = text.split(/(?:\r?\n){2,}/);
  const gone = paragraphs.filter((paragraph) =>
    paths.some((path) => paragraph.includes(`](${path}`)),
  );
  return gone.reduce(
    (rest, paragraph) => rest.replace(new RegExp(`${RegExp.escape(paragraph)}(?:\\r?\\n)*`), ''),
    text,
  );
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

/** The same whatever ends a line, which git may change. */
function digest(file: string): string {
  const text = readFileSync(file, 'latin1').replaceAll('\r\n', '\n');
  return createHash('sha256').update(text, 'latin1').digest('base64url');
}
