import { LOCK, type LockEntry } from '../../addresses/lock/lock.ts';
import type { PostData, SourceFile } from '../../content/content-file.ts';
import { pathKey } from '../../addresses/path-key.ts';
import { ownRedirects } from '../../redirects/redirect-rules.ts';
import { slugify } from '../../addresses/slug.ts';
import type { FindingInFile } from '../../markdown/text-check.ts';
import type { Check, WholeSite } from '../check.ts';
import { hasAddress, publishedAddresses } from '../published-addresses.ts';
import { recogniser } from '../../addresses/lock/recognize.ts';
import { standing } from '../taken-addresses.ts';
import { aliasLine, withAlias } from './with-alias.ts';

/** An address that was published once is still there, leads on, or was taken away on purpose. */
export const permalinkLost: Check = {
  id: 'permalink-lost',
  severity: 'error',
  about: 'an address of `permalinks.lock` that leads nowhere now',
  fixes: 'adds the alias to the post or page that it belonged to',
  ofSite: (site) => {
    const lost = lostEntries(site);
    if (lost.length === 0) return [];
    const ownerOf = owners(site);
    const hidden = hiddenFiles(site.sources, site.now);
    return lost.flatMap((entry) => {
      const owner = ownerOf(entry);
      if (owner === 'unclear') return [];
      if (!owner) return [nobodys(entry)];
      const finding = findingIn(owner, entry, site.now);
      // Where a draft has the address, an alias would be in its way.
      return [{ file: owner, ...finding, ...(hidden.has(entry.key) && { fix: undefined }) }];
    });
  },
};

function lostEntries(site: WholeSite): LockEntry[] {
  const { lock, sources, settings, text, now } = site;
  if (!lock) return [];
  const there = publishedAddresses(sources, now);
  const missing = lock.entries.filter(({ key, isGone }) => !isGone && !there.has(key));
  if (missing.length === 0) return [];
  const stands = standing(site);
  const leadsOn = ownRedirects(text('public/_redirects') ?? '', settings);
  return missing.filter(({ key }) => stands(key) === undefined && !leadsOn(key));
}

/**
 * Returns what finds the file that an address belonged to. It is unclear where that may be a file
 * whose front matter does not hold: what is wrong there is told, and may be all that is.
 */
function owners({ sources, lock, now }: WholeSite) {
  const files = sources.filter(({ collection }) => collection !== 'authors');
  const published = new Set(lock!.entries.map(({ key }) => key));
  const find = recogniser(
    files.map((of) => ({
      of,
      text: of.body,
      title: String(of.frontMatter.data['title'] ?? ''),
      isOld: of.file !== undefined && published.has(pathKey(of.file.url)),
    })),
  );
  const hidden = hiddenFiles(files, now);
  const names = new Set(files.filter(({ file }) => !file).map(({ id }) => nameOf(id)));
  return ({ key, fingerprint }: LockEntry): SourceFile | 'unclear' | undefined => {
    const owner = (fingerprint && find(fingerprint)) ?? hidden.get(key);
    const isUnclear = owner ? !owner.file : names.has(nameOf(key.replace(/\/$/, '')));
    return isUnclear ? 'unclear' : owner;
  };
}

/** Returns what has an address of its own and is not published, by that address. */
function hiddenFiles(files: readonly SourceFile[], now: number): Map<string, SourceFile> {
  const hidden = files.filter((one) => one.file && !hasAddress(one, now));
  return new Map(hidden.map((one) => [pathKey(one.file!.url), one]));
}

function nameOf(path: string): string {
  return slugify(path.slice(path.lastIndexOf('/') + 1));
}

function findingIn(owner: SourceFile, { url, line }: LockEntry, now: number): FindingInFile {
  const { locate } = owner.frontMatter;
  if (hasAddress(owner, now)) {
    const message = `aliases: ${url} was its address (${LOCK}:${line}) and leads nowhere now; add ${aliasLine(owner, url)}`;
    return { position: locate(['aliases']), message, fix: withAlias(owner, url) };
  }
  const subject = (owner.file!.data as PostData).draft ? 'draft' : 'date';
  const message = `${subject}: it was published at ${url} (${LOCK}:${line}) and is not any more; publish it again, set unlisted: true, or write gone ${url} there`;
  return { position: locate([subject]), message };
}

function nobodys({ url, line }: LockEntry) {
  const message = `${url} leads nowhere now, and no post or page has its text; restore it, add aliases: [${url}] to what took its place, or write gone ${url} here`;
  return { file: { path: LOCK }, position: { line, column: 1 }, message };
}
