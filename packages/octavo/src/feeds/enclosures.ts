import { lookup } from 'mrmime';
import { htmlToHast } from 'satteri';
import { pathOf } from '../markdown/links/urls.ts';
import { attribute, find } from '../markdown/tree.ts';

/** Returns the addresses of the sounds and videos of an article, in order, each once. */
export function mediaAddresses(html: string): string[] {
  // Few articles have any, and reading HTML takes time.
  if (!/<(?:audio|video)\b/.test(html)) return [];
  const players = find(htmlToHast(html, { fragment: true }), 'audio', 'video');
  const sources = players.flatMap((player) => [player, ...find(player, 'source')]);
  return [...new Set(sources.flatMap((one) => attribute(one, 'src') ?? []))];
}

/** Returns the media type of a sound or video by the ending of its address. */
export function mediaType(address: string): string | undefined {
  const type = lookup(pathOf(address));
  return type && /^(?:audio|video)\//.test(type) ? type : undefined;
}
