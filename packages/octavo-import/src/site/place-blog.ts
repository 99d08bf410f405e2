import { dayOf } from 'octavo/internal/content/dates';
import type { Diagnostic } from '../diagnostic.ts';
import { readDate, type OldDate } from '../old/dates.ts';
import { dayInName } from '../old/day-in-name.ts';
import type { OldEntry } from '../old/old-entry.ts';
import { chooseTimeZone } from '../old/time-zone.ts';
import type { BlogLanguage } from './languages.ts';
import { below, type SiteLanguage } from './site-language.ts';
import type { OldBlog } from './old-blog.ts';
import { choosePattern } from './pattern.ts';
import { Placing, type Placed } from './placing.ts';
import { listedPosts, sectionFolder } from './section-folder.ts';

/** Gives each post and page a file and a URL. */
export function placeBlog(blog: OldBlog, languages: readonly BlogLanguage[], machineZone: string) {
  const dated = languages.flatMap((language) =>
    language.posts.map((post) => ({ language, post: withDate(post) })),
  );
  const timeZone = chooseTimeZone(
    dated.map(({ post }) => post.date),
    blog.timeZone,
    machineZone,
  );
  const posts = dated.map(({ language, post: { date, ...post } }) => {
    const day = date.written.includes(':') ? dayOf(date.time, timeZone) : date.written;
    return { language, post: { ...post, day } };
  });
  const pattern = choosePattern(
    posts.map(({ language, post: { oldUrl, day } }) => {
      return { oldUrl: below(language.prefix, oldUrl), day };
    }),
  );
  const placing = new Placing(pattern);
  for (const { language, post } of posts) placing.post(post, language);
  for (const language of languages) {
    for (const page of language.pages) placing.page({ ...page, day: '' }, language);
    for (const entry of language.listTexts) placeList(entry, language, placing);
  }
  return { placed: placing.placed, pattern, timeZone, diagnostics: placing.diagnostics };
}

/** Makes a page of a list with a text, or with posts of its own. */
function placeList(entry: OldEntry, language: SiteLanguage, placing: Placing): void {
  const { page, oldUrl } = entry;
  const hasText = page.source.body.trim() !== '';
  const section = sectionOf(page, inLanguage(placing.placed, language));
  if (!hasText && section === undefined) return;
  if (!placing.isTaken(below(language.prefix, oldUrl), language))
    placing.page({ ...entry, day: '', section }, language);
  else if (hasText)
    placing.diagnostics.push({
      ...{ file: page.file, line: page.source.firstLine, severity: 'warning' },
      message: 'text above a list skipped: lists have none',
    });
}

/** Returns the folder of posts that a list shows; none where the index shows the same. */
function sectionOf({ folders, name }: OldEntry['page'], placed: readonly Placed[]) {
  const slug = sectionFolder([...folders, name].join('/'), placed);
  const isInside = ({ id }: Placed) => id.startsWith(`${slug}/`);
  return listedPosts(placed).every(isInside) ? undefined : slug;
}

/** Returns a post with a date: posts without one come last, as they did in the old blog. */
function withDate(post: OldEntry): OldEntry & { date: OldDate } {
  const { page, data } = post;
  if (data.date) return { ...post, date: data.date };
  const named = dayInName(page.name);
  const written = named ?? '1970-01-01';
  const date = readDate(written, 'UTC') ?? readDate('1970-01-01', 'UTC')!;
  const why =
    named === undefined ? 'nothing says when it was published' : 'the name of the file says it';
  const note: Diagnostic = {
    ...{ file: page.file, line: page.source.lineOf('date'), severity: 'warning' },
    message: `date: missing; set to ${date.written}, since ${why}`,
  };
  const diagnostics = [...data.diagnostics, note];
  return { ...post, date, data: { ...data, date, diagnostics } };
}

/** Returns the posts and pages of a language. */
export function inLanguage(placed: readonly Placed[], language: SiteLanguage): Placed[] {
  return placed.filter((one) => one.language === language);
}
