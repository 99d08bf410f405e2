/** Ends a phase of a build; `note` says what was reused. */
export type EndPhase = (phase: string, note?: string) => void;

/** The phases of a build, one after another. */
export class Profile {
  #start = performance.now();
  #used = process.cpuUsage();
  readonly #phases: { phase: string; time: number; cpu: number; note: string }[] = [];

  /** Ends the current phase, which began when the last one ended. */
  readonly end: EndPhase = (phase, note = '') => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(this.#used);
    this.#phases.push({ phase, time: now - this.#start, cpu: (user + system) / 1000, note });
    this.#start = now;
    this.#used = process.cpuUsage();
  };

  /** Returns a line for each phase, with its milliseconds, on the clock and of processor time. */
  lines(): string[] {
    const milliseconds = (time: number) => `${time.toFixed(0).padStart(7)} ms`;
    return this.#phases.map(({ phase, time, cpu, note }) =>
      `${milliseconds(time)}${milliseconds(cpu)} CPU  ${phase.padEnd(14)}  ${note}`.trimEnd(),
    );
  }
}

/** Returns how much of a cache was reused, or why nothing was. */
export function reuseOf(
  what: string,
  counts: { made: number; reused: number; cached: number },
): string {
  const { made, reused, cached } = counts;
  if (made === 0 || reused > 0) return `${what}: made ${made}, reused ${reused}`;
  const reason = cached === 0 ? 'nothing is cached' : 'code, settings or packages changed';
  return `${what}: made ${made}; ${reason}`;
}
