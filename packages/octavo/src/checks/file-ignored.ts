import type { Check } from './check.ts';

export const fileIgnored: Check = {
  id: 'file-ignored',
  ofSite: ({ ignored }) =>
    ignored.map(({ path, reason }) => ({
      ...{ path, position: { line: 1, column: 1 }, message: `file: ${reason}` },
    })),
};
