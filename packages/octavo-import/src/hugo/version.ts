import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files that say by which Hugo a blog is built, the surest first. */
const FILES = [
  ...['.hugo-version', 'netlify.toml', '.github/workflows/*.{yml,yaml}', '.gitlab-ci.yml'],
  ...['wrangler.toml', 'vercel.json', '.tool-versions', 'mise.toml'],
];

/** `HUGO_VERSION = "0.147.6"`, `hugo-version: latest`, `hugo_extended_0.147.6`. */
const NAMED =
  /\b(?:go)?hugo(?:[-_]?version)?["']?[ \t:=_]*["']?(?:extended[-_])?v?(?:0\.(\d+)|(latest))/i;

/** The version of Hugo that a blog is built with, and where it is said. */
export interface HugoVersion {
  /** 147 of 0.147.6; infinite for the latest. */
  minor: number;
  file: string;
}

/** Returns the version of Hugo that the files of a blog ask for. */
export function hugoVersion(root: string): HugoVersion | undefined {
  for (const file of FILES.flatMap((one) => globSync(one, { cwd: root }).sort())) {
    const source = readFileSync(join(root, file), 'utf8');
    const [, minor, latest] =
      NAMED.exec(file === '.hugo-version' ? `hugo ${source}` : source) ?? [];
    if (latest !== undefined) return { minor: Infinity, file };
    if (minor !== undefined) return { minor: Number(minor), file };
  }
  return undefined;
}
