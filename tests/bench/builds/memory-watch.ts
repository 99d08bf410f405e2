import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Milliseconds between two looks: rarely enough to cost the build nothing. */
const PAUSE = 50;

/**
 * Watches the memory of a process and all that it starts. A look adds up what each has for
 * itself, and of what is mapped from files (programs, libraries) the largest for each program,
 * since its processes share it. Between two looks nothing is seen but the highest of each.
 */
export class MemoryWatch {
  readonly #pid: number | undefined;
  readonly #timer: NodeJS.Timeout | undefined;
  #peak = 0;

  constructor(pid: number | undefined) {
    this.#pid = pid;
    if (process.platform === 'linux') this.#timer = setInterval(() => this.#look(), PAUSE);
  }

  /** Ends it and returns the most that was there at one time, in bytes; nothing on other systems. */
  stop(): number | undefined {
    clearInterval(this.#timer);
    return this.#peak === 0 ? undefined : this.#peak;
  }

  #look(): void {
    const all =
      this.#pid === undefined ? [] : tree(this.#pid).flatMap((pid) => memoryOf(pid) ?? []);
    this.#peak = Math.max(this.#peak, memoryOfAll(all), ...all.map(({ highest }) => highest));
  }
}

/** The memory of one process, in bytes. */
export interface Memory {
  program: string;
  own: number;
  mapped: number;
  /** The most that it ever had. */
  highest: number;
}

/** Returns the memory of processes together, what several of one program map once. */
export function memoryOfAll(all: readonly Memory[]): number {
  const mapped = new Map<string, number>();
  for (const { program, mapped: bytes } of all)
    mapped.set(program, Math.max(bytes, mapped.get(program) ?? 0));
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);
  return sum(all.map(({ own }) => own)) + sum(mapped.values());
}

/** Returns what `/proc/<pid>/status` says of memory. */
export function parseStatus(status: string, program: string): Memory {
  const bytes = (name: string) =>
    1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
  const own = bytes('RssAnon') + bytes('RssShmem');
  return { program, own, mapped: bytes('RssFile'), highest: bytes('VmHWM') };
}

function memoryOf(pid: number): Memory | undefined {
  return ifThere(() =>
    parseStatus(readFileSync(`/proc/${pid}/status`, 'utf8'), readlinkSync(`/proc/${pid}/exe`)),
  );
}

/** A process and all that it started, and that is still there. */
function tree(pid: number): number[] {
  const threads = ifThere(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  const children = threads.flatMap((thread) => {
    const pids = ifThere(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')) ?? '';
    return pids.split(' ').filter(Boolean).map(Number);
  });
  return [pid, ...children.flatMap(tree)];
}

/** Returns `undefined` where a process has ended in between. */
function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
