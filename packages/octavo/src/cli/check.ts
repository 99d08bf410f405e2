import { addToBaseline, summarizeKnown } from '../checks/baseline.ts';
import { CachedResults } from '../checks/cached-results.ts';
import { checkContent } from '../checks/check-content.ts';
import { fixContent } from '../checks/fix-content.ts';
import {
  contentCounts,
  githubReport,
  jsonReport,
  scheduledPosts,
  textReport,
} from '../checks/reports.ts';
import { Progress } from '../terminal/progress.ts';
import { sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { withStacks } from '../diagnostics/unexpected-error.ts';
import { loadBlog } from './load-blog.ts';
import { mdxErrors } from './mdx-errors.ts';

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
}

/** Reports errors and warnings in the content; with `fix` applies fixes first. */
export async function check(options: CheckOptions): Promise<void> {
  const { fix, json, github, now, verbose } = options;
  const context = await loadBlog(now);
  const progress = new Progress();
  const cache = new CachedResults(context);
  const result = await checkContent(context, {
    previous: { results: cache.read() },
    progress: (done, all) => progress.show(`Checked ${done} of ${all} files`),
  });
  const { fixed, checked } = fix
    ? await fixContent(context, result)
    : { fixed: [], checked: result };
  cache.write(checked.results);
  const thrown = await mdxErrors(checked, context);
  progress.clear();
  const { content } = checked;
  const found = sortDiagnostics([...checked.diagnostics, ...thrown]);
  const marked = options.baseline ? addToBaseline(found, context.root) : found;
  const all = options.known ? marked : summarizeKnown(marked);
  const diagnostics = verbose ? withStacks(all) : all;
  const report = {
    ...{ ...checked, diagnostics, fixed },
    scheduled: scheduledPosts(content, context),
    counts: contentCounts(content, found, context.now),
  };
  if (json) console.log(jsonReport(report));
  else if (github) for (const line of githubReport(report)) console.log(line);
  else console.log(textReport(report).join('\n'));
  if (report.diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}
