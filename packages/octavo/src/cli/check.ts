// npm run check: tells all that is wrong with the content; mends with --fix what is certain.
import { holdNow } from '../blog/now.ts';
import { jsonReport, linesForGitHub, linesForPeople } from '../checks/reports.ts';
import { readArguments, UsageError } from './arguments.ts';
import { Progress } from './progress.ts';
import { projectRoot } from '../project-root.ts';

try {
  await run(process.argv.slice(2));
} catch (error) {
  const { name, message, stack } = error as Error;
  const isTold = name === 'UsageError' || name === 'SettingsError';
  console.error(isTold ? message : stack);
  process.exitCode = 1;
}

async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, {
    fix: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    github: { type: 'boolean', default: false },
  });
  if (positionals.length > 0)
    throw new UsageError(`check reads all content; ${positionals.join(' ')} says nothing to it`);
  if (values.json && values.github) throw new UsageError('--json and --github do not go together');
  // Read here, so that settings with mistakes are told as they are in a build.
  const { site } = await import('../blog/settings.ts');
  holdNow(site.timeZone);
  const { checkContent } = await import('../checks/check-content.ts');
  const { scheduledPosts } = await import('../checks/scheduled.ts');
  const { mend } = await import('../checks/fixes.ts');
  const progress = new Progress();
  const found = await checkContent(projectRoot, site, {
    progress: (done, all) => progress.show(`Checked ${done} of ${all} files`),
  });
  const { mended, checked } = values.fix
    ? await mend(projectRoot, site, found)
    : { mended: [], checked: found };
  progress.clear();
  const scheduled = scheduledPosts(checked.library, site);
  const report = { ...checked, mended, scheduled };
  if (values.json) console.log(jsonReport(report));
  else if (values.github) for (const line of linesForGitHub(report)) console.log(line);
  else console.log(linesForPeople(report).join('\n'));
  if (report.diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}
