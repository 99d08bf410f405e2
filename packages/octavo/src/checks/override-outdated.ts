import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { engineFolder } from '../engine-folder.ts';
import { baseOf, ejectedSource, originOf } from '../owner/ejected.ts';
import { originalOf } from '../owner/overridable.ts';
import type { Check } from './check.ts';

export const overrideOutdated: Check = {
  id: 'override-outdated',
  ofSite: ({ replacements, text }) =>
    replacements.flatMap((path) => {
      const original = originalOf(path);
      const origin = originOf(text(path) ?? '');
      if (original === undefined || !origin) return [];
      const source = ejectedSource(readFileSync(join(engineFolder, original), 'utf8'), original);
      if (text(baseOf(path)) === source) return [];
      const { version, ...position } = origin;
      const message = `${basename(original, '.astro')}: the engine's component has changed since octavo ${version}; merge the changes with octavo upgrade`;
      return [{ path, position, message }];
    }),
};
