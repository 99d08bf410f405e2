import type { Diagnostic } from '../diagnostic.ts';
import type { OldAddress } from '../imported-site.ts';
import type { OldFiles } from '../old/old-files.ts';
import { boolean, map, text, texts } from '../old/values.ts';
import type { ImportOptions } from '../site/build-site.ts';
import { emptyLanguage, isEmpty } from '../site/empty-language.ts';
import { readConfig, type HugoConfig } from './config.ts';
import { readLanguage, type HugoLanguage } from './read-language.ts';

/** The languages that a blog has besides the default one. */
interface OtherLanguages {
  /** Those with posts or pages. */
  languages: HugoLanguage[];
  /** All of them. */
  read: HugoLanguage[];
  /** The URLs of those without posts and pages: lists redirect to the index, feeds to that of all posts. */
  addresses: OldAddress[];
  diagnostics: Diagnostic[];
}

/** Reads the languages of a blog besides the default one. */
export function otherLanguages(
  root: string,
  config: HugoConfig,
  options: ImportOptions,
  mainSections: readonly string[],
): OtherLanguages {
  const keys = [...config.languages].filter(
    (key) => key !== config.languageKey && !isOff(key, config),
  );
  const [away, here] = [
    keys.filter((key) => hasSite(key, config)),
    keys.filter((key) => !hasSite(key, config)),
  ];
  const read = here.map((key) => {
    const own = readConfig(root, key);
    // Files of the whole site are read once.
    const isNew = ({ source }: { source: string }) =>
      config.statics.every((one) => one.source !== source);
    const its = { ...own, statics: own.statics.filter(isNew), assets: [] };
    return readLanguage(root, its, options, mainSections);
  });
  const diagnostics = away.map((key): Diagnostic => ({
    ...{ file: config.file, line: 1, severity: 'warning' },
    message: `skipped language ${key}: it has a baseURL of its own; import it as a blog of its own`,
  }));
  return {
    ...{ read, languages: read.filter((one) => !isEmpty(one)) },
    addresses: read.filter(isEmpty).flatMap(emptyLanguage),
    diagnostics: [...diagnostics, ...read.flatMap((one) => one.diagnostics)],
  };
}

function isOff(key: string, { values }: HugoConfig): boolean {
  const disabled = texts(values['disablelanguages']).map((one) => one.toLowerCase());
  return disabled.includes(key) || boolean(map(values, 'languages', key)['disabled']) === true;
}

/** A language on a host of its own has no URLs below that of the blog. */
function hasSite(key: string, { values }: HugoConfig): boolean {
  return text(map(values, 'languages', key)['baseurl']) !== undefined;
}

/** Returns the files of all languages; those of later ones take the places of others. */
export function languageFiles(languages: readonly HugoLanguage[]): OldFiles {
  const all = languages.map(({ files }) => files);
  return {
    published: new Map(all.flatMap(({ published }) => [...published])),
    statics: new Set(all.flatMap(({ statics }) => [...statics])),
    folders: new Map(all.flatMap(({ folders }) => [...folders])),
    assets: new Map(all.flatMap(({ assets }) => [...assets])),
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  };
}
