import { UsageError } from './usage-error.ts';

/** Installs another version of the engine. */
export const upgrade: (target: string | undefined, options: object) => Promise<void> = () => {
  throw new UsageError('upgrade is not available yet');
};
