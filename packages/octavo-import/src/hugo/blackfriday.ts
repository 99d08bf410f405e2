import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HugoConfig } from './config.ts';
import { at, text } from '../old/values.ts';

/** When Hugo 0.60 came, which reads Markdown by Goldmark. */
const GOLDMARK = Date.UTC(2019, 10, 27);

/**
 * Returns why a blog is one that Blackfriday read, Hugo's Markdown before 0.60, which kept raw
 * HTML; `undefined` where Goldmark reads it. `newest` is the time of its last post.
 */
export function readByBlackfriday(
  root: string,
  { values }: HugoConfig,
  newest: number,
): string | undefined {
  if (text(at(values, 'markup', 'defaultmarkdownhandler')) === 'blackfriday')
    return 'markup.defaultMarkdownHandler says so';
  if (at(values, 'markup', 'goldmark') !== undefined) return undefined;
  const version = versionAt(root);
  if (version !== undefined)
    return version < 60 ? `netlify.toml asks for Hugo 0.${version}` : undefined;
  if (values['blackfriday'] !== undefined) return 'it has settings for it';
  return newest < GOLDMARK ? 'its last post is from before 2019-11-27' : undefined;
}

/** The second part of the version of Hugo that a blog is built with: 55 of 0.55.6. */
function versionAt(root: string): number | undefined {
  const file = join(root, 'netlify.toml');
  if (!existsSync(file)) return undefined;
  const [, minor] = /HUGO_VERSION"?\s*=\s*["']v?0\.(\d+)/.exec(readFileSync(file, 'utf8')) ?? [];
  return minor === undefined ? undefined : Number(minor);
}
