import { parseBlogroll } from '../content/blogroll.ts';
import { positionIn } from '../diagnostics/position-in.ts';
import { missingStrings } from '../strings/strings.ts';
import { languagesOf } from '../settings/languages.ts';
import type { Check } from './check.ts';

const FILE = 'src/site.config.ts';
/** The number of keys that a message names. */
const NAMED = 3;

export const settingsChecks: Check[] = [
  // Files of the setting `fonts` that are missing or not fonts.
  {
    id: 'font-file',
    ofSite: ({ fonts, text }) => {
      const source = text(FILE) ?? '';
      return fonts.map(({ role, path, problem }) => ({
        path: FILE,
        position: positionIn(source, Math.max(source.indexOf(path), 0)),
        message: `fonts.${role}: ${problem}`,
      }));
    },
  },
  // The file of the setting `blogroll`.
  {
    id: 'blogroll',
    ofSite: ({ settings: { blogroll: path }, text }) => {
      const source = path === undefined ? '' : text(path);
      const finding = (file: string, of: string, offset: number, message: string) => ({
        ...{ path: file, position: positionIn(of, offset), message: `blogroll: ${message}` },
      });
      if (path === undefined) return [];
      const config = text(FILE) ?? '';
      if (source === undefined)
        return [finding(FILE, config, Math.max(config.indexOf(path), 0), `${path} not found`)];
      const { errors } = parseBlogroll(path, source);
      return errors.map(({ offset, message }) => finding(path, source, offset, message));
    },
  },
  // Strings of the interface that neither the engine nor the settings have in the language of the blog.
  {
    id: 'strings-missing',
    ofSite: ({ settings, text }) =>
      languagesOf(settings).flatMap((site) => {
        const keys = missingStrings(site);
        if (keys.length === 0) return [];
        const source = text(FILE) ?? '';
        const key = site.code === site.defaultCode ? 'language' : `languages.${site.code}`;
        const position = positionIn(source, Math.max(source.search(/\blanguages?\b/), 0));
        const named = keys.slice(0, NAMED).join(', ');
        const others = keys.length > NAMED ? ` and ${keys.length - NAMED} more` : '';
        const message = `${key}: strings not in ${site.language} are shown in English: ${named}${others}; set them in strings`;
        return [{ path: FILE, position, message }];
      }),
  },
];
