import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { MemoryWatch } from './memory-watch.ts';

/** What a command cost. */
export interface Cost {
  /** From its start to its end, in seconds. */
  time: number;
  /** Of all its processes together, user and system, in seconds; where the system says it. */
  processor?: number | undefined;
  /** The most that its processes had at one time, in bytes; where the system says it. */
  memory?: number | undefined;
}

/** A command, and the folder that it runs in. */
export interface Command {
  program: string;
  args: string[];
  folder: string;
  environment?: Record<string, string>;
}

/** The command that runs, so that it can be ended with this process. */
let running: ChildProcess | undefined;

/** Ends the command that runs. */
export function endRunning(): void {
  running?.kill('SIGKILL');
}

/**
 * Runs a command and returns what it cost.
 *
 * @throws what it printed, where it failed.
 */
export async function measuredRun(command: Command): Promise<Cost> {
  const { program, args, folder, environment } = command;
  const before = processorOfChildren();
  const start = performance.now();
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  const watch = new MemoryWatch(child.pid);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  const ended = new Promise<number>((resolve) =>
    child.on('exit', () => resolve(performance.now())),
  );
  const closed = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => watch.stop());
  const status = await closed;
  running = undefined;
  const after = processorOfChildren();
  if (status !== 0)
    throw new Error(`${[program, ...args].join(' ')} failed in ${folder}:\n${output}`);
  return {
    time: ((await ended) - start) / 1000,
    processor: before === undefined ? undefined : after! - before,
    memory: watch.stop(),
  };
}

/** Linux counts it in hundredths, on all machines that Node runs on (sysconf(_SC_CLK_TCK)). */
const TICKS = 100;

/** Returns the seconds of all processes that this one started and that have ended, with theirs. */
function processorOfChildren(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  // proc_pid_stat(5): after the name in parentheses the third field and on; 16 and 17 are these.
  const [, fields = ''] = /^.*\) (.*)$/m.exec(readFileSync('/proc/self/stat', 'utf8')) ?? [];
  const [user, system] = fields.split(' ').slice(13, 15).map(Number) as [number, number];
  return (user + system) / TICKS;
}
