import { kindOf } from 'octavo/internal/markdown/pictures/media';
import type { Conversion } from './conversion.ts';

/** Returns what a link's address becomes; `undefined` where it stays. Query and fragment are kept. */
export function linkAddress(address: string, { around }: Conversion): string | undefined {
  const [path, rest] = divided(address);
  if (path === '') return undefined;
  const found = around.link(path, rest) ?? (kindOf(path) && around.resource(path));
  return found === undefined ? undefined : found + rest;
}

/**
 * Returns what the address of a picture becomes; `undefined` where it stays. A fragment is no part
 * of a picture: `#center` tells PaperMod how to show it.
 */
export function pictureAddress(
  address: string,
  offset: number,
  conversion: Conversion,
): string | undefined {
  const [path] = divided(address);
  const isAsked = path !== '' && !path.startsWith('//') && !path.startsWith('data:');
  const found = isAsked ? conversion.around.resource(path) : undefined;
  if (found !== undefined) return found;
  if (path === '' || isElsewhere(address)) return undefined;
  conversion.note(offset, 'warning', `picture: ${address} not found in the old blog`);
  return /#\w+$/.test(address) ? path : undefined;
}

/** True for an address of another site, and for what carries its data itself. */
export function isElsewhere(address: string): boolean {
  return address.startsWith('//') || URL.canParse(address);
}

/** Parts an address before its query or fragment. */
function divided(address: string): [path: string, rest: string] {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  return [path, rest];
}

/** Returns the name of a file by its address, without its ending. */
export function fileName(address: string): string {
  return /([^/]*?)(?:\.\w+)?(?:[?#].*)?$/.exec(address)?.[1] ?? address;
}
