import type { Diagnostic } from '../diagnostic.ts';
import { contentFile } from './content-file.ts';
import type { ImportedFile } from '../imported-site.ts';
import { inZone } from '../old/dates.ts';
import type { Links } from './links.ts';
import type { OldBlog } from './old-blog.ts';
import { writtenAlias } from './page-addresses.ts';
import type { Placed } from './placing.ts';
import { summaryOf } from './summary.ts';

/** What texts and front matter are made of, beside the pages themselves. */
export interface ConvertSources {
  blog: OldBlog;
  links: Links;
  aliases: ReadonlyMap<Placed, readonly string[]>;
  translationKeys: ReadonlyMap<Placed, string>;
  /** The time zone of the new site. */
  timeZone: string;
  languageOf: (placed: Placed) => string;
  convert: OldBlog['convert'];
  /** The site's address, with a slash at its end. */
  url: string;
  /** Names of files of authors by the names that posts have; empty for the site's author. */
  authorIds: (names: readonly string[]) => string[];
  /** What is first on the index. */
  pinned: ReadonlySet<Placed>;
}

interface ConvertedPages {
  files: ImportedFile[];
  diagnostics: Diagnostic[];
  /** The ids of headings in the old blog. */
  headingIds: Map<Placed, readonly string[]>;
  /** The bodies with their templates expanded. */
  bodies: Map<Placed, string>;
  /** The ids of posts in the old feed. */
  feedIds: Set<string>;
}

/** Returns the content files of posts and pages, and their diagnostics. */
export function convertPages(
  placed: readonly Placed[],
  sources: ConvertSources,
  progress?: (done: number) => void,
): ConvertedPages {
  const converted: ConvertedPages = {
    files: [],
    diagnostics: [],
    headingIds: new Map(),
    bodies: new Map(),
    feedIds: new Set(),
  };
  placed.forEach((one, index) => {
    try {
      converted.files.push(convertPage(one, sources, converted));
    } catch (error) {
      // Whatever a text does to the converter, the others are not held up by it.
      const message = `cannot be converted: ${(error as Error).message}; skipped`;
      converted.diagnostics.push({ file: one.page.file, line: 1, severity: 'error', message });
    }
    progress?.(index + 1);
  });
  return converted;
}

function convertPage(
  placed: Placed,
  sources: ConvertSources,
  converted: ConvertedPages,
): ImportedFile {
  const { data, path, collection } = placed;
  const { links } = sources;
  const { text, ...made } = sources.convert(placed, {
    link: (address, fragment) => links.link(placed, address, fragment),
    ref: (name) => links.ref(placed, name),
    resource: (address) => links.resource(placed, address),
  });
  const frontMatter =
    collection === 'posts' ? postData(placed, text, sources, converted) : pageData(placed);
  converted.diagnostics.push(...data.diagnostics, ...made.diagnostics);
  converted.headingIds.set(placed, made.headingIds);
  converted.bodies.set(placed, made.expanded ?? placed.page.source.body);
  const translationKey = sources.translationKeys.get(placed);
  return { path, content: contentFile({ ...frontMatter, translationKey }, text) };
}

function pageData({ data, section }: Placed): Record<string, unknown> {
  const { title, description, updated, draft, unlisted, toc } = data;
  return {
    title,
    description,
    updated: updated?.written,
    section,
    draft: draft || undefined,
    unlisted: unlisted || undefined,
    toc,
  };
}

function postData(
  placed: Placed,
  text: string,
  sources: ConvertSources,
  { diagnostics, feedIds }: ConvertedPages,
): Record<string, unknown> {
  const { data, slug } = placed;
  const zones = { from: sources.blog.timeZone ?? 'UTC', to: sources.timeZone };
  const aliases = (sources.aliases.get(placed) ?? []).map(writtenAlias);
  return {
    title: data.title,
    date: data.date && inZone(data.date, zones),
    updated: data.updated && inZone(data.updated, zones),
    summary: sources.blog.listsDescriptions
      ? data.summary
      : summaryOf(data, text, sources.languageOf(placed)),
    description: data.description,
    tags: data.tags,
    series: data.series,
    authors: sources.authorIds(data.authors),
    cover: coverOf(placed, sources.links, diagnostics),
    slug,
    aliases,
    guid: !data.isPublished ? undefined : guidOf({ ...placed, aliases }, sources.url, feedIds),
    lang: data.lang,
    canonical: data.canonical,
    draft: data.draft || undefined,
    unlisted: data.unlisted || undefined,
    pinned: sources.pinned.has(placed) || undefined,
    toc: data.toc,
  };
}

function coverOf(placed: Placed, links: Links, diagnostics: Diagnostic[]) {
  const { data, page } = placed;
  if (!data.cover) return undefined;
  const { image, alt, caption } = data.cover;
  const line = page.source.lineOf('cover');
  const tell = (message: string) =>
    diagnostics.push({ file: page.file, line, severity: 'warning', message });
  const file = links.cover(placed, image);
  if (file === undefined) {
    const why = /^(?:https?:)?\/\//.test(image)
      ? 'cover.image is of another site, and a cover is a file beside the post'
      : `cover.image: ${image} not found`;
    return void tell(`${why}; cover skipped`);
  }
  if (alt === undefined) {
    const written = caption === undefined ? 'the title' : 'the caption';
    tell(`cover.alt: missing; set to ${written}; describe the picture`);
  }
  return {
    image: file,
    alt: alt ?? caption ?? data.title,
    ...(caption !== undefined && { caption }),
  };
}

/** Returns the id that a post has in the old feed, where Octavo would give another; of two, the first has it. */
function guidOf(
  {
    url,
    oldUrl,
    feedId,
    aliases,
  }: Pick<Placed, 'url' | 'oldUrl' | 'feedId'> & { aliases: readonly string[] },
  site: string,
  feedIds: Set<string>,
): string | undefined {
  const whole = (path: string) => site + encodeURI(path.slice(1));
  const [alias] = aliases;
  const own = alias === undefined ? whole(url) : new URL(`./${alias.slice(1)}`, site).href;
  const old = feedId ?? whole(oldUrl);
  if (own === old || feedIds.has(old)) return void feedIds.add(old);
  feedIds.add(old);
  return old;
}
