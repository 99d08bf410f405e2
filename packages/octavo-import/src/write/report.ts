import type { ImportedSite, OldAddress } from '../imported-site.ts';
import { count, type Diagnostic as Checked } from 'octavo/internal/diagnostics/diagnostic';
import type { Diagnostic } from '../diagnostic.ts';
import type { Plan } from './plan.ts';

/** The file of the report, relative to the blog's root folder. */
export const REPORT = 'import-report.md';

/** The data of a report. */
export interface Imported {
  site: ImportedSite;
  plan: Plan;
  dryRun: boolean;
  /** The imported settings, if those of the owner were kept. */
  proposed: string | undefined;
}

/** A message with all positions that it applies to. */
interface ReportEntry {
  severity: Diagnostic['severity'];
  message: string;
  /** `content/posts/x.md:3`, in order. */
  positions: string[];
}

const WEIGHT: Record<Diagnostic['severity'], number> = { error: 0, warning: 1, info: 2 };
/** The maximum of lines on the terminal; the report in the file has all. */
const SHOWN = 30;

/** Returns the report for the terminal: counts, kept files, errors and warnings. */
export function reportLines({ site, plan, dryRun }: Imported): string[] {
  const problems = sorted(site.diagnostics).filter(({ severity }) => severity !== 'info');
  const notes = sorted(site.diagnostics).length - problems.length;
  const shown = problems.slice(0, SHOWN).map(line);
  const rest = problems.length - shown.length;
  return [
    ...counts(site, plan, dryRun),
    ...kept(plan),
    ...(shown.length > 0 ? ['', 'Errors and warnings:', ...shown] : []),
    ...(rest > 0 ? [`  … and ${rest} more`] : []),
    ...(notes > 0 ? ['', `${count(notes, 'more message')}: see import-report.md`] : []),
  ];
}

/** Returns `import-report.md`; `known` are the problems of the new blog that the old one had too. */
export function reportFile(
  { site, plan, proposed }: Imported,
  known: readonly Problem[] = [],
): string {
  const entries = sorted(site.diagnostics);
  const of = (severity: Diagnostic['severity']) =>
    entries.filter((one) => one.severity === severity);
  return (
    [
      `# Import from ${site.from}`,
      ...counts(site, plan, false),
      ...section('Errors: not imported', of('error')),
      ...section('Warnings: fixed, please check', of('warning')),
      ...section('Information', of('info')),
      ...knownSection(known),
      ...keptSection(plan, proposed),
      ...addressSection(site.addresses),
    ]
      .join('\n\n')
      .replace(/\n{3,}/g, '\n\n') + '\n'
  );
}

function counts(
  { from, counts: all, addresses }: ImportedSite,
  plan: Plan,
  dryRun: boolean,
): string[] {
  const drafts = all.drafts > 0 ? ` (${count(all.drafts, 'draft')})` : '';
  const same = addresses.filter(({ by }) => by === 'same' || by === 'feed').length;
  const redirected = addresses.filter(({ by }) => by === 'alias' || by === 'page').length;
  const ruled = addresses.filter(({ by }) => by === 'rule').length;
  const lost = addresses.filter(({ by }) => by === 'nothing').length;
  const replies = all.replies > 0 ? `, ${count(all.replies, 'comment')}` : '';
  const moved = [
    `${same} unchanged`,
    `${redirected} redirected`,
    ...(ruled > 0 ? [`${ruled} redirected by rules of the host`] : []),
    ...(lost > 0 ? [`${lost} not carried over`] : []),
  ];
  const files = `${count(plan.write.length, 'file')} ${dryRun ? 'would be written' : 'written'}, ${plan.same.length} unchanged`;
  const stale = plan.stale.length > 0 ? `, ${plan.stale.length} deleted` : '';
  return [
    `From ${from}: ${count(all.posts, 'post')}${drafts}, ${count(all.pages, 'page')}, ${count(all.authors, 'author')}, ${count(all.pictures, 'picture')} beside posts${replies}.`,
    ...(addresses.length === 0
      ? []
      : [`${count(addresses.length, 'old URL')}: ${moved.join(', ')}.`]),
    `${files}${stale}.`,
  ];
}

