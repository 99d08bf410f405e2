import { readDate, type OldDate } from '../old/dates.ts';
import type { OldData } from '../old/old-data.ts';
import { tagsNamed } from '../old/tags.ts';
import type { Values } from '../old/values.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { readTree } from '../html/html-to-markdown.ts';
import { textOf as words } from '../html/hast.ts';
import { rooted } from './content.ts';
import { textOf, type GhostExport } from './read-export.ts';

interface DataSources {
  ghost: GhostExport;
  /** The post in diagnostics. */
  file: string;
  now: number;
}

/** Returns the data of a post or page in an export. */
export function readData(post: Values, { ghost, file, now }: DataSources): OldData {
  const meta = { ...post, ...withoutNull(ghost.metaOf(textOf(post, 'id'))) };
  const date = dateOf(post['published_at'] ?? post['created_at']);
  const draft = isDraft(post);
  const tags = ghost.tagsOf(textOf(post, 'id')).map((tag) => textOf(tag, 'name'));
  return {
    title: textOf(post, 'title').trim() || 'Untitled',
    date,
    updated: undefined,
    summary: line(textOf(post, 'custom_excerpt')),
    description: line(textOf(meta, 'meta_description')),
    tags: isPage(post) ? [] : tagsNamed(tags.filter((name) => !name.startsWith('#'))),
    series: undefined,
    authors: ghost.authorsOf(post).map((user) => textOf(user, 'name')),
    cover: coverOf(meta),
    canonical: absolute(textOf(post, 'canonical_url')),
    draft,
    isPublished: !draft && (date?.time ?? 0) <= now,
    unlisted: false,
    toc: undefined,
    weight: isTrue(post['featured']) && !isPage(post) ? 1 : 0,
    diagnostics: diagnosticsOf(post, file),
  };
}

export function isPage(post: Values): boolean {
  return textOf(post, 'type') === 'page' || isTrue(post['page']);
}

/** False for published public posts; `sent` is a newsletter without a page. */
function isDraft(post: Values): boolean {
  const visibility = textOf(post, 'visibility') || 'public';
  return visibility !== 'public' || !['published', 'scheduled'].includes(textOf(post, 'status'));
}

/** Reads an ISO date, or the milliseconds of Ghost before 1. */
function dateOf(value: unknown): OldDate | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const time = new Date(/^\d+$/.test(String(value)) ? Number(value) : String(value));
  return Number.isNaN(time.getTime())
    ? undefined
    : readDate(time.toISOString().replace(/\.\d+Z$/, 'Z'), 'UTC');
}

function coverOf(meta: Values): OldData['cover'] {
  const image = rooted(textOf(meta, 'feature_image') || textOf(meta, 'image'));
  if (image === '') return undefined;
  const caption = line(words(readTree(textOf(meta, 'feature_image_caption'))));
  return { image, alt: line(textOf(meta, 'feature_image_alt')), caption };
}

function diagnosticsOf(post: Values, file: string): Diagnostic[] {
  const warning = (message: string): Diagnostic => ({
    file,
    line: 1,
    severity: 'warning',
    message,
  });
  const visibility = textOf(post, 'visibility') || 'public';
  const hasCode = ['codeinjection_head', 'codeinjection_foot'].some(
    (key) => textOf(post, key).trim() !== '',
  );
  return [
    ...(visibility === 'public'
      ? []
      : [warning(`visibility is ${visibility}; imported as a draft`)]),
    ...(textOf(post, 'status') === 'sent'
      ? [warning('was sent by email alone; imported as a draft')]
      : []),
    ...(hasCode ? [warning('code injection skipped')] : []),
  ];
}

function withoutNull(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function line(written: string): string | undefined {
  return written.replace(/\s+/g, ' ').trim() || undefined;
}

function absolute(url: string): string | undefined {
  return /^https?:/.test(url) && URL.canParse(url) ? url : undefined;
}

function isTrue(value: unknown): boolean {
  return value === true || Number(value) === 1;
}
