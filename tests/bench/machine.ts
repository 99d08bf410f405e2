import { availableParallelism } from 'node:os';

/** Returns what this machine is, as far as figures depend on it and need not tell whose it is. */
export function machine(): string {
  return `${availableParallelism()} cores, Node ${process.versions.node}`;
}
