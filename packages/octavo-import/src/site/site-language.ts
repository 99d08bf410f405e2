/** The key of a language in the settings, which is its folder, and the facts about it. */
export interface LanguageKey {
  code: string;
  /** Its name for readers, if the blog gives one. */
  name?: string | undefined;
  /** The folder of its old URLs: `/de`; empty at the root. */
  prefix: string;
}

/** A language of the new site. */
export interface SiteLanguage extends LanguageKey {
  /** The folder of its URLs: `/de`; empty at the root. */
  folder: string;
  /** The folder of its content files, `de/`, or the end of their names, `.de`; one of them, or none. */
  files: { folder: string; suffix: string };
  /** Folders whose name is no part of the path of a post's new file. */
  mainFolders: readonly string[];
}

/** Returns a path without the folder that it is in; one outside of the folder as it is. */
export function below(folder: string, path: string): string {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length) : path;
}

/** Returns a path below the folder of its language. */
export function belowLanguage(languages: readonly SiteLanguage[], path: string): string {
  const own = languages.find(({ folder }) => folder !== '' && path.startsWith(`${folder}/`));
  return own ? below(own.folder, path) : path;
}
