import { oneSlipFrom } from 'octavo/internal/diagnostics/did-you-mean';
import { slugify } from 'octavo/internal/addresses/slug';
import type { Note } from '../note.ts';
import type { HugoConfig } from './config.ts';
import type { OldPage } from './content.ts';
import { readDate, type OldDate } from './dates.ts';
import { KEYS_WITHOUT_EQUAL, MAPPED_KEYS, MENDED_KEYS, TOLD_KEYS } from './known-keys.ts';
import { at, boolean, integer, isMap, text, texts, type Values } from './values.ts';

/** What the front matter of a page of Hugo says, in Octavo's words; dates and addresses apart. */
export interface OldData {
  title: string;
  date: OldDate | undefined;
  updated: OldDate | undefined;
  summary: string | undefined;
  description: string | undefined;
  tags: string[];
  series: string | undefined;
  /** Names of people. */
  authors: string[];
  cover: { image: string; alt: string | undefined; caption: string | undefined } | undefined;
  canonical: string | undefined;
  draft: boolean;
  /** False for a draft, and for what is dated in the future: nobody has seen its address. */
  isPublished: boolean;
  unlisted: boolean;
  toc: boolean | undefined;
  weight: number;
  notes: Note[];
}

/** Returns what a page's front matter says; `now` is in milliseconds since 1970. */
export function readData(page: OldPage, config: HugoConfig, now: number): OldData {
  const reader = new DataReader(page, config);
  return reader.read(now);
}

class DataReader {
  readonly #page: OldPage;
  readonly #config: HugoConfig;
  readonly #values: Values;
  readonly #notes: Note[] = [];
  readonly #slips = new Map<string, string>();

  constructor(page: OldPage, config: HugoConfig) {
    this.#page = page;
    this.#config = config;
    this.#values = { ...page.source.values };
    this.#readKeys();
  }

  read(now: number): OldData {
    const values = this.#values;
    const date = this.#published(now);
    const draft = this.#draft(now);
    return {
      title: this.#title(),
      date,
      updated: this.#updated(date),
      summary: line(values['summary']),
      description: line(values['description']),
      tags: this.#tags(),
      series: this.#series(),
      authors: this.#authors(),
      cover: this.#cover(),
      canonical: this.#canonical(),
      draft,
      isPublished: !draft && (date?.time ?? 0) <= now,
      unlisted: this.#unlisted(),
      toc: boolean(values['showtoc']) ?? boolean(values['toc']),
      weight: integer(values['weight']) ?? 0,
      notes: this.#notes,
    };
  }

