import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A command of `octavo` with its options, in the folder of a site. */
export interface CommandJob {
  folder: string;
  args: readonly string[];
  /** By default, that of the machine. */
  timeZone?: string;
}

/** How a command ended. */
export interface CommandResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

const script = fileURLToPath(new URL('./command-process.ts', import.meta.url));
let child: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a command in the process that ran the commands before it. Loading and compiling the engine and
 * Astro is half of the CPU time of a small build, and most of that of a check.
 */
export function runInProcess(job: CommandJob, env: NodeJS.ProcessEnv): Promise<CommandResult> {
  const result = last.then(() => send(job, env));
  last = result.catch(() => undefined);
  return result;
}

function send(job: CommandJob, env: NodeJS.ProcessEnv): Promise<CommandResult> {
  if (!child?.connected) child = start(env);
  const running = child;
  // While it has no job, it does not keep the tests from ending.
  running.channel?.ref();
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error(`the process of a command in ${job.folder} ended`));
    running.once('exit', onExit);
    running.once('message', (result: CommandResult) => {
      running.off('exit', onExit);
      running.channel?.unref();
      resolve(result);
    });
    running.send(job);
  });
}

/** Starts the process, which ends with that of the tests. */
function start(env: NodeJS.ProcessEnv): ChildProcess {
  const started = fork(script, { env, execArgv: [], stdio: 'inherit' });
  started.unref();
  return started;
}
