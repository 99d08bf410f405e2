import { findOwner } from '../addresses/lock/find-owner.ts';
import { LOCK, type LockEntry } from '../addresses/lock/lock.ts';
import { pathKey } from '../addresses/path-key.ts';
import { slugify } from '../addresses/slug.ts';
import type { PostData, SourceFile } from '../content/content-file.ts';
import type { FindingInFile } from '../markdown/text-check.ts';
import { ownRedirects } from '../redirects/redirect-rules.ts';
import type { Check, WholeSite } from './check.ts';
import { addAlias, aliasLine } from './edit-aliases.ts';
import { findOccupant, hasUrl, publishedUrls } from './occupants.ts';

export const permalinkChecks: Check[] = [
  {
    id: 'permalink-back',
    ofSite: ({ lock, sources, now }) => {
      const owners = publishedUrls(sources, now);
      return (lock?.entries ?? []).flatMap(({ isGone, key, url, line }) => {
        const owner = isGone ? owners.get(key) : undefined;
        if (!owner) return [];
        const message = `gone ${url}: published again by ${owner.path}; remove the word gone`;
        return [{ path: LOCK, position: { line, column: 1 }, message }];
      });
    },
  },
  // A URL that was published once must be a page or a redirect, unless the lock says that it is gone.
  {
    id: 'permalink-lost',
    ofSite: (site) => {
      const lost = lostEntries(site);
      if (lost.length === 0) return [];
      const hidden = hiddenFiles(site);
      const ownerOf = ownerFinder(site, hidden);
      return lost.flatMap((entry) => {
        const owner = ownerOf(entry);
        if (owner === 'unclear') return [];
        if (!owner) return [withoutOwner(entry)];
        const problem = problemOf(owner, entry, site.now);
        // If a draft has the URL, it must not become an alias of another file.
        if (hidden.has(entry.key)) delete problem.fix;
        return [{ path: owner.path, ...problem }];
      });
    },
  },
];

function lostEntries(site: WholeSite): LockEntry[] {
  const { lock, sources, settings, text, now } = site;
  const published = publishedUrls(sources, now);
  const entries = lock?.entries ?? [];
  const missing = entries.filter(({ key, isGone }) => !isGone && !published.has(key));
  if (missing.length === 0) return [];
  const occupantOf = findOccupant(site);
  const isRedirected = ownRedirects(text('public/_redirects') ?? '', settings);
  return missing.filter(({ key }) => occupantOf(key) === undefined && !isRedirected(key));
}

/**
 * Returns a function that finds the file that had a URL. It is unclear if that may be a file with
 * errors in its front matter: they are reported, and fixing them may restore the URL.
 */
function ownerFinder({ sources, lock }: WholeSite, hidden: ReadonlyMap<string, SourceFile>) {
  const files = sources.filter(({ collection }) => collection !== 'authors');
  const published = new Set(lock!.entries.map(({ key }) => key));
  const find = findOwner(
    files.map((owner) => ({
      owner,
      text: owner.body,
      title: String(owner.frontMatter.data['title'] ?? ''),
      isOld: owner.url !== undefined && published.has(pathKey(owner.url)),
    })),
  );
  const names = new Set(files.filter(({ data }) => !data).map(({ id }) => nameOf(id)));
  return ({ key, fingerprint }: LockEntry): SourceFile | 'unclear' | undefined => {
    const owner = (fingerprint && find(fingerprint)) ?? hidden.get(key);
    const isUnclear = owner ? !owner.data : names.has(nameOf(key.replace(/\/$/, '')));
    return isUnclear ? 'unclear' : owner;
  };
}

/** Returns the unpublished posts and pages by their URLs. */
function hiddenFiles({ sources, now }: WholeSite): Map<string, SourceFile> {
  const hidden = sources.filter(
    (one) => one.data && one.collection !== 'authors' && !hasUrl(one, now),
  );
  return new Map(hidden.map((one) => [pathKey(one.url!), one]));
}

function nameOf(path: string): string {
  return slugify(path.slice(path.lastIndexOf('/') + 1));
}

function problemOf(owner: SourceFile, { url, line }: LockEntry, now: number): FindingInFile {
  const { locate } = owner.frontMatter;
  if (hasUrl(owner, now)) {
    const message = `aliases: missing ${url}, an earlier URL of this file (${LOCK}:${line}); add ${aliasLine(owner, url)}`;
    return { position: locate(['aliases']), message, fix: addAlias(owner, url) };
  }
  const subject = (owner.data as PostData).draft ? 'draft' : 'date';
  const message = `${subject}: not published, but ${url} was (${LOCK}:${line}); publish it again, set unlisted: true, or write gone ${url} there`;
  return { position: locate([subject]), message };
}

function withoutOwner({ url, line }: LockEntry) {
  const message = `${url} not found, and no post or page has its text; restore it, add aliases: [${url}] to its successor, or write gone ${url} here`;
  return { path: LOCK, position: { line, column: 1 }, message };
}
