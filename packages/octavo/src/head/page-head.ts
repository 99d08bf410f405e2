import type { Author, Post, Version } from '../blog/blog.ts';
import type { sharedPicture } from '../markdown/pictures/picture-files.ts';
import type { Settings } from '../settings/settings.ts';
import { alternateLinks, listedVersions } from '../blog/versions.ts';
import { absolute, href, paths } from '../addresses/urls.ts';
import { shortened } from '../words/shorten.ts';
import { memoize } from '../memoize.ts';
import { breadcrumbList, jsonLd, type Breadcrumb, type StructuredData } from './structured-data.ts';

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
  /** The page in all languages of the site. */
  versions?: readonly Version[] | undefined;
  /** The post that the page shows. */
  article?: ArticleFacts | undefined;
  /** The author whose page this is. */
  profile?: { fediverse: string | undefined } | undefined;
  /** True if the text of the page is published as Markdown too. */
  hasMarkdown?: boolean | undefined;
  /** The pages from the one below the index to this one; by default this one. */
  breadcrumbs?: readonly Breadcrumb[] | undefined;
  /** The structured data (JSON-LD) of the page, besides breadcrumbs. */
  structuredData?: readonly StructuredData[] | undefined;
}

/** The picture of a page where somebody shares it. */
export type SharedImage = Omit<Awaited<ReturnType<typeof sharedPicture>>, 'type'> & { alt: string };

type ArticleFacts = Pick<Post, 'date' | 'updated' | 'tags' | 'lang'> & {
  authors: readonly Pick<Author, 'url' | 'fediverse'>[];
};

/** The head of a page, ready to print. */
export type PageHead = ReturnType<typeof pageHead>;

/** The attributes of a meta element. */
type Meta = { property: string; content: string } | { name: string; content: string };

type Properties = Record<string, string | string[] | number | undefined>;

/** Returns the head of a page. */
export function pageHead(facts: PageFacts, settings: Settings) {
  const { title, path, noindex = false } = facts;
  const description = shortened(facts.description);
  const url = path === undefined ? undefined : (facts.canonical ?? absolute(path, settings));
  // Markdown cannot say noindex, so pages with noindex have no Markdown.
  const hasMarkdown = facts.hasMarkdown && path !== undefined && !noindex;
  return {
    /** For the tab: the page and the site; of the index, the site. */
    title: path === paths.index() ? settings.title : `${title} – ${settings.title}`,
    description,
    /** Absent where search engines are kept out. */
    canonical: noindex ? undefined : url,
    noindex,
    /** The links to the page in all languages, itself included. */
    alternates: noindex ? [] : alternateLinks(facts),
    /** True for the index, on which browsers find the search of a site. */
    isIndex: path === paths.index(),
    /** The address of its text as Markdown. */
    markdown: hasMarkdown ? href(paths.markdown(path), settings) : undefined,
    /** Open Graph, and what goes with it. */
    meta: [
      ...(url === undefined ? [] : openGraph({ ...facts, description }, url, settings)),
      ...fediverse(facts, settings),
    ],
    /** The texts of its scripts of structured data. */
    jsonLd: noindex ? [] : dataOf(facts, settings).map(jsonLd),
  };
}

function dataOf(facts: PageFacts, settings: Settings) {
  const { title, path = paths.index(), structuredData = [] } = facts;
  const { breadcrumbs = [{ name: title, path }] } = facts;
  if (path === paths.index() || breadcrumbs.length === 0) return structuredData;
  return [...structuredData, breadcrumbList(breadcrumbs, settings)];
}

/** Open Graph (ogp.me), and the tags for which Twitter does not fall back to it. */
function openGraph(facts: PageFacts, url: string, settings: Settings): Meta[] {
  const { title, description, image, article, profile } = facts;
  const properties: Properties = {
    'og:type': article ? 'article' : profile ? 'profile' : 'website',
    'og:title': title,
    'og:description': description,
    'og:url': url,
    'og:site_name': settings.title,
    'og:locale': territory(article?.lang ?? settings.language),
    'og:locale:alternate': listedVersions(facts.versions).flatMap(({ site }) =>
      site.code === settings.code ? [] : territory(site.language),
    ),
    ...(image && imageProperties(image)),
    ...(article && articleProperties(article, settings)),
  };
  return [
    ...Object.entries(properties).flatMap(([property, contents = []]) =>
      [contents].flat().map((content) => ({ property, content: String(content) })),
    ),
    { name: 'twitter:card', content: image ? 'summary_large_image' : 'summary' },
  ];
}

function imageProperties({ url, width, height, alt }: SharedImage): Properties {
  return {
    'og:image': url,
    'og:image:width': width,
    'og:image:height': height,
    'og:image:alt': alt,
  };
}

function articleProperties(article: ArticleFacts, settings: Settings): Properties {
  const { date, updated, authors, tags } = article;
  return {
    'article:published_time': date.datetime,
    'article:modified_time': updated?.datetime,
    'article:author': authors.map(({ url }) => absolute(url, settings)),
    'article:tag': tags.map(({ name }) => name),
  };
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

/** Returns a language with its likely territory, as Open Graph writes it: `de` → `de_DE`; finding it takes long. */
const territory = memoize((tag: string) => {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
});
