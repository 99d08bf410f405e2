import { absolute, paths } from '../addresses/urls.ts';
import type { PageData } from '../content/content-file.ts';
import type { AnyPostData, Blog, Translation, Version } from './blog.ts';
import { indexedAddresses, type SiteAddress } from './site-addresses.ts';

/** Returns a function that finds the versions of a page: its translations, or the lists at the same path. */
export function versionsAmong<Posts extends AnyPostData, Pages extends PageData>(
  blogs: readonly Blog<Posts, Pages>[],
) {
  let pages: Map<string, Map<string, FoundPage>> | undefined;
  return (path: string, own: string): Version[] => {
    pages ??= new Map(blogs.map((blog) => [blog.site.code, pagesOf(blog)]));
    const found = pages;
    const page = found.get(own)!.get(path);
    return blogs.map(({ site }) => {
      const version = page && (site.code === own ? page : versionIn(site.code, page, found));
      return { site, path: version?.path ?? paths.index(), isListed: version?.isListed ?? false };
    });
  };
}

/** Returns the versions of a page for search engines; none for a page in one language. */
export function listedVersions(versions: readonly Version[] = []): Version[] {
  const listed = versions.filter(({ isListed }) => isListed);
  return listed.length > 1 ? listed : [];
}

/** Returns the links from a page to all its versions, itself included (Google Search Central, Localized versions). */
export function alternateLinks({
  versions,
  canonical,
}: {
  versions?: readonly Version[] | undefined;
  canonical?: string | undefined;
}) {
  const listed = canonical === undefined ? listedVersions(versions) : [];
  const link = (hreflang: string, { path, site }: Version) => {
    return { hreflang, href: absolute(path, site) };
  };
  const original = listed.find(({ site }) => site.code === site.defaultCode) ?? listed[0];
  return [
    ...listed.map((version) => link(version.site.language, version)),
    ...(original ? [link('x-default', original)] : []),
  ];
}

interface FoundPage extends Pick<SiteAddress, 'path' | 'isLater'> {
  isListed: boolean;
  /** The post or page whose page it is. */
  of?: { translations: ReadonlyMap<string, Translation> };
}

function versionIn(
  code: string,
  { path, isLater, of }: FoundPage,
  pages: ReadonlyMap<string, ReadonlyMap<string, FoundPage>>,
): Pick<FoundPage, 'path' | 'isListed'> | undefined {
  if (of) {
    const translation = of.translations.get(code);
    return translation && { path: translation.url, isListed: isIndexed(translation) };
  }
  const same = isLater ? undefined : pages.get(code)!.get(path);
  return same?.of ? undefined : same;
}

/** Returns the pages of a blog by their paths. */
function pagesOf<Posts extends AnyPostData, Pages extends PageData>(
  blog: Blog<Posts, Pages>,
): Map<string, FoundPage> {
  const unlisted = [...blog.unlisted, ...blog.pages].map((of) => {
    return { path: of.url, of, isListed: isIndexed(of) };
  });
  const all: FoundPage[] = [
    { path: paths.search, isListed: false },
    ...unlisted,
    ...indexedAddresses(blog).map((address) => {
      return { ...address, isListed: address.of === undefined || isIndexed(address.of) };
    }),
  ];
  return new Map(all.map((page) => [page.path, page]));
}

/** True for a post or page whose canonical URL is its own. */
function isIndexed({ listed, canonical }: Pick<Translation, 'listed' | 'canonical'>): boolean {
  return listed && canonical === undefined;
}
