import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LOCK, parseLock } from '../addresses/lock/lock.ts';
import { pathFrom } from '../file-path.ts';
import { addToBaseline, summarizeKnown } from '../checks/baseline.ts';
import { readResults, writeResults } from '../checks/cached-results.ts';
import {
  checkContent,
  type CheckedContent,
  type CheckOptions as ContentOptions,
} from '../checks/check-content.ts';
import { fixContent } from '../checks/fix-content.ts';
import { publishedUrls } from '../checks/occupants.ts';
import {
  contentCounts,
  githubReport,
  jsonReport,
  scheduledPosts,
  textReport,
  type Report,
} from '../checks/reports.ts';
import { Progress } from '../terminal/progress.ts';
import type { Content } from '../content/content-file.ts';
import { sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { withStacks } from '../diagnostics/unexpected-error.ts';
import { UsageError } from '../terminal/usage-error.ts';
import type { NodeContext } from '../settings/context.ts';
import { collectionErrors } from './collection-errors.ts';
import { loadBlog } from './load-blog.ts';
import { mdxErrors } from './mdx-errors.ts';
import { nowAndOnChange } from './on-change.ts';

interface CheckOptions {
  /** Adds the errors to the known problems. */
  baseline?: boolean;
  fix?: boolean;
  json?: boolean;
  /** Lists the known problems. */
  known?: boolean;
  github?: boolean;
  /** A date as in front matter. */
  now?: string;
  verbose?: boolean;
  /** Checks again after each change. */
  watch?: boolean;
}

/** Reports errors and warnings in the content, or in some files; with `fix` applies fixes first. */
export async function check(files: readonly string[], options: CheckOptions): Promise<void> {
  if (files.length > 0 && options.baseline) throw new UsageError('use either --baseline or files');
  const context = await loadBlog(options.now);
  const only = files.length > 0 ? pathsOf(files, context.root) : undefined;
  let cached = readResults(context);
  const run = async () => {
    ({ results: cached } = await checkOnce(context, { cached, only }, options));
    writeResults(context, cached);
  };
  if (options.watch) nowAndOnChange(context.root, run);
  else await run();
}

/** Returns the paths of files relative to the root folder. */
function pathsOf(files: readonly string[], root: string): Set<string> {
  const missing = files.filter((file) => !statSync(file, { throwIfNoEntry: false })?.isFile());
  if (missing.length > 0) throw new UsageError(`no such file: ${missing.join(', ')}`);
  return new Set(files.map((file) => pathFrom(root, resolve(file))));
}

/** Checks and prints the report; sets the exit status of the process. */
async function checkOnce(
  context: NodeContext,
  options: ContentOptions,
  { baseline, fix, known, ...output }: CheckOptions,
): Promise<CheckedContent> {
  const progress = new Progress();
  const result = await checkContent(context, {
    ...options,
    progress: (done, all) => progress.show(`Checked ${done} of ${all} files`),
  });
  const { fixed, checked } = fix
    ? await fixContent(context, result, options)
    : { fixed: [], checked: result };
  const { content } = checked;
  const others = [
    ...(await mdxErrors(checked, context)),
    ...(await collectionErrors(content, context)),
  ];
  progress.clear();
  const found = sortDiagnostics([...checked.diagnostics, ...others]);
  const marked = baseline ? addToBaseline(found, context.root) : found;
  const diagnostics = known ? marked : summarizeKnown(marked);
  printReport(
    {
      ...{ ...checked, diagnostics, fixed },
      scheduled: scheduledPosts(content, context),
      counts: contentCounts(content, found, context.now),
      unrecorded: options.only ? 0 : unrecordedUrls(content, context),
    },
    output,
  );
  return checked;
}

/** Returns the number of published URLs that the lock does not contain; 0 without a lock. */
function unrecordedUrls({ sources }: Content, { root, now }: NodeContext): number {
  const file = join(root, LOCK);
  if (!existsSync(file)) return 0;
  const recorded = new Set(parseLock(readFileSync(file, 'utf8')).entries.map(({ key }) => key));
  return [...publishedUrls([...sources.values()], now).keys()].filter((key) => !recorded.has(key))
    .length;
}

function printReport(result: Report, { json, github, verbose }: CheckOptions): void {
  const { diagnostics } = result;
  const report = verbose ? { ...result, diagnostics: withStacks(diagnostics) } : result;
  if (json) console.log(jsonReport(report));
  else if (github) for (const line of githubReport(report)) console.log(line);
  else console.log(textReport(report).join('\n'));
  if (diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}
