import { positionIn } from '../markdown/position.ts';
import type { Check } from './check.ts';

const FILE = 'src/site.config.ts';

/** A file of the setting `fonts` that is missing or no font. */
export const fontFile: Check = {
  id: 'font-file',
  ofSite: ({ fonts, text }) => {
    const source = text(FILE) ?? '';
    return fonts.map(({ role, path, problem }) => ({
      path: FILE,
      position: positionIn(source, Math.max(source.indexOf(path), 0)),
      message: `fonts.${role}: ${problem}`,
    }));
  },
};
