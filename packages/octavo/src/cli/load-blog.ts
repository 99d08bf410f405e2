import { parseDate } from '../content/dates.ts';
import { loadContext } from '../content/load-context.ts';
import type { NodeContext } from '../settings/context.ts';
import { findProjectRoot } from '../terminal/project-root.ts';
import { UsageError } from '../terminal/usage-error.ts';

/**
 * Returns the context of a command in the blog of the current folder; `date` is its option `--now`,
 * a date as in front matter.
 *
 * @throws {UsageError} outside of a blog, and if `date` is not a date.
 * @throws {SettingsError} for errors in `src/site.config.ts`.
 */
export async function loadBlog(date?: string): Promise<NodeContext> {
  const context = await loadContext(findProjectRoot(process.cwd()));
  if (date === undefined) return context;
  try {
    return { ...context, now: parseDate(date, context.settings.timeZone).time };
  } catch (error) {
    throw new UsageError(`--now: ${(error as Error).message}`);
  }
}
