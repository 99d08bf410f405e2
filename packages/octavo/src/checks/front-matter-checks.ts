import { isPair, isScalar, visit } from 'yaml';
import { fontPackage } from '../cards/fonts.ts';
import { isPost, translationKey, type PostData } from '../content/content-file.ts';
import { outdatedSince } from '../content/dates.ts';
import { blockOf, quoted } from '../content/front-matter.ts';
import { isPublished } from '../content/published.ts';
import { dateSchema } from '../content/schema.ts';
import { positionIn } from '../diagnostics/position-in.ts';
import { languagesOf, languageTag, settingsPath } from '../settings/languages.ts';
import type { FindingInFile } from '../markdown/text-check.ts';
import { controlCharactersIn } from '../words/control-characters.ts';
import type { Check, WholeSite } from './check.ts';

/** The length to which head/page-head.ts cuts descriptions. */
const LIMIT = 160;

/** The keys with text, in which `#` is more likely a character than a comment. */
const TEXTS = new Set<unknown>([
  ...['title', 'description', 'summary', 'tags', 'series', 'name', 'alt', 'caption'],
]);

export const frontMatterChecks: Check[] = [
  {
    id: 'control-character',
    ofFrontMatter: ({ source, frontMatter }) => {
      const findings: FindingInFile[] = [];
      const block = blockOf(source);
      if (!block.includes('\\') && controlCharactersIn(block) === '') return [];
      visit(frontMatter.document, {
        Scalar(_, { value, range }) {
          const names = controlCharactersIn(String(value));
          if (names === '') return;
          const message = `front matter: control characters (${names}) are removed; delete them`;
          findings.push({ position: positionIn(source, range?.[0] ?? 0), message });
        },
      });
      return findings;
    },
  },
  {
    id: 'yaml-comment',
    ofFrontMatter: ({ source, frontMatter }) => {
      const findings: FindingInFile[] = [];
      if (!blockOf(source).includes('#')) return [];
      visit(frontMatter.document, {
        Scalar(place, { type, range }, path) {
          const key = path.findLast(isPair)?.key;
          const isText = place !== 'key' && isScalar(key) && TEXTS.has(key.value);
          if (!isText || type !== 'PLAIN' || !range) return;
          const [start, end] = range;
          const [comment] = /^[ \t]*#.*/.exec(source.slice(end)) ?? [];
          if (comment === undefined) return;
          const text = quoted(source.slice(start, end) + comment.trimEnd());
          const message = `${String(key.value)}: cut at #, where a comment starts; put the whole value in quotes: ${text}`;
          findings.push({ position: positionIn(source, start), message });
        },
      });
      return findings;
    },
  },
  {
    id: 'description-length',
    ofFrontMatter: ({ frontMatter: { data, locate } }) => {
      const { length } = [...String(data['description'] ?? '').trim()];
      if (length <= LIMIT) return [];
      const message = `description: ${length} characters, cut after ${LIMIT}; shorten it`;
      return [{ position: locate(['description']), message }];
    },
  },
  {
    id: 'updated-before-date',
    ofFrontMatter: ({ frontMatter: { data, locate } }, { settings: { timeZone } }) => {
      const { date, updated } = data;
      if (updated === undefined) return [];
      const [first, last] = [date, updated].map((one) => dateSchema(timeZone).safeParse(one).data);
      if (!first || !last) return [];
      // If one of the two is a day without time, the days count.
      const isDay = [first, last].some(({ datetime, day }) => datetime === day);
      if (isDay ? last.day >= first.day : last.time >= first.time) return [];
      const message = `updated: ${String(updated)} is before date, ${String(date)}; correct one of them`;
      return [{ position: locate(['updated']), message }];
    },
  },
  // Search engines ignore a date of modification in the future.
  {
    id: 'updated-in-future',
    ofFrontMatter: ({ data, frontMatter }, { now }) => {
      const { updated } = (data ?? {}) as Partial<PostData>;
      if (!updated || !isPublished(data as PostData, now) || updated.time <= now) return [];
      const message = `updated: ${frontMatter.data['updated'] as string} is in the future`;
      return [{ position: frontMatter.locate(['updated']), message }];
    },
  },
  // A translation whose original, the post in the language of the blog, was updated after it.
  {
    id: 'translation-outdated',
    ofSite: ({ sources, settings: { defaultCode } }) => {
      const posts = sources.filter((source) => isPost(source) && source.data);
      const originals = posts.filter(({ code }) => code === defaultCode);
      const byKey = new Map(originals.map((source) => [translationKey(source), source]));
      return posts.flatMap((source) => {
        const original = byKey.get(translationKey(source));
        const data = source.data as PostData;
        const change = outdatedSince(data, original?.data as PostData | undefined);
        if (source.code === defaultCode || !original || !change) return [];
        const { day } = data.updated ?? data.date;
        const message = `updated: ${original.path} was updated on ${change.day}, this translation last on ${day}; revise it, and set updated`;
        return [{ path: source.path, position: source.frontMatter.locate(['updated']), message }];
      });
    },
  },
  {
    id: 'card-font',
    ofFrontMatter: ({ collection, code, frontMatter }, site) => {
      const { title } = frontMatter.data;
      const hasCard = collection !== 'authors' && site.settings.cards;
      if (!hasCard || typeof title !== 'string') return [];
      const language = languageTag(site.settings, code);
      return fontMessages('title', title, { ...site, language }).map((message) => {
        return { position: frontMatter.locate(['title']), message };
      });
    },
    ofSite: (site) =>
      languagesOf(site.settings).flatMap((settings) => {
        const { title, language } = settings;
        // The cards of posts show their dates in the language of the blog.
        const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(0);
        const path = 'src/site.config.ts';
        const subject = `${settingsPath(settings)}title`;
        return fontMessages(subject, `${title} ${date}`, { ...site, language }).map((message) => {
          return { path, message };
        });
      }),
  },
];

function fontMessages(
  subject: string,
  text: string,
  { missingGlyphs, language }: Pick<WholeSite, 'missingGlyphs'> & { language: string },
): string[] {
  const missing = missingGlyphs(text);
  if (missing.length === 0) return [];
  const packages = missing.map((character) => fontPackage(character, language));
  const names = [...new Set(packages)].filter((name) => name !== undefined);
  const fix =
    names.length > 0
      ? `npm install ${names.join(' ')}`
      : 'install the package @fontsource-variable/noto-* that has them';
  return [`${subject}: the social card has no font for ${missing.join(' ')}; ${fix}`];
}
