import { defineHastPlugin } from 'satteri';
import { site } from '../blog/settings.ts';
import { isRootRelative } from './addresses.ts';

/** The elements that lead or load, and their attributes that do so. */
const ADDRESSES: Record<string, string[]> = {
  a: ['href'],
  area: ['href'],
  img: ['src', 'srcSet'],
  source: ['src', 'srcSet'],
  audio: ['src'],
  video: ['src', 'poster'],
  track: ['src'],
  iframe: ['src'],
};

/** Root-relative addresses (`/about/`) get the base path of the site, in raw HTML too. */
export const basePath = defineHastPlugin({
  name: 'octavo:base-path',
  element: {
    filter: Object.keys(ADDRESSES),
    visit(node, ctx) {
      for (const attribute of ADDRESSES[node.tagName] ?? []) {
        const value = node.properties?.[attribute];
        if (typeof value !== 'string') continue;
        const based = attribute === 'srcSet' ? eachCandidate(value, withBase) : withBase(value);
        if (based !== value) ctx.setProperty(node, attribute, based);
      }
    },
  },
});

function withBase(address: string): string {
  return isRootRelative(address) ? site.base + address.slice(1) : address;
}

/** Returns the candidates of a `srcset` with the address of each changed. */
function eachCandidate(candidates: string, change: (address: string) => string): string {
  return candidates.replace(/(^|,\s*)([^\s,]+)/g, (_, before: string, address: string) => {
    return before + change(address);
  });
}
