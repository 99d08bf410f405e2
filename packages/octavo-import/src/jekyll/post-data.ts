import { isLanguage } from 'octavo/internal/words/language';
import type { Diagnostic } from '../diagnostic.ts';
import { readDate, type OldDate } from '../old/dates.ts';
import type { OldData } from '../old/old-data.ts';
import { tagsNamed } from '../old/tags.ts';
import { titleOfName } from '../old/title-of-name.ts';
import { at, boolean, isMap, text, type Values } from '../old/values.ts';
import type { JekyllConfig } from './config.ts';
import type { JekyllPage } from './content.ts';
import { categoriesOf, tagsOf } from './permalinks.ts';
import { firstHeading } from '../text/first-heading.ts';
import { plainText } from '../text/plain-text.ts';

/** The parts of a blog that front matter refers to. */
export interface DataSources {
  /** True if the blog publishes posts that are dated in the future. */
  isFuturePublished: boolean;
  /** The language of the blog. */
  language: string;
  /** The zone of dates without an offset. */
  zone: string;
  /** `_data/authors.yml`: people by their key. */
  people: Values;
  /** Milliseconds since 1970. */
  now: number;
  /** Returns text of front matter with its Liquid evaluated. */
  evaluate: (written: string) => string;
}

type Report = (key: string, severity: Diagnostic['severity'], message: string) => void;

/** Returns what the front matter of a page says. */
export function readData(page: JekyllPage, sources: DataSources): OldData {
  const { values } = page.source;
  const diagnostics: Diagnostic[] = [];
  const report: Report = (key, severity, message) =>
    diagnostics.push({ file: page.file, line: page.source.lineOf(key), severity, message });
  const line = (key: string) => {
    const written = text(values[key])?.replace(/\s+/g, ' ');
    return written?.includes('{') ? sources.evaluate(written) : written;
  };
  const date = dateOf(page, sources.zone, report);
  const draft = page.type === 'drafts' || boolean(values['published']) === false;
  const isPost = page.type === 'posts' || page.type === 'drafts';
  return {
    title: line('title') ?? titleOf(page, report),
    date,
    updated: updatedOf(values, date, sources, report),
    summary: plain(line('excerpt') ?? line('summary')),
    description: plain(line('description') ?? line('subtitle')),
    tags: isPost ? allTags(page, report) : [],
    series: line('series'),
    authors: authorsOf(values, sources.people),
    cover: coverOf(page.own, values, line),
    canonical: canonicalOf(values),
    draft,
    isPublished: !draft && (sources.isFuturePublished || (date?.time ?? 0) <= sources.now),
    unlisted: isUnlisted(page),
    lang: languageOf(values, sources.language),
    toc: boolean(values['toc']),
    weight: ['pin', 'pinned', 'sticky'].some((key) => boolean(values[key])) ? 1 : 0,
    diagnostics,
  };
}

function plain(written: string | undefined): string | undefined {
  return written === undefined ? undefined : plainText(written).trim() || undefined;
}

function titleOf({ type, name, source }: JekyllPage, report: Report): string {
  const title = (type === 'pages' ? firstHeading(source.body) : undefined) ?? titleOfName(name);
  report('title', 'info', `title: missing; set to ${title || 'Untitled'}, as in Jekyll`);
  return title || 'Untitled';
}

/** Returns the date in front matter, else the one in the name of the file. */
export function dateOf(
  page: JekyllPage,
  zone: string,
  report: Report = () => undefined,
): OldDate | undefined {
  const written = text(page.source.values['date']);
  const day = page.day ?? page.changed;
  const named = day === undefined ? undefined : readDate(day, zone);
  if (written === undefined) return named;
  const date = readDate(written, zone);
  if (!date) report('date', 'warning', `date: ${written} is not a date`);
  else if (date.fixed !== undefined) report('date', 'warning', `date: ${date.fixed}`);
  return date ?? named;
}

const UPDATED = ['last_modified_at', 'last-modified-at', 'updated', 'modified', 'lastmod'];

