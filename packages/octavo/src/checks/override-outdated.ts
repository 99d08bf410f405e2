import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineFolder } from '../engine-folder.ts';
import { originalOf } from '../owner/overridable.ts';
import { digestOf, ejectedSource, originOf } from '../owner/ejected.ts';
import type { Check } from './check.ts';

export const overrideOutdated: Check = {
  id: 'override-outdated',
  severity: 'warning',
  about:
    'an ejected component in `src/overrides/` whose original in the engine has changed since; `octavo upgrade` merges the changes',
  ofSite: ({ replacements, text }) =>
    replacements.flatMap((path) => {
      const original = originalOf(path);
      const origin = original === undefined ? undefined : originOf(text(path) ?? '');
      if (original === undefined || !origin) return [];
      const source = ejectedSource(readFileSync(join(engineFolder, original), 'utf8'), original);
      if (digestOf(source) === origin.digest) return [];
      const name = original.slice(original.lastIndexOf('/') + 1).replace('.astro', '');
      const message = `${name}: the engine's component has changed since octavo ${origin.version}; merge the changes with octavo upgrade`;
      const { line, column } = origin;
      return [{ path, position: { line, column }, message }];
    }),
};
