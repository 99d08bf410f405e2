import type { Settings } from '../settings/settings.ts';
import type { Author, Post } from '../site/get-blog.ts';
import { slugify } from '../addresses/slug.ts';
import { absolute, paths } from '../addresses/urls.ts';
import { languageTag, rootOf } from '../settings/languages.ts';

/** The structured data of a page: an object of schema.org, with the fields that search engines read. */
export interface StructuredData {
  '@type': string | readonly string[];
  [field: string]: unknown;
}

/** A page on the way from the index to another. */
export interface Breadcrumb {
  name: string;
  path: string;
}

/**
 * Returns structured data as the text of a script element of the type `application/ld+json`:
 * without a `<`, so that no text in it ends the element.
 */
export function jsonLd(data: StructuredData): string {
  const whole = { '@context': 'https://schema.org', ...data };
  return JSON.stringify(whole).replaceAll('<', '\\u003c');
}

/** Returns the site, which is a blog, with who publishes it; for the first page of the index. */
export function siteData(publisher: Author | undefined, settings: Settings): StructuredData {
  const { title: name, description, language: inLanguage } = settings;
  return {
    '@type': ['WebSite', 'Blog'],
    name,
    url: absolute(paths.index(), settings),
    description,
    inLanguage,
    publisher: publisher && profile(publisher, settings),
  };
}

/**
 * Returns an article with the fields of BlogPosting that Google recommends (Search Central,
 * Article); `image` is the absolute URL of its picture. An article of 12 KB has no room for
 * `keywords`, nor for `dateModified` where there was no update.
 */
export function articleData(post: Post & { image: string }, settings: Settings): StructuredData {
  const { title, date, updated, authors, series, image } = post;
  return {
    '@type': 'BlogPosting',
    headline: title,
    datePublished: date.datetime,
    dateModified: updated?.datetime,
    author: authors.map((author) => named(author, settings)),
    image,
    isPartOf: series === undefined ? undefined : seriesNamed(series, settings),
    citation: post.link,
    inLanguage: post.lang ?? settings.language,
    ...translationsOf(post, settings),
  };
}

/** Returns the original of a translation, or the translations of an original, which is in the language of the site. */
function translationsOf({ translations }: Pick<Post, 'translations'>, settings: Settings) {
  const listed = [...translations].filter(([, { listed }]) => listed);
  const work = ([code, { url, base }]: (typeof listed)[number]) => ({
    ...{ '@type': 'BlogPosting', url: absolute(url, { ...settings, base }) },
    inLanguage: languageTag(settings, code),
  });
  const original = listed.find(([code]) => code === settings.defaultCode);
  if (original) return { translationOfWork: work(original) };
  return listed.length > 0 ? { workTranslation: listed.map(work) } : {};
}

/** Returns the breadcrumbs of a page: `places` are the pages below the index, itself the last. */
export function breadcrumbList(places: readonly Breadcrumb[], settings: Settings): StructuredData {
  const way = [{ name: settings.title, path: paths.index() }, ...places];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: way.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(path, settings),
    })),
  };
}

/** Returns the page of an author. */
export function profileData(author: Author, settings: Settings): StructuredData {
  return { '@type': 'ProfilePage', mainEntity: profile(author, settings) };
}

function named({ organization, name, url }: Author, settings: Settings): StructuredData {
  return { '@type': organization ? 'Organization' : 'Person', name, url: absolute(url, settings) };
}

/** Returns an author with the URLs of their other sites. */
function profile(author: Author, settings: Settings): StructuredData {
  const isOfSite = author.id === settings.author;
  const social = isOfSite ? settings.social.map(({ link }) => link) : [];
  const elsewhere = [author.homepage ?? [], social].flat().filter((link) => /^https?:/.test(link));
  return {
    ...named(author, settings),
    logo: author.organization && isOfSite ? absolute(paths.icon, rootOf(settings)) : undefined,
    sameAs: elsewhere.length > 0 ? [...new Set(elsewhere)] : undefined,
  };
}

function seriesNamed(name: string, settings: Settings): StructuredData {
  const url = absolute(paths.series(slugify(name)), settings);
  return { '@type': 'CreativeWorkSeries', name, url };
}
