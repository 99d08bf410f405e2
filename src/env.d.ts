/** Set by src/build/mode.ts: true in `dev`, false in a build. */
declare const IN_DEVELOPMENT: boolean;
/** Set by src/build/mode.ts: the project's folder. */
declare const PROJECT_ROOT: string;

/** Pagefind's module for browsers, by src/build/search-index.ts: what the search uses of it. */
declare module 'virtual:pagefind' {
  export function options(options: Record<string, unknown>): Promise<void>;
  export function preload(term: string): Promise<void>;
  export function filters(): Promise<import('./search/index.ts').Counts>;
  export function search(
    term: string | null,
    options: Record<string, unknown>,
  ): Promise<import('./search/index.ts').Answer>;
}
