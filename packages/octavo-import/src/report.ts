import type { ImportedSite, OldAddress } from './imported-site.ts';
import type { Note } from './note.ts';
import type { Plan } from './plan.ts';

/** What a report is about. */
export interface Imported {
  site: ImportedSite;
  plan: Plan;
  dryRun: boolean;
  /** The settings to compare with, where those of the owner were kept. */
  proposed: string | undefined;
}

/** What is told in one line: the same of many files is said once. */
interface Told {
  severity: Note['severity'];
  message: string;
  /** `content/posts/x.md:3`, in order. */
  places: string[];
}

const WEIGHT: Record<Note['severity'], number> = { error: 0, warning: 1, info: 2 };
/** Lines on the terminal; the report in the file has all. */
const SHOWN = 30;

/** Returns the report for a terminal: counts, what is kept, and what needs a hand, the gravest first. */
export function reportLines({ site, plan, dryRun }: Imported): string[] {
  const told = sorted(site.notes).filter(({ severity }) => severity !== 'info');
  const infos = sorted(site.notes).length - told.length;
  const shown = told.slice(0, SHOWN).map(line);
  const rest = told.length - shown.length;
  return [
    ...counts(site, plan, dryRun),
    ...kept(plan),
    ...(shown.length > 0 ? ['', 'What needs a hand:', ...shown] : []),
    ...(rest > 0 ? [`  … and ${rest} more`] : []),
    ...(infos > 0
      ? ['', `${count(infos, 'thing')} to know, and all of the above: import-report.md`]
      : []),
  ];
}

/** Returns `import-report.md`. */
export function reportFile({ site, plan, proposed }: Imported): string {
  const told = sorted(site.notes);
  const of = (severity: Note['severity']) => told.filter((one) => one.severity === severity);
  return (
    [
      `# Import from ${site.from}`,
      ...counts(site, plan, false),
      ...section('Left out', of('error')),
      ...section('Mended: look at it', of('warning')),
      ...section('To know', of('info')),
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
  const led = addresses.filter(({ by }) => by === 'alias' || by === 'page').length;
  const ruled = addresses.filter(({ by }) => by === 'rule').length;
  const moved = [
    `${same} ${same === 1 ? 'answers' : 'answer'} as before`,
    `${led} ${led === 1 ? 'leads' : 'lead'} on`,
    ...(ruled > 0 ? [`${ruled} ${ruled === 1 ? 'needs' : 'need'} a host with rules`] : []),
  ];
  const files = `${count(plan.write.length, 'file')} ${dryRun ? 'would be written' : 'written'}, ${plan.same.length} as they were`;
  const stale = plan.stale.length > 0 ? `, ${plan.stale.length} taken away` : '';
  return [
    `From ${from}: ${count(all.posts, 'post')}${drafts}, ${count(all.pages, 'page')}, ${count(all.authors, 'author')}, ${count(all.pictures, 'picture')} beside texts.`,
    `Of ${count(addresses.length, 'old address', 'old addresses')} ${moved.join(', ')}.`,
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
    ...lines('Kept, since you edited them (--force writes over them):', edited),
    ...lines('Not written again, since you took them away (--force does):', removed),
  ];
}

function line({ severity, message, places }: Told): string {
  const [first = ''] = places;
  const others = places.length > 1 ? ` (and ${places.length - 1} more)` : '';
  return `  ${first}${others}  ${severity === 'warning' ? 'warning: ' : ''}${message}`;
}

/** The gravest first; within that what is in most files, then by place. */
function sorted(notes: readonly Note[]): Told[] {
  const byMessage = new Map<string, Told>();
  for (const { file, line: number, column, severity, message } of notes) {
    const place = column === undefined ? `${file}:${number}` : `${file}:${number}:${column}`;
    const told = byMessage.get(`${severity} ${message}`) ?? { severity, message, places: [] };
    byMessage.set(`${severity} ${message}`, told);
    if (!told.places.includes(place)) told.places.push(place);
  }
  return [...byMessage.values()].sort(
    (a, b) =>
      WEIGHT[a.severity] - WEIGHT[b.severity] ||
      b.places.length - a.places.length ||
      compare(a.places[0]!, b.places[0]!),
  );
}

function section(title: string, all: readonly Told[]): string[] {
  if (all.length === 0) return [];
  const items = all.map(({ message, places }) => {
    const [first = '', ...others] = places;
    const rest =
      others.length > 0
        ? `; also ${others.slice(0, 20).map(code).join(', ')}${others.length > 20 ? ` and ${others.length - 20} more` : ''}`
        : '';
    return `- ${code(first)} ${plain(message)}${rest}`;
  });
  return [`## ${title}`, items.join('\n')];
}

function keptSection({ edited, removed }: Plan, proposed: string | undefined): string[] {
  const list = (title: string, paths: string[]) =>
    paths.length === 0 ? [] : [`## ${title}`, paths.map((path) => `- ${code(path)}`).join('\n')];
  return [
    ...list('Kept, since you edited them', edited),
    ...list('Not written again, since you took them away', removed),
    ...(proposed === undefined
      ? []
      : ['## Settings to compare with yours', `\`\`\`ts\n${proposed.trimEnd()}\n\`\`\``]),
  ];
}

/** Those that are not what they were, numbered pages of lists apart; `import-urls.txt` has all. */
function addressSection(addresses: readonly OldAddress[]): string[] {
  const moved = addresses.filter(
    ({ from, by }) => by !== 'same' && by !== 'feed' && !/\/page\/\d+(?:\/|\.html)$/.test(from),
  );
  if (moved.length === 0) return [];
  const items = [...moved]
    .sort((a, b) => compare(a.from, b.from))
    .map(({ from, to = 'nothing', by }) => `- ${code(from)} → ${code(to)} (${HOW[by]})`);
  return [
    '## Addresses that lead on',
    'All old addresses are in `import-urls.txt`; when the site is built, `octavo-import --check` requests each of them.',
    items.join('\n'),
  ];
}

const HOW: Record<OldAddress['by'], string> = {
  same: 'the same',
  feed: 'a feed',
  alias: 'an alias in front matter',
  page: 'a page in `public/`',
  rule: 'a rule in `public/_redirects`, for hosts that keep to them',
  nothing: 'nothing',
};

function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

/** A message as Markdown. */
function plain(message: string): string {
  return message.replace(/[<>*_`[\]\\]/g, '\\$&');
}

function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
