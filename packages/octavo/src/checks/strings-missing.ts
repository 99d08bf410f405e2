import { positionIn } from '../markdown/position.ts';
import { missingStrings } from '../strings/strings.ts';
import type { Check } from './check.ts';

const FILE = 'src/site.config.ts';
/** The keys that the message names. */
const NAMED = 3;

/** Strings of the interface that neither the engine nor the settings have in the language of the blog. */
export const stringsMissing: Check = {
  id: 'strings-missing',
  ofSite: ({ settings, text }) => {
    const keys = missingStrings(settings);
    if (keys.length === 0) return [];
    const source = text(FILE) ?? '';
    const position = positionIn(source, Math.max(source.search(/\blanguage\b/), 0));
    const named = keys.slice(0, NAMED).join(', ');
    const others = keys.length > NAMED ? ` and ${keys.length - NAMED} more` : '';
    const message = `language: strings not in ${settings.language} are shown in English: ${named}${others}; set them in strings`;
    return [{ path: FILE, position, message }];
  },
};
