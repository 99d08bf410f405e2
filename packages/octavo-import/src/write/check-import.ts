import { addToBaseline, BASELINE } from 'octavo/internal/checks/baseline';
import { checkContent } from 'octavo/internal/checks/check-content';
import { loadContext } from 'octavo/internal/content/load-context';
import { count, formatDiagnostic, type Diagnostic } from 'octavo/internal/diagnostics/diagnostic';
import type { ImportedSite } from '../imported-site.ts';

/** The result of a check of the new blog. */
export interface CheckedImport {
  files: number;
  /** Problems that the old blog had too. */
  known: Diagnostic[];
  /** Errors that the old blog did not have. */
  errors: Diagnostic[];
  warnings: number;
  /** Folders that another server may have, and anchors that a script may make. */
  elsewhere: string[];
  /** Why there was no check: the message of an error. */
  failure?: string;
}

/** Checks the new blog in a folder, and writes the problems that the old one had to the baseline. */
export async function checkImport(
  folder: string,
  { hadProblem, addresses }: Pick<ImportedSite, 'hadProblem' | 'addresses'>,
  progress: (text: string) => void,
): Promise<CheckedImport> {
  const root = folder.endsWith('/') ? folder : `${folder}/`;
  try {
    const { diagnostics, files } = await checkContent(await loadContext(root), {
      progress: (done, all) => progress(`Checked ${done} of ${all} files`),
    });
    const all = Map.groupBy(addToBaseline(diagnostics, root, hadProblem), ({ known, severity }) =>
      known ? 'known' : severity,
    );
    const { length } = all.get('warning') ?? [];
    const known = all.get('known') ?? [];
    return {
      ...{ files, warnings: length, known },
      elsewhere: foldersElsewhere(known, addresses),
      errors: all.get('error') ?? [],
    };
  } catch (error) {
    const { message } = error as Error;
    return { files: 0, known: [], errors: [], warnings: 0, elsewhere: [], failure: message };
  }
}

/** The maximum of problems of a kind on the terminal. */
const SHOWN = 5;

/** Returns the result of a check as lines for the terminal. */
export function checkLines(checked: CheckedImport): string[] {
  const { files, known, errors, warnings, elsewhere, failure } = checked;
  if (failure !== undefined)
    return ['', `Not checked: ${failure.split('\n')[0]}`, 'Run npm run check when that is fixed.'];
  const problems = count(known.length, 'problem');
  return [
    '',
    `Checked ${count(files, 'file')} of the new blog: ${count(errors.length, 'error')}, ${count(warnings, 'warning')}.`,
    ...(known.length === 0
      ? []
      : [
          `The old blog had ${problems}, now in ${BASELINE}: ${kinds(known)}.`,
          ...listed(known, 'npm run check -- --known lists them'),
        ]),
    ...(elsewhere.length === 0
      ? []
      : [`If another server or a script makes these, set elsewhere: [${elsewhere.join(', ')}].`]),
    ...(errors.length === 0
      ? []
      : [
          'Errors, to fix before the blog can be built:',
          ...listed(errors, 'npm run check lists them'),
        ]),
  ];
}

function listed(problems: readonly Diagnostic[], rest: string): string[] {
  const lines = problems
    .slice(0, SHOWN)
    .map((one) => `  ${formatDiagnostic({ ...one, severity: 'error' })}`);
  const more = problems.length - lines.length;
  return more > 0 ? [...lines, `  … and ${more} more; ${rest}`] : lines;
}

const KINDS: Record<string, [one: string, many: string]> = {
  'dead-link': ['link to a missing page', 'links to missing pages'],
  'missing-anchor': ['link to a missing heading', 'links to missing headings'],
  'missing-picture': ['missing picture', 'missing pictures'],
  'picture-unreadable': ['damaged picture', 'damaged pictures'],
  formula: ['formula that is not valid TeX', 'formulas that are not valid TeX'],
  'empty-link': ['link without text or URL', 'links without text or URL'],
};

/** `2 links to missing pages, 1 missing picture` */
function kinds(problems: readonly Diagnostic[]): string {
  return [...Map.groupBy(problems, ({ rule = '' }) => rule)]
    .sort(([, few], [, many]) => many.length - few.length)
    .map(([rule, { length }]) => `${length} ${(KINDS[rule] ?? [rule, rule])[length === 1 ? 0 : 1]}`)
    .join(', ');
}

/** Fewer links into a folder are rather broken than served by others. */
const MANY = 3;

/** Returns the folders of many missing pages of which the old blog had none, and anchors of comments. */
function foldersElsewhere(
  known: readonly Diagnostic[],
  addresses: ImportedSite['addresses'],
): string[] {
  const own = new Set(addresses.map(({ from }) => folderOf(from)));
  const folders = known.flatMap(({ rule, target = '' }) => {
    if (rule === 'missing-anchor' && target.includes('#comment-')) return ['#comment-*'];
    const folder = folderOf(target);
    return rule !== 'dead-link' || folder === undefined || own.has(folder) ? [] : [folder];
  });
  return [...Map.groupBy(folders, (folder) => folder)]
    .filter(([, { length }]) => length >= MANY)
    .map(([folder]) => `'${folder}'`)
    .slice(0, SHOWN);
}

/** `/litedown/x/` → `/litedown/` */
function folderOf(path: string): string | undefined {
  return /^\/[^/?#]+\//.exec(path)?.[0];
}
