import { WEIGHTS } from '../../browser/weights.ts';
import { median, medianRatio } from '../median.ts';
import type { Table } from '../table.ts';
import { NOT_LIMITED, type KindName } from './kinds.ts';
import type { Figures } from './lighthouse.ts';
import type { Weight } from './weigh.ts';

/** What was measured of one kind of page, and of its text as bare HTML. */
export interface Measured {
  kind: KindName;
  path: string;
  page: Weight & Figures;
  bare: Weight & Figures;
}

/** Returns all figures. */
export function pagesTable(all: readonly Measured[]): Table {
  return {
    columns: [
      ...['page', 'transferred', 'requests', 'script', 'Lighthouse', 'largest paint'],
      ...['bare: transferred', 'Lighthouse', 'largest paint'],
    ],
    rows: all.map(({ kind, page, bare }) => [
      kind,
      ...[kilobytes(page.transferred), `${page.requests}`, kilobytes(page.script)],
      ...[page.scores.join(' · '), milliseconds(page.largestPaints)],
      ...[kilobytes(bare.transferred), bare.scores.join(' · '), milliseconds(bare.largestPaints)],
    ]),
  };
}

/** Returns the figures that matter to a reader. */
export function shortPagesTable(all: readonly Measured[]): Table {
  const shown = all.filter(({ kind }) => kind === 'index' || kind === 'article');
  return {
    columns: ['page', 'transferred', 'as bare HTML', 'Lighthouse', 'largest paint', 'as bare HTML'],
    rows: shown.map(({ kind, page, bare }) => [
      ...[kind, kilobytes(page.transferred), kilobytes(bare.transferred)],
      page.scores.join(' · '),
      ...[milliseconds(page.largestPaints), milliseconds(bare.largestPaints)],
    ]),
  };
}

/** Of the same text as bare HTML. */
const LARGEST_PAINT = 1.1;

/** Returns a line for each limit that is not held: none where all are held. */
export function brokenLimits(all: readonly Measured[]): string[] {
  const limited = all.filter(({ kind }) => !NOT_LIMITED.includes(kind));
  return limited.flatMap(({ kind, path, page, bare }) => {
    const weight = WEIGHTS.find((one) => one.path === path);
    const ratio = medianRatio(page.largestPaints, bare.largestPaints);
    const broken = [
      weight && page.transferred > weight.transferred * KB
        ? `${kilobytes(page.transferred)} are transferred, more than ${weight.transferred} KB`
        : '',
      weight && page.script > weight.script * KB
        ? `${kilobytes(page.script)} of script, more than ${weight.script} KB`
        : '',
      page.requests > 1 ? `${page.requests} requests, more than 1 and the icon` : '',
      page.scores.some((score) => score < 100)
        ? `Lighthouse ${page.scores.join(' · ')}: ${page.failed.join('; ')}`
        : '',
      ratio > LARGEST_PAINT
        ? `largest paint ${ratio.toFixed(2)} times that of bare HTML, more than ${LARGEST_PAINT}`
        : '',
    ];
    return broken.filter(Boolean).map((line) => `${kind}: ${line}`);
  });
}

const KB = 1024;

/** Writes bytes as kilobytes of 1,024. */
export function kilobytes(bytes: number): string {
  return `${(bytes / KB).toFixed(1)} KB`;
}

function milliseconds(values: readonly number[]): string {
  return `${Math.round(median(values))} ms`;
}
