export { decodePath } from '../../addresses/decode-path.ts';

/** True for a path of this site: `/about/`, and not `//example.com/`. */
export function isRootRelative(address: string): boolean {
  return /^\/(?!\/)/.test(address);
}
