import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { environment, type TestSite } from './site.ts';

/** `octavo dev` of a site, or another command that serves it. */
export class DevServer {
  /** All that it printed so far. */
  output = '';
  readonly #process: ChildProcess;
  #address = '';

  private constructor(site: TestSite, command: string, inherited: NodeJS.ProcessEnv) {
    // Astro serves nothing where it takes its caller for Vitest, and in the background for others.
    const env = { ...inherited, ASTRO_DEV_BACKGROUND: '0', NO_COLOR: '1' };
    for (const name of ['VITEST', 'NODE_ENV', 'FORCE_COLOR']) Reflect.deleteProperty(env, name);
    this.#process = spawn(process.execPath, [site.bin, command], { cwd: site.folder, env });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.on('data', (data: Buffer) => (this.output += data.toString()));
  }

  /** Starts it, and waits until it says its address. */
  static async start(
    site: TestSite,
    command = 'dev',
    inherited = environment(),
  ): Promise<DevServer> {
    const server = new DevServer(site, command, inherited);
    server.#address = await server.printed(/(?:Local|Serving at)\s+(http:\/\/\S+)/);
    return server;
  }

  /** Returns the address of a path below the base path. */
  url(path: string): string {
    return new URL(path, this.#address.replace(/\/?$/, '/')).href;
  }

  /** Waits until it has printed what a pattern matches; returns the first group, else the match. */
  printed(pattern: RegExp, from = 0): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(this.output.slice(from));
        if (!match) return;
        stop();
        resolve(match[1] ?? match[0]);
      };
      const ended = () => {
        stop();
        reject(new Error(`dev ended:\n${this.output}`));
      };
      const timer = setInterval(look, 20);
      const stop = () => {
        clearInterval(timer);
        this.#process.off('exit', ended);
      };
      this.#process.on('exit', ended);
    });
  }

  /** Returns the milliseconds of processor time that it has used; on Linux only. */
  processorTime(): number {
    // proc_pid_stat(5): the fields 14 and 15, in hundredths of a second.
    const stat = readFileSync(`/proc/${this.#process.pid}/stat`, 'utf8').split(') ')[1]!;
    const [user, system] = stat.split(' ').slice(11, 13).map(Number) as [number, number];
    return 10 * (user + system);
  }

  /** Ends it. */
  async stop(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode !== null || signalCode !== null) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill();
    await ended;
  }
}
