import type { PageHtml } from '../html/read-html.ts';
import type { Edit } from '../html/edits.ts';
import { memoized } from './memoized.ts';
import { namesOf, type PageNames } from './page-names.ts';
import { compoundsOf, Scopes, SHORT } from './scopes.ts';
import {
  parseSheet,
  type Block,
  type Needs,
  type Part,
  type ScopedCompound,
  type SelectorFacts,
  type Sheet,
  type Statement,
} from './style-sheet.ts';

/** What is done to the styles of a page. */
interface UsedStyles {
  edits: Edit[];
  /** The texts of all that the page has then. */
  styles: string[];
}

/**
 * Makes one style sheet of those in the head of a page, in their order: what the page has a use
 * for. A rule goes where no element can be found by it; a custom property, where nothing takes its
 * value. What a script of the page names counts as being there.
 */
export function usedStyles(page: PageHtml): UsedStyles {
  const sheets = page.styles.filter(
    ({ isInHead, attributes }) => isInHead && attributes.length === 0,
  );
  const others = page.styles.filter((style) => !sheets.includes(style)).map(({ text }) => text);
  const css = sheets.map(({ text }) => text).join('\n');
  if (css === '') return { edits: [], styles: page.styles.map(({ text }) => text) };
  const { style, scopes } = keptOf(sheetOf(css), namesOf(page, others));
  const edits = sheets.map(({ start, end }, index) => ({
    ...{ start, end },
    text: index === 0 ? `<style>${style}</style>` : '',
  }));
  return { edits: [...edits, ...scopes.edits(page.tags)], styles: [style, ...others] };
}

/** What a page keeps of a style sheet. */
interface Kept {
  style: string;
  scopes: Scopes;
}

/** A style sheet, and what pages have kept of it. */
interface SharedSheet extends Sheet {
  needs: string[];
  compounds: ScopedCompound[];
  /** By the words of their scripts, and by what else it depends on. */
  kept: WeakMap<PageNames['scripts'], Map<string, Kept>>;
}

/** Pages of one kind have the same style sheets. */
const sheetOf = memoized((css): SharedSheet => {
  const sheet = parseSheet(css);
  const compounds = new Map(compoundsOf(sheet.parts).map((one) => [one.scopedTarget, one]));
  return {
    ...sheet,
    needs: [...new Set(namesIn(sheet.parts))],
    compounds: [...compounds.values()],
    kept: new WeakMap(),
  };
});

/** Returns all names that rules are for. */
function namesIn(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if ('css' in part) return [];
    const selectors = typeof part.head === 'string' ? [] : part.head;
    return [...selectors.flatMap(({ needs }) => flat(needs)), ...namesIn(part.parts)];
  });
}

function flat(needs: Needs): string[] {
  return needs.flatMap((need) => (typeof need === 'string' ? need : need.flatMap(flat)));
}

/** Many pages keep the same. */
function keptOf(sheet: SharedSheet, names: PageNames): Kept {
  const { kept } = sheet;
  if (!kept.has(names.scripts)) kept.set(names.scripts, new Map());
  const known = kept.get(names.scripts)!;
  const key = keyOf(sheet, names);
  if (!known.has(key)) known.set(key, reduced(sheet, names));
  return known.get(key)!;
}

/** Returns all of a page's names that what it keeps depends on. */
function keyOf({ needs, compounds }: SharedSheet, { markup, properties }: PageNames): string {
  let key = '';
  for (const name of needs) key += markup.has(name) ? 1 : 0;
  for (const { target, scopedTarget } of compounds)
    key += markup.get(target) === markup.get(scopedTarget) ? 1 : 0;
  for (const name of properties) key += ` ${name}`;
  for (const name of markup.keys()) if (SHORT.test(name)) key += ` ${name}`;
  return key;
}

function reduced(sheet: Sheet, names: PageNames): Kept {
  const isThere = memoized((name) => isNamed(name, names));
  const parts = sheet.parts.flatMap((part) => usedPart(part, isThere));
  const scopes = new Scopes(sheet.scopes, parts, names);
  return { style: print(parts, takenProperties(parts, names), scopes), scopes };
}

type IsThere = (name: string) => boolean;

/** True where an element has a name, or a script may give it one. */
function isNamed(name: string, { markup, scripts }: PageNames): boolean {
  if (markup.has(name)) return true;
  const word = /[\w-]+(?=\]?$)/.exec(name)?.[0] ?? '';
  if (scripts.has(word)) return true;
  // `dataset.dayOfWeek` for `data-day-of-week`.
  const property = word.replace(/^data-|-([a-z])/g, (_, letter = '') => letter.toUpperCase());
  return name.startsWith('[') && scripts.has(property);
}

function usedPart(part: Part, isThere: IsThere): Part[] {
  if ('css' in part) return [part];
  const found =
    typeof part.head === 'string'
      ? part.head
      : part.head.filter(({ needs }) => needs.every((need) => isMet(need, isThere)));
  if (found.length === 0) return [];
  const parts = part.parts.flatMap((inner) => usedPart(inner, isThere));
  if (parts.length === 0) return [];
  // What is nested has the specificity of the strongest selector of the list.
  return [{ head: parts.some((inner) => 'head' in inner) ? part.head : found, parts }];
}

function isMet(need: Needs[number], isThere: IsThere): boolean {
  if (typeof need === 'string') return isThere(need);
  return need.some((choice) => choice.every((inner) => isMet(inner, isThere)));
}

/** Returns the custom properties whose values are taken, by others that are taken too. */
function takenProperties(parts: readonly Part[], { properties, scripts }: PageNames): Set<string> {
  const statements = [...statementsOf(parts)];
  const taken = new Set(properties);
  for (const { declares } of statements)
    if (declares !== undefined && scripts.has(declares)) taken.add(declares);
  let before = -1;
  while (taken.size > before) {
    before = taken.size;
    const read = statements.filter(({ declares }) => declares === undefined || taken.has(declares));
    for (const name of read.flatMap(({ takes }) => takes)) taken.add(name);
  }
  return taken;
}

function* statementsOf(parts: readonly Part[]): Generator<Statement> {
  for (const part of parts) {
    if ('css' in part) yield part;
    else yield* statementsOf(part.parts);
  }
}

function print(parts: readonly Part[], taken: ReadonlySet<string>, scopes: Scopes): string {
  let css = '';
  for (const part of parts) {
    if ('head' in part) {
      const inside = print(part.parts, taken, scopes);
      if (inside !== '') css += `${headOf(part, scopes)}{${inside}}`;
    } else if (part.declares === undefined || taken.has(part.declares)) css += `${part.css};`;
  }
  return css.replace(/;$/, '');
}

function headOf({ head }: Block, scopes: Scopes): string {
  if (typeof head === 'string') return head;
  const toCss = (piece: SelectorFacts['pieces'][number]) =>
    typeof piece === 'string' ? piece : scopes.css(piece);
  return head.map(({ pieces }) => pieces.map(toCss).join('')).join(',');
}
