import { readDate, type OldDate } from '../old/dates.ts';
import type { OldData } from '../old/old-data.ts';
import { tagsNamed } from '../old/tags.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { plainText } from '../html/plain-text.ts';
import type { Item, WordPressExport } from './read-export.ts';

interface DataSources {
  blog: WordPressExport;
  /** The path and the page of an item in diagnostics. */
  file: string;
  now: number;
  /** Returns the path of a file of the blog, if it was brought. */
  fileOf: (attachment: string) => string | undefined;
  byId: ReadonlyMap<string, Item>;
  skipped: readonly string[];
}

/** Returns the data of a post or page in an export. */
export function readData(item: Item, sources: DataSources): OldData {
  const { blog, now } = sources;
  const date = dateOf(item.date, item.dateUtc);
  const modified = dateOf(item.modified, item.modifiedUtc);
  const draft = isDraft(item);
  return {
    title: plainText(item.title) || 'Untitled',
    date,
    updated: later(modified, date),
    summary: plainText(item.excerpt) || undefined,
    description: plainText(item.meta.get('_yoast_wpseo_metadesc') ?? '') || undefined,
    tags: item.type === 'post' ? tagsNamed(termsOf(item).map(({ name }) => name)) : [],
    series: undefined,
    authors: [blog.authors.get(item.creator) ?? item.creator].filter(Boolean),
    cover: coverOf(item, sources),
    canonical: undefined,
    draft,
    isPublished: !draft && (date?.time ?? 0) <= now,
    unlisted: false,
    toc: undefined,
    weight: item.isSticky ? 1 : 0,
    diagnostics: diagnosticsOf(item, sources),
  };
}

function isDraft({ hasPassword, status }: Item): boolean {
  return hasPassword || !['publish', 'future'].includes(status);
}

/** Milliseconds after publication in which an edit is not an update. */
const DAY = 24 * 60 * 60 * 1000;

function later(modified: OldDate | undefined, date: OldDate | undefined): OldDate | undefined {
  return modified && date && modified.time > date.time + DAY ? modified : undefined;
}

/** Returns a local date with the offset that follows from the same date in UTC. */
export function dateOf(local: string, utc: string): OldDate | undefined {
  const [inZone, inUtc] = [momentOf(local), momentOf(utc)];
  if (inZone === undefined && inUtc === undefined) return undefined;
  if (inZone === undefined) return readDate(`${utc.replace(' ', 'T')}Z`, 'UTC');
  const minutes = inUtc === undefined ? 0 : Math.round((inZone - inUtc) / 60_000);
  const pad = (number: number) => `${Math.floor(Math.abs(number))}`.padStart(2, '0');
  const sign = minutes < 0 ? '-' : '+';
  const offset = minutes === 0 ? 'Z' : `${sign}${pad(Math.abs(minutes) / 60)}:${pad(minutes % 60)}`;
  return readDate(`${local.replace(' ', 'T')}${offset}`, 'UTC');
}

function momentOf(written: string): number | undefined {
  const time = Date.parse(`${written.replace(' ', 'T')}Z`);
  return written.startsWith('0000') || Number.isNaN(time) ? undefined : time;
}

/** The default category of WordPress, which is not a tag. */
const NO_CATEGORY = 'uncategorized';

/** Returns the categories and tags of a post. */
export function termsOf({ terms }: Item): Item['terms'] {
  return terms.filter(
    ({ taxonomy, slug }) => ['category', 'post_tag'].includes(taxonomy) && slug !== NO_CATEGORY,
  );
}

function coverOf({ meta }: Item, { byId, fileOf }: DataSources): OldData['cover'] {
  const attachment = byId.get(meta.get('_thumbnail_id') ?? '');
  const image = attachment && fileOf(attachment.attachment);
  if (!attachment || image === undefined) return undefined;
  const alt = attachment.meta.get('_wp_attachment_image_alt')?.trim() || undefined;
  return { image, alt, caption: plainText(attachment.excerpt) || undefined };
}

function diagnosticsOf(item: Item, { file, skipped }: DataSources): Diagnostic[] {
  const report = (severity: Diagnostic['severity'], message: string): Diagnostic => ({
    ...{ file, line: item.line, severity, message },
  });
  return [
    ...(item.hasPassword ? [report('warning', 'has a password; imported as a draft')] : []),
    ...(item.status === 'private' ? [report('warning', 'is private; imported as a draft')] : []),
    ...skipped.map((message) => report('warning', message)),
  ];
}