function kept({ edited, removed }: Plan): string[] {
  const lines = (title: string, paths: string[]) =>
    paths.length === 0
      ? []
      : [
          '',
          title,
          ...paths.slice(0, SHOWN).map((path) => `  ${path}`),
          ...(paths.length > SHOWN ? [`  … and ${paths.length - SHOWN} more`] : []),
        ];
  return [
    ...lines('Kept, since you edited them (--force overwrites them):', edited),
    ...lines('Not restored, since you deleted them (--force restores them):', removed),
  ];
}

function line({ severity, message, positions }: ReportEntry): string {
  const [first = ''] = positions;
  const others = positions.length > 1 ? ` (and ${positions.length - 1} more)` : '';
  return `  ${first}${others}  ${severity === 'warning' ? 'warning: ' : ''}${message}`;
}

/** Groups diagnostics by message; sorts by severity, number of positions and first position. */
function sorted(diagnostics: readonly Diagnostic[]): ReportEntry[] {
  const byMessage = new Map<string, ReportEntry>();
  for (const { file, line: number, column, severity, message } of diagnostics) {
    const position = column === undefined ? `${file}:${number}` : `${file}:${number}:${column}`;
    const entry = byMessage.get(`${severity} ${message}`) ?? { severity, message, positions: [] };
    byMessage.set(`${severity} ${message}`, entry);
    if (!entry.positions.includes(position)) entry.positions.push(position);
  }
  return [...byMessage.values()].sort(
    (a, b) =>
      WEIGHT[a.severity] - WEIGHT[b.severity] ||
      b.positions.length - a.positions.length ||
      compare(a.positions[0]!, b.positions[0]!),
  );
}

function section(title: string, all: readonly ReportEntry[]): string[] {
  if (all.length === 0) return [];
  const items = all.map(({ message, positions }) => {
    const [first = '', ...others] = positions;
    const rest =
      others.length > 0
        ? `; also ${others.slice(0, 20).map(code).join(', ')}${others.length > 20 ? ` and ${others.length - 20} more` : ''}`
        : '';
    return `- ${code(first)} ${plain(message)}${rest}`;
  });
  return [`## ${title}`, items.join('\n')];
}

/** A problem that a check of the new blog reports. */
type Problem = Pick<Checked, 'file' | 'line' | 'column' | 'message'>;

function knownSection(known: readonly Problem[]): string[] {
  if (known.length === 0) return [];
  const items = known.map(
    ({ file, line, column, message }) => `- ${code(`${file}:${line}:${column}`)} ${plain(message)}`,
  );
  return ['## Problems of the old blog, in `check-baseline.json`', items.join('\n')];
}

function keptSection({ edited, removed }: Plan, proposed: string | undefined): string[] {
  const list = (title: string, paths: string[]) =>
    paths.length === 0 ? [] : [`## ${title}`, paths.map((path) => `- ${code(path)}`).join('\n')];
  return [
    ...list('Kept, since you edited them', edited),
    ...list('Not restored, since you deleted them', removed),
    ...(proposed === undefined
      ? []
      : ['## Settings to compare with yours', `\`\`\`ts\n${proposed.trimEnd()}\n\`\`\``]),
  ];
}

/** Lists the redirects, except those of numbered pages of lists. */
function addressSection(addresses: readonly OldAddress[]): string[] {
  const moved = addresses.filter(
    ({ from, by }) => by !== 'same' && by !== 'feed' && !/\/page\/\d+(?:\/|\.html)$/.test(from),
  );
  if (moved.length === 0) return [];
  const items = [...moved]
    .sort((a, b) => compare(a.from, b.from))
    .map(({ from, to, by }) => {
      const target = to === undefined ? '' : ` → ${code(to)}`;
      return `- ${code(from)}${target} (${HOW[by]})`;
    });
  return [
    '## Redirects',
    'All old URLs are in `import-urls.txt`; `octavo-import --check` requests each of them from the built site.',
    items.join('\n'),
  ];
}

const HOW: Record<OldAddress['by'], string> = {
  same: 'unchanged',
  feed: 'a feed',
  alias: 'an alias in front matter',
  page: 'a page in `public/`',
  rule: 'a rule in `public/_redirects`, for hosts that read it',
  nothing: 'not carried over',
};

function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

/** A message as Markdown. */
function plain(message: string): string {
  return message.replace(/[<>*_`[\]\\]/g, '\\$&');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
