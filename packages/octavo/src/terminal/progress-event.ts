import type { EventEmitter } from 'node:events';

/** The event by which a build says what it does: parts of it run as modules of Vite's, apart from the rest. */
const EVENT = 'octavo:progress';

/** Says what a build is at: `Rendering texts`, and how many of all are done. */
export function tellProgress(what: string, done: number, all: number): void {
  (process as EventEmitter).emit(EVENT, what, done, all);
}

/** Hears what a build is at; returns what ends that. */
export function hearProgress(
  listener: (what: string, done: number, all: number) => void,
): () => void {
  const events: EventEmitter = process;
  events.on(EVENT, listener);
  return () => events.off(EVENT, listener);
}
