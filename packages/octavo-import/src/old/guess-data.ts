import type { Diagnostic } from '../diagnostic.ts';
import { readDate, type OldDate } from './dates.ts';
import { dayInName } from './day-in-name.ts';
import type { OldData } from './old-data.ts';
import { tagsNamed } from './tags.ts';
import { titleOfName } from './title-of-name.ts';
import { at, boolean, isMap, text, texts, type Values } from './values.ts';
import { firstHeading } from '../text/first-heading.ts';
import type { OldPage } from './old-page.ts';

/** The facts that front matter is read with. */
export interface GuessSources {
  /** Milliseconds since 1970. */
  now: number;
  /** The zone of moments without an offset; absent if they are in UTC. */
  zone?: string | undefined;
  /** Returns the address of a picture as `Links` reads it. */
  pictureOf?: (address: string) => string;
}

type Report = (key: string, severity: Diagnostic['severity'], message: string) => void;

// Keys are in lower case, as they are read.
const DATES =
  'pubdatetime pubdate publishdate publisheddate publishedat publishdatetime published date createdat created datepublished datecreated posted timestamp published_at created_at date_published publish_date'.split(
    ' ',
  );
const UPDATED =
  'moddatetime updateddate updated updatedat lastupdated lastmod modified lastmodified modifieddate datemodified modified_time dateupdated updated_at last_modified_at last_updated'.split(
    ' ',
  );
const COVERS =
  'heroimage coverimage cover image banner thumbnail hero featuredimage featured_image img cover_image ogimage'.split(
    ' ',
  );
const OTHERS =
  'title tags tag category categories description desc excerpt summary subtitle series author authors draft isdraft unlisted hidden featured pinned pin sticky slug postslug canonicalurl canonical canonical_url toc layout lang heroimagealt imagealt coveralt alt caption aliases redirectfrom'.split(
    ' ',
  );

/** Front matter that has a meaning here. */
export const GUESSED_KEYS = new Set([...DATES, ...UPDATED, ...COVERS, ...OTHERS]);

/** Returns the data of front matter without a known schema, by the usual names of keys. */
export function guessData(page: OldPage, sources: GuessSources): OldData {
  const { values } = page.source;
  const diagnostics: Diagnostic[] = [];
  const report: Report = (key, severity, message) =>
    diagnostics.push({ file: page.file, line: page.source.lineOf(key), severity, message });
  const line = (...keys: string[]) =>
    keys.map((key) => text(values[key])?.replace(/\s+/g, ' ')).find(Boolean);
  const date = dateOf(page, report, sources.zone);
  const draft = isDraft(values);
  return {
    title: line('title') ?? titleOf(page, report),
    ...{ date, updated: updatedOf(values, date, { report, zone: sources.zone }) },
    summary: line('excerpt', 'summary'),
    description: line('description', 'desc', 'subtitle'),
    tags: tagsOf(page, report),
    series: line('series'),
    authors: authorsOf(values),
    cover: coverOf(page, sources, line('heroimagealt', 'imagealt', 'coveralt', 'alt')),
    canonical: [line('canonicalurl', 'canonical', 'canonical_url')].find(
      (url) => url !== undefined && URL.canParse(url),
    ),
    draft,
    isPublished: !draft && (date?.time ?? 0) <= sources.now,
    unlisted: ['unlisted', 'hidden'].some((key) => boolean(values[key]) === true),
    toc: boolean(values['toc']),
    weight: ['featured', 'pinned', 'pin', 'sticky'].some((key) => boolean(values[key])) ? 1 : 0,
    diagnostics,
  };
}

function isDraft(values: Values): boolean {
  const isOn = ['draft', 'isdraft'].some((key) => boolean(values[key]) === true);
  return isOn || ['published', 'publish'].some((key) => boolean(values[key]) === false);
}

function titleOf({ source, name }: OldPage, report: Report): string {
  const title = firstHeading(source.body) ?? (titleOfName(name) || 'Untitled');
  report('title', 'info', `title: missing; set to ${title}`);
  return title;
}

/** True for a page that says when it was published. */
export function isDated({ source: { values } }: OldPage): boolean {
  return asDate(text(values[dateKey(values) ?? ''])) !== undefined;
}

