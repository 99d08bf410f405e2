import { oneSlipFrom } from 'octavo/internal/diagnostics/did-you-mean';
import { slugify } from 'octavo/internal/addresses/slug';
import type { Diagnostic } from '../diagnostic.ts';
import type { HugoConfig } from './config.ts';
import type { OldPage } from '../old/old-page.ts';
import type { OldData } from '../old/old-data.ts';
import { readDate, type OldDate } from '../old/dates.ts';
import { KEYS_WITHOUT_EQUAL, MAPPED_KEYS, MENDED_KEYS, TOLD_KEYS } from './known-keys.ts';
import { firstHeading } from '../text/first-heading.ts';
import { at, boolean, integer, isMap, text, texts, type Values } from '../old/values.ts';

/** Returns what a page's front matter says; `now` is in milliseconds since 1970. */
export function readData(page: OldPage, config: HugoConfig, now: number): OldData {
  const reader = new DataReader(page, config);
  return reader.read(now);
}

class DataReader {
  readonly #page: OldPage;
  readonly #config: HugoConfig;
  readonly #values: Values;
  readonly #diagnostics: Diagnostic[] = [];
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
      diagnostics: this.#diagnostics,
    };
  }

  #report(key: string, severity: Diagnostic['severity'], message: string): void {
    const line = this.#page.source.lineOf(this.#slips.get(key) ?? key);
    this.#diagnostics.push({ file: this.#page.file, line, severity, message });
  }

  /** Tells keys that come to nothing, and takes those for what they were meant. */
  #readKeys(): void {
    const taxonomies = new Set(this.#config.taxonomies.values());
    for (const key of Object.keys(this.#values)) {
      if (MAPPED_KEYS.has(key) || taxonomies.has(key) || key.endsWith('_weight')) continue;
      const reason = KEYS_WITHOUT_EQUAL[key];
      if (reason !== undefined) this.#report(key, 'info', `${key} has no equivalent: ${reason}`);
      else this.#readUnknown(key);
    }
  }

  #readUnknown(key: string): void {
    const meant = oneSlipFrom(key, [...MENDED_KEYS, ...TOLD_KEYS]);
    if (meant === undefined || key.length < 4 || this.#values[meant] !== undefined)
      return this.#report(key, 'info', `custom key ${key}; skipped`);
    if (TOLD_KEYS.includes(meant))
      return this.#report(
        key,
        'warning',
        `unknown key ${key}, probably ${meant}; skipped, as Hugo does`,
      );
    this.#slips.set(meant, key);
    this.#values[meant] = this.#values[key];
    this.#report(key, 'warning', `unknown key ${key}, read as ${meant}`);
  }

  #title(): string {
    const title = line(this.#values['title']);
    if (title !== undefined) return title;
    const heading = firstHeading(this.#page.source.body);
    const made =
      heading ?? this.#page.name.replace(/^\d{4}-\d{2}-\d{2}-/, '').replace(/[-_]+/g, ' ');
    const title2 = made.charAt(0).toUpperCase() + made.slice(1);
    const where = heading === undefined ? 'the file name' : 'the first heading';
    const missing = this.#page.source.hasFrontMatter ? 'title' : 'front matter';
    this.#report('title', 'warning', `${missing}: missing; title set to ${where}, ${title2}`);
    return title2 || 'Untitled';
  }

  #date(...keys: string[]): OldDate | undefined {
    for (const key of keys) {
      const written = text(this.#values[key]);
      if (written === undefined || boolean(written) !== undefined) continue;
      const date = readDate(written, this.#config.timeZone ?? 'UTC');
      if (!date) this.#report(key, 'warning', `${key}: ${written} is not a date`);
      else if (date.fixed !== undefined) this.#report(key, 'warning', `${key}: ${date.fixed}`);
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
    this.#report(
      'publishdate',
      'warning',
      `publishDate is in the future, so Hugo did not publish the post yet; imported as date`,
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
          this.#report(
            plural,
            'warning',
            `${plural}: the tag ${tag} has no letter or digit for a URL; skipped`,
          );
        else if (!bySlug.has(slug)) bySlug.set(slug, name);
      }
    }
    return [...bySlug.values()];
  }

  #series(): string | undefined {
    const [first, ...others] = texts(this.#values['series']).filter((name) => slugify(name) !== '');
    if (others.length > 0)
      this.#report(
        'series',
        'warning',
        `series: a post has one series; ${others.join(', ')} skipped`,
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
      this.#report(
        'cover',
        'info',
        'cover.hidden has no equivalent: a cover is shown on its post; skipped',
      );
      return undefined;
    }
    return { image, alt: line(given['alt']), caption: line(given['caption']) };
  }

  #canonical(): string | undefined {
    const url = text(this.#values['canonicalurl']);
    if (url === undefined) return undefined;
    if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
    this.#report('canonicalurl', 'warning', `canonicalURL: ${url} is not an absolute URL; skipped`);
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
        this.#report(
          'expirydate',
          'warning',
          'expiryDate is in the past, so Hugo did not publish the post; imported as a draft',
        );
      return true;
    }
    this.#report(
      'expirydate',
      'warning',
      'expiryDate has no equivalent: delete the post on that day',
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
      this.#report(
        key,
        'info',
        `${key} alone has no equivalent: unlisted: true hides a post from all lists, feeds and searches`,
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
