import type { OldPage } from './old-page.ts';

interface Exported {
  /** The name of the file of the export. */
  file: string;
  /** The id of the post in it. */
  id: string;
  /** The name of the new file. */
  name: string;
  /** The text as Markdown. */
  body: string;
  /** The line of the export; 1 for one without lines. */
  line: number;
}

/** Returns a post or page of an export as if it had a file of its own. */
export function exportPage({ file, id, name, body, line }: Exported): OldPage {
  return {
    ...{ file: `${file}#${id}`, kind: 'page', folders: [], name, isBundle: false },
    ...{ resources: [], folder: '' },
    source: {
      ...{ values: {}, lineOf: () => line, body, firstLine: line },
      ...{ hasFrontMatter: true, diagnostics: [] },
    },
  };
}
