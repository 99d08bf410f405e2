/** What commands use of the world beside the blog. */
export interface World {
  fetch: typeof fetch;
  env: NodeJS.ProcessEnv;
  /** Prints a line on standard output, or on standard error for a warning. */
  print: (line: string) => void;
  warn: (line: string) => void;
}

/** The options of all commands. */
export interface Options {
  /** A date as in front matter. */
  now?: string;
  dryRun?: boolean;
  all?: boolean;
}