  #note(key: string, severity: Note['severity'], message: string): void {
    const line = this.#page.source.lineOf(this.#slips.get(key) ?? key);
    this.#notes.push({ file: this.#page.file, line, severity, message });
  }

  /** Tells keys that come to nothing, and takes those for what they were meant. */
  #readKeys(): void {
    const taxonomies = new Set(this.#config.taxonomies.values());
    for (const key of Object.keys(this.#values)) {
      if (MAPPED_KEYS.has(key) || taxonomies.has(key) || key.endsWith('_weight')) continue;
      const reason = KEYS_WITHOUT_EQUAL[key];
      if (reason !== undefined) this.#note(key, 'info', `${key} has no equal: ${reason}`);
      else this.#readUnknown(key);
    }
  }

  #readUnknown(key: string): void {
    const meant = oneSlipFrom(key, [...MENDED_KEYS, ...TOLD_KEYS]);
    if (meant === undefined || key.length < 4 || this.#values[meant] !== undefined)
      return this.#note(key, 'info', `${key} is a key of this blog’s own; it is left out`);
    if (TOLD_KEYS.includes(meant))
      return this.#note(
        key,
        'warning',
        `${key} is no key that Hugo knows; ${meant} may have been meant, and is not written`,
      );
    this.#slips.set(meant, key);
    this.#values[meant] = this.#values[key];
    this.#note(key, 'warning', `${key} is read as ${meant}`);
  }

  #title(): string {
    const title = line(this.#values['title']);
    if (title !== undefined) return title;
    const heading = /^#[ \t]+(.+?)[ \t]*#*$/m.exec(this.#page.source.body)?.[1]?.trim();
    const made =
      heading ?? this.#page.name.replace(/^\d{4}-\d{2}-\d{2}-/, '').replace(/[-_]+/g, ' ');
    const title2 = made.charAt(0).toUpperCase() + made.slice(1);
    const where = heading === undefined ? 'the name of the file' : 'the first heading';
    const missing = this.#page.source.hasFrontMatter
      ? 'title is missing'
      : 'front matter is missing';
    this.#note('title', 'warning', `${missing}; ${where} is taken for the title: ${title2}`);
    return title2 || 'Untitled';
  }

  #date(...keys: string[]): OldDate | undefined {
    for (const key of keys) {
      const written = text(this.#values[key]);
      if (written === undefined || boolean(written) !== undefined) continue;
      const date = readDate(written, this.#config.timeZone ?? 'UTC');
      if (!date) this.#note(key, 'warning', `${key}: ${written} is no date`);
      else if (date.mended !== undefined) this.#note(key, 'warning', `${key}: ${date.mended}`);
      // The first day of the first year is how Go writes that there is no date.
      if (date && date.calendar.year > 1) return date;
    }
    return undefined;
  }

  /** The date that is shown; one in the future on which Hugo would have published holds. */
  #published(now: number): OldDate | undefined {
    const date = this.#date('date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified');
    const publish = this.#date('publishdate', 'pubdate', 'published');
    if (!publish || !date || publish.time <= now || publish.time === date.time) return date;
    this.#note(
      'publishdate',
      'warning',
      `publishDate lies in the future, and Hugo held the post back until then; it is written as date`,
    );
    return publish;
  }

  #updated(date: OldDate | undefined): OldDate | undefined {
    const updated = this.#date('lastmod', 'modified');
    return updated && date && updated.time > date.time ? updated : undefined;
  }

  #tags(): string[] {
    const plurals = new Set(['tags', 'categories', ...this.#config.taxonomies.values()]);
    for (const name of ['series', 'authors', 'author']) plurals.delete(name);
    const bySlug = new Map<string, string>();
    for (const plural of plurals) {
      for (const tag of texts(this.#values[plural])) {
        const [slug, name] = [slugify(tag), tag.replace(/\s+/g, ' ')];
        if (slug === '')
          this.#note(
            plural,
            'warning',
            `${plural}: no address can be made of the tag ${tag}; it is left out`,
          );
        else if (!bySlug.has(slug)) bySlug.set(slug, name);
      }
    }
    return [...bySlug.values()];
  }

  #series(): string | undefined {
    const [first, ...others] = texts(this.#values['series']).filter((name) => slugify(name) !== '');
    if (others.length > 0)
      this.#note(
        'series',
        'warning',
        `series: a post is in one series; ${others.join(', ')} left out`,
      );
    return first;
  }

  #authors(): string[] {
    const listed = [this.#values['author'], this.#values['authors']].flat();
    const names = listed.flatMap((one) => personName(isMap(one) ? one['name'] : one) ?? []);
    return [...new Set(names)];
  }

  #cover(): OldData['cover'] {
    const cover = this.#values['cover'];
    const image = text(isMap(cover) ? cover['image'] : cover);
    if (image === undefined) return undefined;
    const given = isMap(cover) ? cover : {};
    for (const key of ['hidden', 'hiddeninsingle']) {
      if (boolean(given[key]) !== true) continue;
      this.#note(
        'cover',
        'info',
        'cover.hidden has no equal: a cover is shown on its post; it is left out',
      );
      return undefined;
    }
    return { image, alt: line(given['alt']), caption: line(given['caption']) };
  }

  #canonical(): string | undefined {
    const url = text(this.#values['canonicalurl']);
    if (url === undefined) return undefined;
    if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
    this.#note(
      'canonicalurl',
      'warning',
      `canonicalURL: ${url} is no whole address; it is left out`,
    );
    return undefined;
  }

  #draft(now: number): boolean {
    const values = this.#values;
    const draft =
      boolean(values['draft']) === true || text(values['published'])?.toLowerCase() === 'false';
    const expiry = this.#date('expirydate', 'unpublishdate');
    if (!expiry) return draft;
    if (expiry.time <= now) {
      if (!draft)
        this.#note(
          'expirydate',
          'warning',
          'expiryDate is over, and Hugo showed the post no more; it is a draft here',
        );
      return true;
    }
    this.#note(
      'expirydate',
      'warning',
      'expiryDate has no equal: take the post away when its time has come',
    );
    return draft;
  }

  /** Unlisted is all at once: off the index, out of feeds, search and search engines. */
  #unlisted(): boolean {
    const values = this.#values;
    const list = text(at(values['build'] ?? values['_build'], 'list'))?.toLowerCase();
    if (list === 'never' || list === 'false') return true;
    // PaperMod compares with a text, which a mere false is not either.
    const isHidden =
      values['hiddeninhomelist'] !== undefined && text(values['hiddeninhomelist']) !== 'false';
    const others = ['searchhidden', 'robotsnoindex'].filter((key) => boolean(values[key]));
    if (isHidden && others.length === 2) return true;
    for (const key of [
      ...(isHidden ? ['hiddeninhomelist'] : []),
      ...others,
      ...(boolean(values['hiddeninrss']) ? ['hiddeninrss'] : []),
    ])
      this.#note(
        key,
        'info',
        `${key} alone has no equal: unlisted: true hides a post from all lists, feeds and searches`,
      );
    return false;
  }
}

/** A text on one line. */
function line(value: unknown): string | undefined {
  return text(value)?.replace(/\s+/g, ' ');
}

/** A name without the address of mail behind it. */
function personName(value: unknown): string | undefined {
  const name = text(value)
    ?.replace(/\s*<[^>]*@[^>]*>\s*$/, '')
    .trim();
  return name === '' ? undefined : name;
}
