import { loadContext } from '../content/load-context.ts';
import type { NodeContext } from '../settings/context.ts';
import { findProjectRoot } from '../terminal/project-root.ts';
import { parseNow } from './parse-now.ts';

/**
 * Returns the context of a command in the blog of the current folder.
 *
 * @throws {UsageError} outside of a blog, and if `now` is not a date.
 * @throws {SettingsError} for errors in `src/site.config.ts`.
 */
export async function loadBlog(now?: string): Promise<NodeContext> {
  const context = await loadContext(findProjectRoot(process.cwd()));
  return { ...context, now: parseNow(now, context.settings.timeZone) ?? context.now };
}
