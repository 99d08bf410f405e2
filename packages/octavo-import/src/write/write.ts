import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { ImportError } from '../import-error.ts';
import { digestOf, MANIFEST, requireInside, type Digests, type Plan } from './plan.ts';

/** Returns what an earlier import wrote; nothing where there was none. */
export function readManifest(root: string): Digests {
  const file = join(root, MANIFEST);
  if (!existsSync(file)) return {};
  return (JSON.parse(readFileSync(file, 'utf8')) as { files: Digests }).files;
}

/** Does what a plan says, and writes down what was written. */
export function carryOut(
  root: string,
  plan: Plan,
  written: Digests,
  progress?: (done: number) => void,
): void {
  const real = realpathSync(root);
  const stale = new Set(plan.stale);
  const digests: Digests = Object.fromEntries(
    Object.entries(written).filter(([path]) => !stale.has(path)),
  );
  plan.write.forEach(({ path, content }, index) => {
    const file = placeFor(real, path);
    if (typeof content === 'string') writeFileSync(file, content);
    else copyFileSync(content.copyOf, file);
    digests[path] = digestOf(content);
    progress?.(index + 1);
  });
  for (const path of plan.stale) {
    rmSync(placeFor(real, path));
    removeEmpty(real, dirname(path));
  }
  const sorted = Object.fromEntries(Object.entries(digests).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(placeFor(real, MANIFEST), `${JSON.stringify({ files: sorted }, null, 2)}\n`);
}

/** Makes the folder of a file; a symbolic link must not lead out of the project. */
function placeFor(root: string, path: string): string {
  requireInside(path);
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  const folder = realpathSync(dirname(file));
  if (folder !== root && !folder.startsWith(root + sep))
    throw new ImportError(`${path} lies outside of the project, behind a symbolic link`);
  return file;
}

function removeEmpty(root: string, folder: string): void {
  if (['src/content', 'public', '.', 'src'].includes(folder)) return;
  try {
    rmdirSync(join(root, folder));
    removeEmpty(root, dirname(folder));
  } catch {
    // There is something in it.
  }
}
