import type { PostDate } from '../content/dates.ts';
import type { Settings } from '../settings/settings.ts';
import { absolute, href, paths } from '../addresses/urls.ts';
import { shortened } from '../words/shorten.ts';
import { jsonLd, type StructuredData } from './structured-data.ts';

/** The facts of a page that its head is made of. */
export interface PageFacts {
  /** The title of the browser tab, without the name of the site. */
  title: string;
  /** The description for search engines. */
  description: string;
  /** The path of the page, without the base path; absent on the page for missing URLs. */
  path?: string | undefined;
  /** The URL that the page was first published at, if elsewhere. */
  canonical?: string | undefined;
  /** Keeps the page out of search engines. */
  noindex?: boolean | undefined;
  /** The image of social cards; by default that of the site. */
  image?: SharedImage | undefined;
  /** The post that the page shows. */
  article?: ArticleFacts | undefined;
  /** The author whose page this is. */
  profile?: { fediverse: string | undefined } | undefined;
  /** True if the text of the page is published as Markdown too. */
  hasMarkdown?: boolean | undefined;
  /** The structured data (JSON-LD) of the page. */
  structuredData?: readonly StructuredData[] | undefined;
}

/** The picture of a page where somebody shares it. */
export interface SharedImage {
  /** Its whole address. */
  url: string;
  width: number;
  height: number;
  /** `image/png`. */
  type: string;
  alt: string;
}

interface ArticleFacts {
  date: PostDate;
  updated?: PostDate | undefined;
  authors: readonly { url: string; fediverse: string | undefined }[];
  tags: readonly { name: string }[];
}

/** The head of a page, ready to print. */
export interface PageHead {
  /** For the tab: the page and the site; of the index, the site. */
  title: string;
  description: string;
  /** Absent where search engines are kept out. */
  canonical: string | undefined;
  noindex: boolean;
  /** The address of its text as Markdown. */
  markdown: string | undefined;
  /** Open Graph, and what goes with it. */
  meta: Meta[];
  /** The texts of its scripts of structured data. */
  jsonLd: string[];
}

/** The attributes of a meta element. */
type Meta = { property: string; content: string } | { name: string; content: string };

/** Returns the head of a page. */
export function pageHead(facts: PageFacts, settings: Settings): PageHead {
  const { title, path, canonical, noindex = false, structuredData = [] } = facts;
  const description = shortened(facts.description);
  const address = path === undefined ? undefined : (canonical ?? absolute(path, settings));
  return {
    title: path === paths.index() ? settings.title : `${title} – ${settings.title}`,
    description,
    canonical: noindex ? undefined : address,
    noindex,
    markdown: markdownOf(facts, settings),
    meta: [
      ...(address === undefined ? [] : openGraph({ ...facts, description }, address, settings)),
      ...fediverse(facts, settings),
    ],
    jsonLd: noindex ? [] : structuredData.map(jsonLd),
  };
}

/** Markdown cannot say noindex, so pages with noindex have no Markdown. */
function markdownOf({ path, hasMarkdown, noindex }: PageFacts, settings: Settings) {
  const isThere = hasMarkdown && path !== undefined && !noindex;
  return isThere ? href(paths.markdown(path), settings) : undefined;
}

/** Open Graph (ogp.me), and the tags for which Twitter does not fall back to it. */
function openGraph(facts: PageFacts, address: string, settings: Settings): Meta[] {
  const { title, description, image, article, profile } = facts;
  return [
    property('og:type', article ? 'article' : profile ? 'profile' : 'website'),
    property('og:title', title),
    property('og:description', description),
    property('og:url', address),
    property('og:site_name', settings.title),
    property('og:locale', territory(settings.language)),
    ...(image ? imageProperties(image) : []),
    ...(article ? articleProperties(article, settings) : []),
    { name: 'twitter:card', content: image ? 'summary_large_image' : 'summary' },
  ];
}

function imageProperties({ url, width, height, type, alt }: SharedImage): Meta[] {
  return [
    property('og:image', url),
    property('og:image:type', type),
    property('og:image:width', `${width}`),
    property('og:image:height', `${height}`),
    property('og:image:alt', alt),
  ];
}

function articleProperties(
  { date, updated, authors, tags }: ArticleFacts,
  settings: Settings,
): Meta[] {
  return [
    property('article:published_time', date.datetime),
    ...(updated ? [property('article:modified_time', updated.datetime)] : []),
    ...authors.map(({ url }) => property('article:author', absolute(url, settings))),
    ...tags.map(({ name }) => property('article:tag', name)),
  ];
}

/** The accounts of who made a page: of an article its authors', else the one of the settings. */
function fediverse({ article, profile }: PageFacts, settings: Settings): Meta[] {
  const accounts = article
    ? article.authors.map((author) => author.fediverse)
    : [profile ? profile.fediverse : settings.fediverse];
  return accounts.flatMap((account) =>
    account === undefined ? [] : { name: 'fediverse:creator', content: account },
  );
}

function property(name: string, content: string): Meta {
  return { property: name, content };
}

/** Returns a language with its likely territory, as Open Graph writes it: `de` → `de_DE`. */
function territory(language: string): string {
  const { language: code, region } = new Intl.Locale(language).maximize();
  return region === undefined ? code : `${code}_${region}`;
}
