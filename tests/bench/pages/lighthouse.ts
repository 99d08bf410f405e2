import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { median } from '../median.ts';

/** The categories of Lighthouse, in the order of its report. */
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What Lighthouse says of a page. */
export interface Figures {
  /** A score of 0 to 100 for each category. */
  scores: number[];
  /** Milliseconds until the largest piece of the page is painted, in each run. */
  largestPaints: number[];
  /** The audits that cost points in any run. */
  failed: string[];
}

/**
 * Returns Lighthouse's figures of two pages for a phone on a slow line, which it simulates: the
 * medians of so many runs, in which both are loaded in turn by the browser that listens at the port.
 */
export async function lighthouseFigures(
  urls: readonly [string, string],
  port: number,
  runs: number,
): Promise<[Figures, Figures]> {
  const all: [Run[], Run[]] = [[], []];
  for (let run = 0; run < runs; run++)
    for (const side of [0, 1] as const) all[side].push(await lighthouseRun(urls[side], port));
  return [figures(all[0]), figures(all[1])];
}

interface Run {
  scores: number[];
  largestPaint: number;
  failed: string[];
}

function figures(runs: readonly Run[]): Figures {
  return {
    scores: CATEGORIES.map((_, index) => median(runs.map(({ scores }) => scores[index]!))),
    largestPaints: runs.map(({ largestPaint }) => largestPaint),
    failed: [...new Set(runs.flatMap(({ failed }) => failed))],
  };
}

/** What is used of Lighthouse's result. */
interface Result {
  lhr: {
    audits: Record<
      string,
      { title: string; score: number | null; displayValue?: string; numericValue?: number }
    >;
    categories: Record<
      string,
      { score: number | null; auditRefs: { id: string; weight: number }[] }
    >;
    runtimeError?: { message: string };
  };
}

type Lighthouse = (url: string, flags: object) => Promise<Result | undefined>;

let loaded: Promise<Lighthouse> | undefined;

/** Returns Lighthouse, which is installed apart from all else when it is first asked for. */
function lighthouseItself(): Promise<Lighthouse> {
  loaded ??= loadLighthouse();
  return loaded;
}

async function loadLighthouse(): Promise<Lighthouse> {
  const folder = fileURLToPath(new URL('../lighthouse/', import.meta.url));
  if (!existsSync(`${folder}node_modules/.package-lock.json`)) {
    const options = { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' } as const;
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], options);
    if (status !== 0) throw new Error('Lighthouse could not be installed');
  }
  const path = createRequire(`${folder}package.json`).resolve('lighthouse');
  return ((await import(pathToFileURL(path).href)) as { default: Lighthouse }).default;
}

/** Loads a page once. */
export async function lighthouseRun(url: string, port: number): Promise<Run> {
  const lighthouse = await lighthouseItself();
  const result = await lighthouse(url, {
    ...{ port, logLevel: 'error', output: 'json' },
    onlyCategories: [...CATEGORIES],
  });
  const { audits, categories, runtimeError } = result!.lhr;
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
  const costly = CATEGORIES.flatMap((name) => categories[name]!.auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]!.score ?? 1) < 1)
    .map(
      ({ id }) => `${id}: ${audits[id]!.title} (${audits[id]!.displayValue ?? audits[id]!.score})`,
    );
  return {
    scores: CATEGORIES.map((name) => Math.round((categories[name]!.score ?? 0) * 100)),
    largestPaint: audits['largest-contentful-paint']!.numericValue!,
    failed: costly,
  };
}
