import type {
  Blog,
  BlogPosting,
  BreadcrumbList,
  CreativeWorkSeries,
  Organization,
  Person,
  ProfilePage,
  SearchAction,
  WebSite,
} from 'schema-dts';
import type { PostDate } from '../content/dates.ts';
import type { Settings } from '../settings/settings.ts';
import { slugify } from '../addresses/slug.ts';
import { absolute, paths } from '../addresses/urls.ts';
import { shortened } from '../words/shorten.ts';

/** The structured data of a page (schema.org): the fields that search engines read. */
export type StructuredData = WebSite | Blog | BlogPosting | BreadcrumbList | ProfilePage;

/** The fields of an author. */
interface AuthorFacts {
  id: string;
  name: string;
  /** The path of the author's page. */
  url: string;
  homepage: string | undefined;
  organization: boolean;
}

interface ArticleFacts {
  title: string;
  description: string;
  url: string;
  canonical?: string | undefined;
  date: PostDate;
  updated?: PostDate | undefined;
  authors: readonly AuthorFacts[];
  tags: readonly { name: string }[];
  series?: string | undefined;
  words: number;
  minutes: number;
  /** The whole address of its picture. */
  image: string | undefined;
}

/**
 * Returns structured data as the text of a script element of the type `application/ld+json`:
 * without a `<`, so that no text in it ends the element.
 */
export function jsonLd(data: StructuredData): string {
  const whole = { '@context': 'https://schema.org', ...(data as object) };
  return JSON.stringify(whole).replaceAll('<', '\\u003c');
}

/**
 * Returns the site as search engines name it, and the blog with who publishes it; for the first
 * page of the index.
 */
export function siteData(publisher: AuthorFacts | undefined, settings: Settings): [WebSite, Blog] {
  const { title: name, description, language: inLanguage } = settings;
  const url = absolute(paths.index(), settings);
  return [
    {
      '@type': 'WebSite',
      name,
      url,
      ...(settings.search && { potentialAction: searchAction(settings) }),
    },
    {
      '@type': 'Blog',
      name,
      url,
      description,
      inLanguage,
      ...(publisher && { publisher: profile(publisher, settings) }),
    },
  ];
}

/** Returns an article with the fields of BlogPosting that Google recommends (Search Central, Article). */
export function articleData(
  facts: ArticleFacts,
  publisher: AuthorFacts | undefined,
  settings: Settings,
): BlogPosting {
  const { title, description, date, updated = date, authors, tags, series, image } = facts;
  return {
    '@type': 'BlogPosting',
    headline: title,
    description: shortened(description),
    datePublished: date.datetime,
    dateModified: updated.datetime,
    author: authors.map((author) => named(author, settings)),
    ...(publisher && { publisher: named(publisher, settings) }),
    ...(image !== undefined && { image }),
    wordCount: facts.words,
    timeRequired: `PT${facts.minutes}M`,
    ...(tags.length > 0 && { keywords: tags.map(({ name }) => name) }),
    ...(series !== undefined && { isPartOf: seriesNamed(series, settings) }),
    inLanguage: settings.language,
    mainEntityOfPage: facts.canonical ?? absolute(facts.url, settings),
  };
}

/** Returns the breadcrumbs of a page: `places` are the pages below the index, itself the last. */
export function breadcrumbs(
  places: readonly { name: string; path: string }[],
  settings: Settings,
): BreadcrumbList {
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
export function profileData(author: AuthorFacts, settings: Settings): ProfilePage {
  return { '@type': 'ProfilePage', mainEntity: profile(author, settings) };
}

function named(author: AuthorFacts, settings: Settings): Person | Organization {
  const facts = { name: author.name, url: absolute(author.url, settings) };
  // Written twice, since a type is one or the other.
  return author.organization
    ? { '@type': 'Organization', ...facts }
    : { '@type': 'Person', ...facts };
}

/** An author with where else the same one is. */
function profile(author: AuthorFacts, settings: Settings): Person | Organization {
  const social = author.id === settings.author ? settings.social.map(({ link }) => link) : [];
  const elsewhere = [author.homepage ?? [], social].flat().filter((link) => /^https?:/.test(link));
  const sameAs = [...new Set(elsewhere)];
  return {
    ...(named(author, settings) as object),
    ...(author.organization && { logo: absolute(paths.icon, settings) }),
    ...(sameAs.length > 0 && { sameAs }),
  } as Person | Organization;
}

function seriesNamed(name: string, settings: Settings): CreativeWorkSeries {
  const url = absolute(paths.series(slugify(name)), settings);
  return { '@type': 'CreativeWorkSeries', name, url };
}

/** Google's addition to schema.org: the part of the URL that is the query. */
type WithQuery = SearchAction & { 'query-input': string };

function searchAction(settings: Settings): WithQuery {
  const address = `${absolute(paths.search, settings)}?q=`;
  return {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${address}{search_term_string}` },
    'query-input': 'required name=search_term_string',
  } as WithQuery;
}
