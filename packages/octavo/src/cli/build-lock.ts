import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

/** In milliseconds. */
const INTERVAL = 200;
/** SQLITE_BUSY: another process has the lock. */
const BUSY = 5;

/**
 * Waits until no other build of a blog runs, and returns a function that lets the next one start.
 * The lock is that of a SQLite database, since the system releases it when a build is killed.
 */
export async function lockBuild(root: string, onWait: () => void): Promise<() => void> {
  const folder = join(root, '.cache/octavo');
  for (let attempt = 0; ; attempt++) {
    let database: DatabaseSync | undefined;
    try {
      mkdirSync(folder, { recursive: true });
      database = new DatabaseSync(join(folder, 'build.sqlite'));
      database.exec('begin exclusive');
      return () => database?.close();
    } catch (error) {
      database?.close();
      // A read-only or damaged cache has no lock.
      if ((error as { errcode?: number }).errcode !== BUSY) return () => undefined;
    }
    if (attempt === 0) onWait();
    await wait(INTERVAL);
  }
}
