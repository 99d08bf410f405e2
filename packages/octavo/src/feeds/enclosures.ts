import { htmlToHast } from 'satteri';
import { attribute, find } from '../markdown/tree.ts';

const TYPES: Record<string, string> = {
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  webm: 'video/webm',
};

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
  const [, ending = ''] = /\.(\w+)(?:[?#].*)?$/.exec(address) ?? [];
  return TYPES[ending.toLowerCase()];
}
