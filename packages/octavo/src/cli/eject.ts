import { UsageError } from './usage-error.ts';

/** Copies components of the engine into `src/overrides/`. */
export const eject: (names: string[], options: object) => Promise<void> = () => {
  throw new UsageError('eject is not available yet');
};
