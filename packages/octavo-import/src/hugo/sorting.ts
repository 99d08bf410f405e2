import type { Diagnostic } from '../diagnostic.ts';
import type { HugoConfig } from './config.ts';
import type { OldPage } from '../old/old-page.ts';
import { at, boolean, text, texts } from '../old/values.ts';

/** The pages of a Hugo blog by what becomes of them. */
export interface SortedPages {
  posts: OldPage[];
  pages: OldPage[];
  /** `_index.md` of folders, taxonomies, terms. */
  lists: OldPage[];
  home: OldPage | undefined;
  /** Pages whose layout makes what Octavo makes itself, with its address. */
  engine: { page: OldPage; to: string }[];
  diagnostics: Diagnostic[];
  /** The sections whose pages the index shows. */
  mainSections: readonly string[];
}

/** Layouts of pages that Octavo has itself: those of PaperMod, and the names of pages without a text. */
const ENGINE_LAYOUTS: Record<string, string> = {
  search: '/search/',
  archives: '/archive/',
  archive: '/archive/',
};

/**
 * Sorts pages as Hugo's index would list them: `mainSections`, else the section with most pages; in
 * another language that of the default one, so that a translation of a page is a page.
 */
export function sortPages(
  all: readonly OldPage[],
  config: HugoConfig,
  ofDefault: readonly string[] | undefined,
): SortedPages {
  const mainSections = config.mainSections ?? ofDefault ?? largestSections(all);
  const sorted: SortedPages = {
    ...{ posts: [], pages: [], lists: [], home: undefined, engine: [], diagnostics: [] },
    mainSections,
  };
  const asPosts = new Map<string, number>();
  for (const page of all) {
    if (page.kind === 'home') sorted.home = page;
    else if (page.kind === 'section') sorted.lists.push(page);
    else sortPage(page);
  }
  for (const [section, count] of asPosts) {
    const message = `the section ${section} was not on the index in Hugo; its dated pages (${count}) are posts here, on the index too (unlisted: true takes one off)`;
    sorted.diagnostics.push({ file: `content/${section}`, line: 1, severity: 'info', message });
  }
  return sorted;

  function sortPage(page: OldPage): void {
    const to = ENGINE_LAYOUTS[layoutOf(page).toLowerCase()];
    const reason = unpublished(page);
    if (to !== undefined) return void sorted.engine.push({ page, to });
    if (reason !== undefined) {
      const message = `${reason}: Hugo had no page for it; skipped`;
      return void sorted.diagnostics.push({ file: page.file, line: 1, severity: 'info', message });
    }
    if (isMain(page, sorted.mainSections)) return void sorted.posts.push(page);
    if (!isPost(page, config)) return void sorted.pages.push(page);
    sorted.posts.push(page);
    const section = page.folders[0] ?? '';
    asPosts.set(section, (asPosts.get(section) ?? 0) + 1);
  }
}

function layoutOf({ folders, name, source: { values, body } }: OldPage): string {
  const isOfTemplate = folders.length === 0 && body.trim() === '';
  return text(values['layout']) ?? (isOfTemplate ? name : '');
}

function isMain(page: OldPage, mainSections: readonly string[]): boolean {
  const type = text(page.source.values['type']) ?? page.folders[0] ?? '';
  return mainSections.some((section) => section.toLowerCase() === type.toLowerCase());
}

/** What is in no main section is a post where a page would lose what lists and feeds had of it. */
function isPost(
  { folders, source: { values } }: OldPage,
  { mainSections, taxonomies }: HugoConfig,
) {
  if (folders.length === 0) return false;
  const hasTerms = [...taxonomies.values()].some((plural) => texts(values[plural]).length > 0);
  const hasDate = text(values['date']) !== undefined;
  return mainSections === undefined ? hasDate : hasTerms;
}

function largestSections(pages: readonly OldPage[]): string[] {
  const counts = new Map<string, number>();
  for (const { kind, folders } of pages) {
    const section = folders[0];
    if (kind === 'page' && section !== undefined)
      counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  const [largest] = [...counts].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
  return [largest?.[0] ?? ''];
}

function unpublished({ source: { values } }: OldPage): string | undefined {
  if (boolean(values['headless'])) return 'headless: true';
  const build = values['build'] ?? values['_build'];
  const render = text(at(build, 'render'))?.toLowerCase();
  return render === 'never' || render === 'false' ? `build.render: ${render}` : undefined;
}
