import type { Table } from '../table.ts';
import { median } from '../median.ts';
import { KINDS, type Kind, type Query } from './queries.ts';

/** A query, with what the search page showed for it. */
export interface Answer extends Query {
  language: string;
  /** The paths of the results, best first. */
  results: string[];
  /** Bytes transferred for the query, beside those of the open page. */
  bytes: number;
  /** Milliseconds until the results stood, from the start of the navigation. */
  milliseconds: number;
  /** Milliseconds from the last key to the results on a loaded page, of some queries. */
  typed?: number;
}

/** Mean reciprocal ranks to reach; for queries without an answer, the share without a result. */
const GOALS: Partial<Record<Kind, number>> = {
  ...{ known: 0.97, typo: 0.85, plain: 0.92, identifier: 0.95, none: 0.95 },
};

/** Returns the rank of the first right result, from 1; 0 if there is none. */
export function rankOf({ results, paths }: Answer): number {
  return 1 + results.findIndex((result) => paths.some((path) => result.endsWith(path)));
}

/** Returns the score of answers of one kind: the mean reciprocal rank, or the share without a result. */
export function scoreOf(kind: Kind, answers: readonly Answer[]): number {
  if (kind === 'none') return mean(answers.map(({ results }) => (results.length === 0 ? 1 : 0)));
  return mean(answers.map((answer) => (rankOf(answer) === 0 ? 0 : 1 / rankOf(answer))));
}

/** Returns a row for each language and kind, and for each kind in all languages. */
export function scoresTable(answers: readonly Answer[]): Table {
  const languages = [...new Set(answers.map(({ language }) => language)), 'all'];
  const rows = languages.flatMap((language) =>
    KINDS.flatMap((kind) => {
      const some = answers.filter(
        (answer) => answer.kind === kind && (language === 'all' || answer.language === language),
      );
      return some.length === 0 ? [] : [scoreRow(`${language} ${kind}`, kind, some)];
    }),
  );
  return { columns: ['', 'queries', 'MRR', 'recall at 5', 'nonsense', 'goal'], rows };
}

function scoreRow(name: string, kind: Kind, answers: readonly Answer[]): string[] {
  const count = String(answers.length);
  const score = scoreOf(kind, answers);
  const goal = decimals(GOALS[kind]);
  if (kind === 'none') return [name, count, '', '', decimals(1 - score), decimals(1 - GOALS.none!)];
  const recall = mean(answers.map((answer) => (isAmong(rankOf(answer), 5) ? 1 : 0)));
  return [name, count, decimals(score), decimals(recall), '', goal];
}

function isAmong(rank: number, first: number): boolean {
  return rank > 0 && rank <= first;
}

/** Returns a line on bytes and time of the answers of one language. */
export function costLine(language: string, open: number, answers: readonly Answer[]): string {
  const bytes = answers.map((answer) => answer.bytes);
  const typed = answers.flatMap((answer) => answer.typed ?? []);
  return (
    `${language}: ${kilobytes(open)} to open; a query ${kilobytes(median(bytes))}, ` +
    `at most ${kilobytes(Math.max(...bytes))}; ` +
    `${median(answers.map(({ milliseconds }) => milliseconds)).toFixed(0)} ms cold, ` +
    `${median(typed).toFixed(0)} ms, at most ${Math.max(...typed).toFixed(0)} ms after a key`
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function decimals(number: number | undefined): string {
  return number === undefined ? '' : number.toFixed(3);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
