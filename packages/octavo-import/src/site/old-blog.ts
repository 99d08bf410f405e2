import type { SiteConfig } from 'octavo/internal/settings/settings';
import type { Diagnostic } from '../diagnostic.ts';
import type { OldAddress } from '../imported-site.ts';
import type { OldEntry } from '../old/old-entry.ts';
import type { OldFiles } from '../old/old-files.ts';
import type { ConvertedText, TextContext } from '../text/text-source.ts';
import type { OtherAddress } from './page-addresses.ts';
import type { Placed } from './placing.ts';
import type { LanguageKey } from './site-language.ts';

/** The content of a blog in one language. */
interface LanguageContent {
  posts: readonly OldEntry[];
  pages: readonly OldEntry[];
  /**
   * Lists of folders, with the texts above them: pages of the new site where nothing else has their
   * URL, and where they have a text or posts of their own.
   */
  listTexts: readonly OldEntry[];
  /** Folders whose name is no part of the path of a post's new file. */
  mainFolders: readonly string[];
  /** Returns the URLs that are neither of posts nor of pages, and their targets. */
  lists: (site: PlacedSite) => OldLists;
  settings: (site: SettledSite) => { settings: SiteConfig; diagnostics: Diagnostic[] };
  /** Returns the body of a post or page as Markdown for Octavo. Never throws for bad input. */
  convert: (placed: Placed, resolve: Resolve) => ConvertedText;
}

/** A language of a blog besides the default one. */
export interface OldLanguage extends LanguageKey, LanguageContent {
  /** The name of the site's author in it. */
  author?: string | undefined;
}

/** A blog as its system had it: the model that each system reads its files into. */
export interface OldBlog extends LanguageContent {
  /** The default language, in a blog of several. */
  language?: LanguageKey;
  /** The others. */
  languages?: readonly OldLanguage[];
  /** The name of the system: `Hugo`. */
  system: string;
  /** The folder of the old blog (an absolute path). */
  root: string;
  title: string | undefined;
  baseUrl: string | undefined;
  /** The zone of dates without an offset, if the blog configures one. */
  timeZone: string | undefined;
  /** Names of the site's authors, the first first. */
  authors: readonly string[];
  files: OldFiles;
  /** True if lists show the description of a post, rather than the beginning of its text. */
  listsDescriptions: boolean;
  /** True if the old system left raw HTML out of pages, with the ids in it. */
  dropsHtml: boolean;
  /** True for content that was on no site, and has no old URLs. */
  hasNoUrls?: boolean;
  /** Paths of sitemaps that search engines know. */
  sitemaps: readonly string[];
  diagnostics: readonly Diagnostic[];
}

/** The posts and pages of a language at their new URLs, which are below its folder. */
export interface PlacedSite {
  placed: readonly Placed[];
  /** The folder of the language's old URLs: `/de`; empty at the root. */
  prefix: string;
  /** Returns the URL of an author's page. */
  authorUrl: (name: string) => string | undefined;
}

/** Paths of feeds for `feeds.alsoAt`, by format. */
export type FeedPaths = Record<'rss' | 'atom', string[]>;

/** Lists, feeds and pages that the engine makes itself; their targets are below the language's folder. */
export interface OldLists {
  addresses: OldAddress[];
  alsoAt: FeedPaths;
  diagnostics?: readonly Diagnostic[];
  /** Pages of the old blog that are lists or built-in pages here, for their aliases. */
  others: readonly OtherAddress[];
}

/** The facts that settings are made of, beside the old configuration. */
export interface SettledSite {
  placed: readonly Placed[];
  permalink: string;
  timeZone: string;
  /** The id of the site's author. */
  author: string;
  alsoAt: FeedPaths;
  /** Returns the new path of an old one, below the language's folder; `undefined` if it stays. */
  rooted: (address: string) => string | undefined;
  /** Resolves addresses in a text of the settings. */
  resolve: Resolve;
}

/** Resolves addresses in the text of a post or page. */
export type Resolve = Pick<TextContext, 'link' | 'ref' | 'resource'>;
