import type { AstroIntegration } from 'astro';
import type { EndPhase } from '../terminal/profile.ts';

/** What a command of the CLI asks of the integration. */
export interface CommandOptions {
  /** Whether a build shows drafts and scheduled posts. */
  drafts?: boolean;
  /** The moment for which the site is made, in milliseconds since 1970; by default now. */
  now?: number | undefined;
  /** Reports how much of something is done: `Rendering texts`. */
  progress?: ((what: string, done: number, all: number) => void) | undefined;
  /** Called at the end of each phase of a build. */
  endPhase?: EndPhase | undefined;
  onBuilt?: ((counts: BuildCounts) => void) | undefined;
}

/** How many files a build made and how many it reused, and how many of them are pages. */
export interface BuildCounts {
  made: number;
  reused: number;
  /** The files of the last site that could be reused. */
  cached: number;
  pages: number;
}

const HOOK = 'octavo:command';

/** Returns an integration that passes the options of a command to the one of the engine. */
export function commandOptions(options: CommandOptions): AstroIntegration {
  return { name: HOOK, hooks: { [HOOK]: () => options } };
}

/** Returns the options that a command passed, if one did. */
export function commandOptionsOf(integrations: readonly AstroIntegration[]): CommandOptions {
  const hook: unknown = integrations.find(({ name }) => name === HOOK)?.hooks[HOOK];
  return typeof hook === 'function' ? (hook as () => CommandOptions)() : {};
}
