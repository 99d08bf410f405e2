import { count, formatDiagnostic, type Diagnostic, type Fix } from '../diagnostics/diagnostic.ts';
import { LOCK } from '../addresses/lock/lock.ts';
import type { Content } from '../content/content-file.ts';
import { isPublished, isScheduled, writtenDate } from '../content/published.ts';
import type { Context } from '../settings/context.ts';

/** The result of `octavo check`. */
export interface Report {
  files: number;
  /** Sorted. */
  diagnostics: readonly Diagnostic[];
  fixed: readonly (Diagnostic & { fix: Fix })[];
  /** The earliest first. */
  scheduled: ReturnType<typeof scheduledPosts>;
  counts: ContentCounts;
  /** The number of published URLs that `permalinks.lock` does not contain. */
  unrecorded: number;
}

/** The posts and pages with valid front matter, drafts without it too, and the files that are not read. */
type ContentCounts = Record<'published' | 'drafts' | 'scheduled' | 'ignored', number>;

/** Returns the report as lines of text: fixes, errors, warnings, a summary, scheduled posts, counts, new URLs. */
export function textReport({
  files,
  diagnostics,
  fixed,
  scheduled,
  counts,
  unrecorded,
}: Report): string[] {
  const [errors, warnings] = bySeverity(diagnostics);
  const fixes = fixed.map(
    ({ file, line, column, fix }) => `${file}:${line}:${column}  fixed: ${fix.done}`,
  );
  const summary =
    diagnostics.length === 0
      ? `Checked ${count(files, 'file')}: no errors, no warnings.`
      : `${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}`;
  const posts = scheduled.map(({ file, date }) => `${file}  scheduled for ${date}`);
  const lines = [errors, warnings].map((list) => list.map(formatDiagnostic));
  const { published, drafts, ignored } = counts;
  const last = `${published} published, ${count(drafts, 'draft')}, ${counts.scheduled} scheduled, ${count(ignored, 'file')} ignored`;
  // A renamed post has a new URL too: its error comes first.
  const isNew = unrecorded > 0 && errors.length === 0;
  const urls = `${LOCK}: ${count(unrecorded, 'new URL')}; before you publish, run npx octavo permalinks`;
  const parts = [fixes, ...lines, [summary], posts, [last], isNew ? [urls] : []];
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => [...(index > 0 ? [''] : []), ...part]);
}

/** Returns the report as JSON; docs/src/content/pages/reference/checks.md describes it. */
export function jsonReport({ files, diagnostics, fixed, scheduled, counts }: Report): string {
  const [errors, warnings] = bySeverity(diagnostics);
  const entry = ({ file, line, column, severity, rule, message }: Diagnostic) => ({
    ...{ file, line, column, severity, check: rule ?? null, message },
  });
  return JSON.stringify(
    {
      version: 1,
      files,
      errors: errors.length,
      warnings: warnings.length,
      fixed: fixed.map((one) => ({ ...entry(one), done: one.fix.done })),
      diagnostics: diagnostics.map((one) => ({ ...entry(one), fixable: one.fix !== undefined })),
      scheduled,
      counts,
    },
    null,
    2,
  );
}

/** Returns the errors and the warnings. */
function bySeverity(diagnostics: readonly Diagnostic[]): [Diagnostic[], Diagnostic[]] {
  const { error = [], warning = [] } = Object.groupBy(diagnostics, ({ severity }) => severity);
  return [error, warning];
}

/**
 * Returns a workflow command of GitHub Actions for each diagnostic, escaped as its toolkit does
 * (actions/toolkit, packages/core/src/command.ts).
 */
export function githubReport({ diagnostics }: Report): string[] {
  return diagnostics.map(({ severity, line, column, ...one }) => {
    const file = one.file.replace(/[%\r\n:,]/g, encodeURIComponent);
    const message = one.message.replace(/[%\r\n]/g, encodeURIComponent);
    return `::${severity} file=${file},line=${line},col=${column}::${message}`;
  });
}

/** Returns how much of a blog is published. */
export function contentCounts(
  { posts, pages, sources }: Content,
  diagnostics: readonly Diagnostic[],
  now: number,
): ContentCounts {
  const all = [...posts, ...pages].map(({ data }) => data);
  return {
    published: all.filter((data) => isPublished(data, now)).length,
    drafts: [...sources.values()].filter(({ frontMatter }) => frontMatter.data['draft'] === true)
      .length,
    scheduled: all.filter((data) => isScheduled(data, now)).length,
    ignored: diagnostics.filter(({ rule }) => rule === 'file-ignored').length,
  };
}

/** Returns the posts with a date in the future, the earliest first. */
export function scheduledPosts({ posts }: Content, { settings: { timeZone }, now }: Context) {
  return posts
    .filter(({ data }) => isScheduled(data, now))
    .sort((a, b) => a.data.date.time - b.data.date.time || (a.path < b.path ? -1 : 1))
    .map(({ path, data: { title, date } }) => ({
      file: path,
      title,
      // In the site's time zone: `2027-01-06`, `2027-01-06 10:30`.
      date: writtenDate(date, timeZone),
      // The same in ISO 8601, in UTC.
      moment: new Date(date.time).toISOString(),
    }));
}
