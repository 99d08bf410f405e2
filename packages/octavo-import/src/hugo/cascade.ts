import { matchesGlob } from 'node:path';
import type { OldPage } from '../old/old-page.ts';
import { isMap, map, text, type Values } from '../old/values.ts';

interface Cascade {
  /** The folder that it is for, and all below. */
  folder: string;
  target: Values;
  values: Values;
}

/**
 * Returns the pages with the front matter that the lists above them and the configuration hand
 * down (`cascade`): what is nearer goes first, the page's own before all.
 */
export function cascaded(pages: readonly OldPage[], siteCascade: unknown): OldPage[] {
  const cascades = [
    ...cascadesOf('', siteCascade),
    ...pages
      .filter(({ kind }) => kind !== 'page')
      .flatMap((page) => cascadesOf(folderOf(page), page.source.values['cascade'])),
  ].sort((a, b) => a.folder.length - b.folder.length);
  if (cascades.length === 0) return [...pages];
  return pages.map((page) => {
    const handed = cascades.filter((cascade) => reaches(cascade, page)).map(({ values }) => values);
    const values = Object.assign({}, ...handed, page.source.values) as Values;
    return { ...page, source: { ...page.source, values } };
  });
}

function cascadesOf(folder: string, cascade: unknown): Cascade[] {
  return [cascade].flat().flatMap((one) => {
    if (!isMap(one)) return [];
    const { _target: old, target = old, ...rest } = one;
    const params = map(rest, 'params');
    return { folder, target: isMap(target) ? target : {}, values: { ...params, ...rest } };
  });
}

function reaches({ folder, target }: Cascade, page: OldPage): boolean {
  const own = [...page.folders, page.name].filter((part) => part !== '').join('/');
  if (folder !== '' && own !== folder && !own.startsWith(`${folder}/`)) return false;
  const [kind, path] = [text(target['kind']), text(target['path'])];
  if (kind !== undefined && !matchesGlob(page.kind, kind)) return false;
  return path === undefined || matchesGlob(`/${own}`.toLowerCase(), path.toLowerCase());
}

/** The folder of a list below the content. */
export function folderOf({ folders, name }: Pick<OldPage, 'folders' | 'name'>): string {
  return [...folders, name].filter((part) => part !== '').join('/');
}