/** Returns the key of the date of publication: a usual name, else the first that has a date. */
function dateKey(values: Values): string | undefined {
  const hasDate = (key: string) => /^\d{4}-\d{1,2}-\d{1,2}(?!\d)/.test(text(values[key]) ?? '');
  const usual = DATES.find(
    (key) => text(values[key]) !== undefined && boolean(values[key]) === undefined,
  );
  return usual ?? Object.keys(values).find((key) => !GUESSED_KEYS.has(key) && hasDate(key));
}

function dateOf(
  { source: { values }, name }: OldPage,
  report: Report,
  zone: string | undefined,
): OldDate | undefined {
  const key = dateKey(values);
  const written = key === undefined ? dayInName(name) : text(values[key]);
  if (written === undefined) return undefined;
  const date = asDate(written, zone);
  if (!date) report(key ?? '', 'warning', `${key}: ${written} is not a date`);
  else if (date.fixed !== undefined) report(key ?? '', 'warning', `${key}: ${date.fixed}`);
  return date ?? asDate(dayInName(name), zone);
}

/** Reads a date; a moment without an offset is in the zone, else in UTC, as in YAML. */
function asDate(written: string | undefined, zone?: string): OldDate | undefined {
  const day = written?.replace(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/, '$1-$2-$3');
  const date = day === undefined ? undefined : readDate(day, zone ?? 'UTC');
  if (zone !== undefined) return date;
  const hasOffset = /(?:[Zz]|[+-]\d{1,2}(?::?\d{2})?)$/.test(date?.written.split(/[T ]/)[1] ?? 'Z');
  return !date || hasOffset ? date : (readDate(`${date.written}Z`, 'UTC') ?? date);
}

function updatedOf(
  values: Values,
  date: OldDate | undefined,
  { report, zone }: { report: Report; zone: string | undefined },
): OldDate | undefined {
  const key = UPDATED.find(
    (one) => text(values[one]) !== undefined && text(values[one]) !== 'null',
  );
  if (key === undefined) return undefined;
  const written = text(values[key]);
  const updated = asDate(written, zone);
  if (!updated) report(key, 'info', `${key}: ${written} is not a date; skipped`);
  return updated && date && updated.time > date.time ? updated : undefined;
}

/** Returns the tags of a page without their `#`; several may stand in one text. */
export function listOf(values: Values, ...keys: string[]): string[] {
  return keys.flatMap((key) => {
    const value = values[key];
    const listed = Array.isArray(value)
      ? texts(value)
      : (text(value)?.split(/\s*,\s*|\s+(?=#)/) ?? []);
    return listed.map((one) => one.replace(/^#/, '')).filter((one) => one !== '' && one !== 'null');
  });
}

/** Categories and tags are both tags here. */
function tagsOf({ source: { values } }: OldPage, report: Report): string[] {
  return tagsNamed(listOf(values, 'category', 'categories', 'tags', 'tag'), (tag) =>
    report('tags', 'warning', `tags: the tag ${tag} has no letter or digit for a URL; skipped`),
  );
}

function authorsOf(values: Values): string[] {
  const names = [values['authors'], values['author']]
    .flat()
    .flatMap((one) => text(isMap(one) ? (one['name'] ?? one['id'] ?? one['slug']) : one) ?? []);
  return [...new Set(names)];
}

function coverOf(
  page: OldPage,
  { pictureOf }: GuessSources,
  alt: string | undefined,
): OldData['cover'] {
  const { values } = page.source;
  for (const key of COVERS) {
    const given = values[key];
    const inside = ['src', 'url', 'path', 'image', 'light']
      .map((name) => text(at(given, name)))
      .find(Boolean);
    const image = text(given) ?? inside;
    if (image === undefined || !/\.\w{3,4}(?:[?#].*)?$|^https?:/.test(image)) continue;
    // A picture of another site for social cards was not shown.
    if (key === 'ogimage' && /^https?:/.test(image)) continue;
    return {
      image: pictureOf?.(image) ?? image,
      alt: text(at(given, 'alt')) ?? alt,
      caption: text(at(given, 'caption')) ?? text(values['caption']),
    };
  }
  return undefined;
}
