import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Returns why a blog cannot be created in a folder. A folder with only `.git` counts as empty. */
export function folderError(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory()) return 'is not a folder';
  return contents(folder).length > 0 ? 'is not empty; choose another folder' : undefined;
}

/** Writes files into an empty or a new folder; returns a function that removes what is new in it. */
export function writeFolder(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): () => void {
  const created = mkdirSync(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return () => {
    const paths = created ? [created] : contents(folder).map((name) => join(folder, name));
    for (const path of paths) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  };
}

function contents(folder: string): string[] {
  return readdirSync(folder).filter((name) => name !== '.git');
}
