import type { Settings } from '../../settings/settings.ts';
import { absolute } from '../../addresses/urls.ts';
import { decodePath } from '../../addresses/decode-path.ts';
import { isRootRelative, markdownFile, projectPath } from './urls.ts';
import { fileOf, kindOf } from '../pictures/media.ts';

/** Where an address is written. */
interface Place {
  /** The file, relative to the project's folder. */
  path: string;
  /** The path of its page, below the base path of the site. */
  url: string;
}

/** What a site has at its paths. */
interface Known {
  /** Returns the path of the page of a content file, in the same way. */
  page: (path: string) => string | undefined;
  /** Returns the address of a picture, video or sound by its file. */
  media: (path: string) => Promise<string | undefined>;
}

/**
 * Returns a URL that an author wrote as an absolute one, for a reader elsewhere: files of the
 * content become their pages.
 */
export async function wholeAddress(
  address: string,
  place: Place,
  known: Known,
  settings: Pick<Settings, 'origin' | 'base'>,
): Promise<string> {
  if (/^(?:\/\/|$)/.test(address) || URL.canParse(address)) return address;
  const link = markdownFile(address);
  const page = link && known.page(projectPath(decodePath(link.file), place.path));
  if (page !== undefined) return absolute(page, settings) + link!.rest;
  const media = kindOf(address) && fileOf(address, place.path);
  const published = media === undefined ? undefined : await known.media(media);
  if (published !== undefined) return new URL(published, settings.origin).href;
  const from = absolute(place.url, settings);
  const url = URL.parse(isRootRelative(address) ? settings.base + address.slice(1) : address, from);
  return url?.href ?? address;
}
