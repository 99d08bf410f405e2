import lighthouse from 'lighthouse';
import { median } from '../median.ts';

/** The categories of Lighthouse, in the order of its report. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What Lighthouse says of a page. */
export interface Figures {
  /** A score of 0 to 100 for each category. */
  scores: number[];
  /** Milliseconds until the largest piece of the page is painted. */
  largestPaint: number;
  /** The audits that cost points. */
  failed: string[];
}

/**
 * Returns Lighthouse's figures for a phone on a slow line, which it simulates, the medians of so
 * many runs, from the browser that listens at the port.
 */
export async function lighthouseFigures(url: string, port: number, runs: number): Promise<Figures> {
  const all: Figures[] = [];
  for (let run = 0; run < runs; run++) all.push(await oneRun(url, port));
  return {
    scores: CATEGORIES.map((_, index) => median(all.map(({ scores }) => scores[index]!))),
    largestPaint: median(all.map(({ largestPaint }) => largestPaint)),
    failed: [...new Set(all.flatMap(({ failed }) => failed))],
  };
}

async function oneRun(url: string, port: number): Promise<Figures> {
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
