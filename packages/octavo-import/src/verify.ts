import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodePath } from 'octavo/internal/addresses/decode-path';
import type { OldAddress } from './imported-site.ts';
import { fileOf } from './redirects.ts';

/** The list of old addresses, relative to the project's folder. */
export const ADDRESSES = 'import-urls.txt';

/** Returns the list of old addresses as a text: what was, what answers, how, parted by tabs. */
export function addressList(addresses: readonly OldAddress[]): string {
  const lines = [...addresses]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, to, by, kind }) => [from, to ?? '-', by, kind].join('\t'));
  return `${lines.join('\n')}\n`;
}

/** Reads such a list. */
export function readAddressList(text: string): OldAddress[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [from = '', to, by, kind] = line.split('\t');
      return { from, to: to === '-' ? undefined : to, by, kind } as OldAddress;
    });
}

/** Returns a line for each old address that nothing answers in a built site; `folder` is its own. */
export function deadAddresses(
  folder: string,
  addresses: readonly OldAddress[],
  base: string,
): string[] {
  const rules = readRules(folder, base);
  return addresses.flatMap(({ from, kind }) => {
    const answer = answers(folder, from, rules, base, 0);
    if (answer === undefined) return [`${from} answers nothing`];
    if (kind === 'feed' && !/<(?:rss|feed)\b/.test(answer.slice(0, 2000)))
      return [`${from} was a feed, and is none`];
    return [];
  });
}

/** What stands at an address in the end, redirects followed. */
function answers(
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
    return to === undefined ? undefined : answers(folder, to, rules, base, hops + 1);
  }
  const text =
    /\.(?:html?|xml)$/.test(file) || !/\.\w+$/.test(file) ? readFileSync(file, 'utf8') : ' ';
  const target = /<meta http-equiv="refresh" content="0;\s*url=([^"]*)"/.exec(text)?.[1];
  if (target === undefined) return text;
  const to = decodePath(new URL(target.replaceAll('&amp;', '&'), 'https://x.example').pathname);
  return answers(folder, `/${to.slice(base.length)}`, rules, base, hops + 1);
}

function fileAt(folder: string, path: string): string | undefined {
  return [fileOf(path), path]
    .map((one) => join(folder, one))
    .find((file) => existsSync(file) && statSync(file).isFile());
}

/** The rules of `_redirects`, which Netlify and Cloudflare Pages keep to. */
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