function updatedOf(
  values: Values,
  date: OldDate | undefined,
  { zone }: DataSources,
  report: Report,
): OldDate | undefined {
  const key = UPDATED.find((name) => text(values[name]) !== undefined);
  const written = key === undefined ? undefined : text(values[key]);
  if (key === undefined || written === undefined) return undefined;
  const updated = readDate(written, zone);
  if (!updated) report(key, 'info', `${key}: ${written} is not a date; skipped`);
  return updated && date && updated.time > date.time ? updated : undefined;
}

/** Categories and tags are both tags here. */
function allTags(page: JekyllPage, report: Report): string[] {
  return tagsNamed([...categoriesOf(page), ...tagsOf(page)], (tag) =>
    report('tags', 'warning', `tags: the tag ${tag} has no letter or digit for a URL; skipped`),
  );
}

/** `author: ada`, `authors: [ada, bob]`, `author: { name: Ada }`; keys are those of `people`. */
function authorsOf(values: Values, people: Values): string[] {
  const listed = [values['authors'], values['author']].flat();
  const names = listed.flatMap((one) => {
    const key = text(isMap(one) ? one['name'] : one);
    if (key === undefined) return [];
    const known = people[key] ?? people[key.toLowerCase()];
    return [text(at(known, 'name')) ?? text(at(known, 'display_name')) ?? key];
  });
  return [...new Set(names)];
}

/** Where themes have the picture of a post. */
const COVERS: string[][] = [
  ['image'],
  ['cover'],
  ['header', 'image'],
  ['header', 'overlay_image'],
  ['header', 'teaser'],
  ['header-img'],
  ['cover-img'],
  ['thumbnail-img'],
  ['thumbnail'],
  ['img'],
];

/** A picture that all posts have by default is none of a post's; one of another site cannot be a cover. */
function coverOf(
  own: Values,
  values: Values,
  line: (key: string) => string | undefined,
): OldData['cover'] {
  for (const path of COVERS) {
    const given = at(own, ...path);
    const written = ['path', 'url', 'src', 'feature', 'image']
      .map((key) => text(at(given, key)))
      .find(Boolean);
    const image = text(given) ?? written;
    if (image === undefined || /^(?:https?:)?\/\//.test(image)) continue;
    const alt = text(at(given, 'alt')) ?? line('image_alt');
    const caption = text(at(given, 'caption')) ?? text(at(values, 'header', 'caption'));
    return { image: inFolder(image, values), alt, caption };
  }
  return undefined;
}

/** Chirpy's folder of the pictures of a post. */
export function inFolder(address: string, values: Values): string {
  const folder = text(values['media_subpath']) ?? text(values['img_path']);
  if (folder === undefined || /^(?:[a-z]+:|\/)/i.test(address)) return address;
  return `/${folder.replace(/^\/|\/$/g, '')}/${address.replace(/^\.\//, '')}`;
}

function languageOf(values: Values, ofBlog: string): string | undefined {
  const code = (text(values['lang']) ?? text(values['locale']))?.replaceAll('_', '-');
  const isOwn =
    code !== undefined && code.toLowerCase() !== ofBlog.replaceAll('_', '-').toLowerCase();
  return isOwn && isLanguage(code) ? Intl.getCanonicalLocales(code)[0] : undefined;
}

function canonicalOf(values: Values): string | undefined {
  const url = text(values['canonical_url']) ?? text(values['canonical']);
  return url !== undefined && /^https?:\/\//.test(url) && URL.canParse(url) ? url : undefined;
}

/** A page that is off the sitemap is one that is not looked for; lists show posts all the same. */
function isUnlisted({ type, source: { values } }: JekyllPage): boolean {
  const isOff = boolean(values['sitemap']) === false;
  if (type === 'pages') return isOff;
  return isOff && boolean(values['hidden']) === true;
}

/** Returns the names of the site's authors: `author` of the configuration. */
export function siteAuthors({ values }: JekyllConfig, people: Values): string[] {
  const given = authorsOf(values, people);
  const social = text(at(values, 'social', 'name'));
  return social === undefined || given.includes(social) ? given : [...given, social];
}
