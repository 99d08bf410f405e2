import type { Check } from './check.ts';

export const fileIgnored: Check = {
  id: 'file-ignored',
  severity: 'warning',
  about: 'a Markdown file or linked folder that is not read: `a.markdown`, `src/content/post/a.md`',
  ofSite: ({ ignored }) =>
    ignored.map(({ path, reason }) => ({
      ...{ path, position: { line: 1, column: 1 }, message: `file: ${reason}` },
    })),
};
