import type { HugoConfig } from './config.ts';
import { at, text } from '../old/values.ts';
import type { HugoVersion } from './version.ts';

/** When Hugo 0.60 came, which reads Markdown by Goldmark. */
const GOLDMARK = Date.UTC(2019, 10, 27);

/**
 * Returns why a blog is one that Blackfriday read, Hugo's Markdown before 0.60, which kept raw
 * HTML; `undefined` where Goldmark reads it. `newest` is the time of its last post.
 */
export function readByBlackfriday(
  version: HugoVersion | undefined,
  { values }: HugoConfig,
  newest: number,
): string | undefined {
  if (text(at(values, 'markup', 'defaultmarkdownhandler')) === 'blackfriday')
    return 'markup.defaultMarkdownHandler says so';
  if (at(values, 'markup', 'goldmark') !== undefined) return undefined;
  if (version)
    return version.minor < 60 ? `${version.file} asks for Hugo 0.${version.minor}` : undefined;
  if (values['blackfriday'] !== undefined) return 'it has settings for it';
  return newest < GOLDMARK ? 'its last post is from before 2019-11-27' : undefined;
}
