import type { Settings } from '../../settings/settings.ts';
import { absolute } from '../../addresses/urls.ts';
import { isRootRelative } from './urls.ts';
import { fileOf, kindOf } from '../pictures/media.ts';

/** Where an address is written. */
interface Place {
  /** The file, relative to the project's folder. */
  path: string;
  /** The path of its page, below the base path of the site. */
  url: string;
}

/**
 * Returns a URL that an author wrote as an absolute one, for a reader elsewhere; `mediaUrl` returns the
 * URL of a picture, video or sound by its file.
 */
export async function wholeAddress(
  address: string,
  place: Place,
  mediaUrl: (path: string) => Promise<string | undefined>,
  settings: Pick<Settings, 'origin' | 'base'>,
): Promise<string> {
  if (/^(?:\/\/|$)/.test(address) || URL.canParse(address)) return address;
  const media = kindOf(address) && fileOf(address, place.path);
  const published = media === undefined ? undefined : await mediaUrl(media);
  if (published !== undefined) return new URL(published, settings.origin).href;
  const from = absolute(place.url, settings);
  const url = URL.parse(isRootRelative(address) ? settings.base + address.slice(1) : address, from);
  return url?.href ?? address;
}
