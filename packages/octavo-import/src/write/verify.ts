import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodePath } from 'octavo/internal/addresses/decode-path';
import type { OldAddress } from '../imported-site.ts';
import { fileOf } from './redirects.ts';

/** The list of old URLs, relative to the blog's root folder. */
export const ADDRESSES = 'import-urls.txt';

/** Formats the list of old URLs: old path, new path, mechanism and kind, separated by tabs. */
export function addressList(addresses: readonly OldAddress[]): string {
  const lines = [...addresses]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, to, by, kind }) => [from, to ?? '-', by, kind].join('\t'));
  return `${lines.join('\n')}\n`;
}

/** Parses the list of old URLs. */
export function readAddressList(text: string): OldAddress[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [from = '', to, by, kind] = line.split('\t');
      return { from, to: to === '-' ? undefined : to, by, kind } as OldAddress;
    });
}

/** Returns a line for each old URL that is not found in the built site in `folder`. */
export function deadUrls(folder: string, addresses: readonly OldAddress[], base: string): string[] {
  const rules = readRules(folder, base);
  return addresses.flatMap(({ from, kind }) => {
    const answer = resolve(folder, from, rules, base, 0);
    if (answer === undefined) return [`${from} not found`];
    if (kind === 'feed' && !/<(?:rss|feed)\b/.test(answer.slice(0, 2000)))
      return [`${from} is no longer a feed`];
    return [];
  });
}

/** Returns the file at a URL after redirects. */
function resolve(
  folder: string,
  path: string,
  rules: ReadonlyMap<string, string>,
  base: string,
  hops: number,
): string | undefined {
  if (hops > 5) return undefined;
  const file = fileAt(folder, path);
  if (file === undefined) {
    const to = rules.get(path) ?? rules.get(path.replace(/\/$/, ''));
    return to === undefined ? undefined : resolve(folder, to, rules, base, hops + 1);
  }
  const text =
    /\.(?:html?|xml|rss|atom|rdf)$/.test(file) || !/\.\w+$/.test(file)
      ? readFileSync(file, 'utf8')
      : ' ';
  const target = /<meta http-equiv="refresh" content="0;\s*url=([^"]*)"/.exec(text)?.[1];
  if (target === undefined) return text;
  const to = decodePath(new URL(target.replaceAll('&amp;', '&'), 'https://x.example').pathname);
  return resolve(folder, `/${to.slice(base.length)}`, rules, base, hops + 1);
}

function fileAt(folder: string, path: string): string | undefined {
  return [fileOf(path), path]
    .map((one) => join(folder, one))
    .find((file) => existsSync(file) && statSync(file).isFile());
}

/** Parses the rules of `_redirects`, as Netlify and Cloudflare Pages do. */
function readRules(folder: string, base: string): Map<string, string> {
  const file = join(folder, '_redirects');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const path = (written: string) => `/${decodePath(written).slice(base.length)}`;
  const rules = text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/));
  return new Map(rules.map(([from = '', to = '']) => [path(from), path(to)]));
}
