import { isReserved } from '../../blog/cross-checks.ts';
import type { OldAddress } from '../imported-site.ts';
import type { Note } from '../note.ts';
import type { OldAddresses } from './addresses.ts';
import type { OldPage } from './content.ts';
import { pathKey } from './links.ts';
import type { Placed } from './placing.ts';
import { texts } from './values.ts';

interface PageSources {
  placed: readonly Placed[];
  /** What a list or another page of the old blog leads to, with its aliases. */
  others: readonly { page: OldPage; from: string; to: string }[];
  addresses: OldAddresses;
  pattern: string;
}

/** The addresses of posts and pages, those that they had before among them. */
export interface PageAddresses {
  addresses: OldAddress[];
  /** For front matter: old addresses of posts, the oldest first. */
  aliases: Map<Placed, string[]>;
  notes: Note[];
}

/** Returns where posts and pages were, and what answers there; drafts were nowhere. */
export function pageAddresses(sources: PageSources): PageAddresses {
  const { placed, others, addresses, pattern } = sources;
  const made: PageAddresses = { addresses: [], aliases: new Map(), notes: [] };
  const owners = new Map(placed.map(({ url, page }) => [pathKey(url), page.file]));
  for (const one of placed) {
    const { data, page, oldUrl, url, collection } = one;
    const kind = collection === 'posts' ? 'post' : 'page';
    const aliases: string[] = [];
    made.aliases.set(one, aliases);
    if (oldUrl === url) add({ from: oldUrl, to: url, kind, by: 'same' }, one);
    else if (claim(oldUrl, page)) {
      if (kind === 'post') aliases.push(oldUrl);
      add({ from: oldUrl, to: url, kind, by: kind === 'post' ? 'alias' : 'page' }, one);
    }
    for (const from of aliasesOf(page, oldUrl)) {
      if (!claim(from, page)) continue;
      if (kind === 'post') aliases.push(from);
      add({ from, to: url, kind: 'alias', by: kind === 'post' ? 'alias' : 'page' }, one);
    }
    void data;
  }
  for (const { page, from, to } of others)
    for (const alias of aliasesOf(page, from))
      if (claim(alias, page)) made.addresses.push({ from: alias, to, kind: 'alias', by: 'page' });
  return made;

  function add(address: OldAddress, { data }: Placed): void {
    if (!data.draft) made.addresses.push(address);
  }

  function aliasesOf(page: OldPage, from: string): string[] {
    const written = texts(page.source.values['aliases']);
    return written.filter((one) => !/^https?:/.test(one)).map((one) => addresses.alias(one, from));
  }

  /** True where an old address is free; what is told otherwise is told of its page. */
  function claim(from: string, page: OldPage): boolean {
    const key = pathKey(from);
    const owner = isReserved(key, pattern) ? 'a page of Octavo itself' : owners.get(key);
    owners.set(key, owner ?? page.file);
    if (owner === undefined) return true;
    if (owner === page.file) return false;
    const message = `aliases: ${from} is the address of ${owner} too; it is left out`;
    made.notes.push({
      file: page.file,
      line: page.source.lineOf('aliases'),
      severity: 'warning',
      message,
    });
    return false;
  }
}

/** Returns an alias as front matter has it: signs that mean something else in an address escaped. */
export function writtenAlias(path: string): string {
  return path.replace(/[%#?\\\s]/g, (sign) => encodeURIComponent(sign));
}
