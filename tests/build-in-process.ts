import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A site to build, with the options of `octavo build`. */
export interface BuildJob {
  folder: string;
  options: readonly string[];
}

/** How a build ended. */
export interface BuildResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

const script = fileURLToPath(new URL('./build-process.ts', import.meta.url));
const built = new Set<string>();
let child: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Returns true for a site that the process has built: it has loaded the modules of its folder. */
export function isLoaded(folder: string): boolean {
  return built.has(folder);
}

/**
 * Builds a site in the process that has built the sites before it. Loading and compiling Astro is
 * half of the CPU time of a small build.
 */
export function buildInProcess(job: BuildJob, env: NodeJS.ProcessEnv): Promise<BuildResult> {
  built.add(job.folder);
  const result = last.then(() => send(job, env));
  last = result.catch(() => undefined);
  return result;
}

function send(job: BuildJob, env: NodeJS.ProcessEnv): Promise<BuildResult> {
  if (!child?.connected) child = start(env);
  const running = child;
  // While it has no job, it does not keep the tests from ending.
  running.channel?.ref();
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error(`the process that built ${job.folder} ended`));
    running.once('exit', onExit);
    running.once('message', (result: BuildResult) => {
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
