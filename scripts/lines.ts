// Prints the code lines of the engine by room, and the limit of their total: npm run lines
import { globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parse } from '@astrojs/compiler-rs';
import ts from 'typescript';

/** The maximum of code lines of the engine. */
const LIMIT = 17_000;
/** The packages that a build does not run. */
const NOT_ENGINE = ['octavo-import', 'octavo-social', 'create-octavo'];
const COLUMNS = ['code', 'css', 'data'] as const;

type Column = (typeof COLUMNS)[number];

/** Lines that are neither blank nor only a comment. */
export type Lines = Record<Column, number>;

interface Span {
  start: number;
  end: number;
}

if (import.meta.main) for (const row of table(countedFiles())) console.log(row);

function countedFiles(): [path: string, text: string][] {
  const packages = join(import.meta.dirname, '../packages');
  const folders = globSync('*/{src,bin}/', { cwd: packages }).filter(
    (path) => !NOT_ENGINE.some((name) => path.startsWith(name)),
  );
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.*`, { cwd: packages }))
    .toSorted()
    .map((path) => [path, readFileSync(join(packages, path), 'utf8')]);
}

/** Returns the table of files by room, with the total and the limit. */
export function table(files: readonly [path: string, text: string][]): string[] {
  const rooms = new Map<string, Lines>();
  const total: Lines = { code: 0, css: 0, data: 0 };
  for (const [path, text] of files) {
    const room = roomOf(path);
    const sum = rooms.get(room) ?? { code: 0, css: 0, data: 0 };
    for (const [column, count] of Object.entries(linesOf(path, text)) as [Column, number][]) {
      sum[column] += count;
      total[column] += count;
    }
    rooms.set(room, sum);
  }
  return [
    row('', COLUMNS),
    ...[...rooms].map(([room, lines]) => row(room, Object.values(lines))),
    row('total', Object.values(total)),
    row('limit', [LIMIT.toLocaleString('en')]),
  ];
}

function row(name: string, cells: readonly (string | number)[]): string {
  const numbers = cells.map((cell) => cell.toLocaleString('en').padStart(8));
  return name.padEnd(24) + numbers.join('');
}

/** Returns `octavo/src/search` for `octavo/src/search/index/search-index.ts`. */
function roomOf(path: string): string {
  return path.split('/').slice(0, -1).slice(0, 3).join('/');
}

/** Counts the lines of a file by its extension; 0 for other types. */
export function linesOf(path: string, text: string): Lines {
  const none = { code: 0, css: 0, data: 0 };
  switch (extname(path)) {
    case '.ts':
    case '.js':
    case '.mjs':
      return { ...none, code: lines(without(text, scriptComments(text))) };
    case '.astro': {
      const { comments, styles } = partsOf(text);
      const css = styles.map(({ start, end }) => text.slice(start, end)).join('\n');
      return {
        ...none,
        code: lines(without(text, [...comments, ...styles])),
        css: lines(withoutCssComments(css)),
      };
    }
    case '.css':
      return { ...none, css: lines(withoutCssComments(text)) };
    case '.json':
      return { ...none, data: lines(text) };
    case '.yaml':
    case '.yml':
      return { ...none, data: lines(text.replace(/^\s*#.*$/gm, '')) };
    default:
      return none;
  }
}

/** Returns the comments of a script, which are before or after its tokens. */
function scriptComments(text: string): Span[] {
  const source = ts.createSourceFile('script.ts', text, ts.ScriptTarget.Latest, true);
  const comments: Span[] = [];
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(source).filter((child) => !ts.isJSDoc(child));
    if (children.length > 0) return children.forEach(visit);
    for (const { pos, end } of [
      ...(ts.getLeadingCommentRanges(text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.end) ?? []),
    ])
      comments.push({ start: pos, end });
  };
  visit(source);
  return comments;
}

interface AstroNode extends Span {
  type: string;
  expression?: { type: string };
  openingElement?: { name: { name?: string } };
  comments?: Span[];
}

/** Returns the comments of a component, those of its scripts too, and its style elements. */
function partsOf(text: string): { comments: Span[]; styles: Span[] } {
  const root = parse(text).ast as AstroNode;
  const comments = [...(root.comments ?? [])];
  const styles: Span[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const node = value as AstroNode;
    if (node.openingElement?.name.name === 'style') styles.push(node);
    else if (node.type === 'AstroComment' || node.expression?.type === 'JSXEmptyExpression')
      comments.push(node);
    else Object.values(node).forEach(visit);
  };
  visit(root);
  return { comments, styles };
}

/** Replaces parts of a text by blanks, but keeps its lines. */
function without(text: string, parts: readonly Span[]): string {
  return parts.reduce(
    (rest, { start, end }) =>
      rest.slice(0, start) + rest.slice(start, end).replace(/\S/g, ' ') + rest.slice(end),
    text,
  );
}

function withoutCssComments(css: string): string {
  return css.replace(/\/\*[^]*?\*\//g, '');
}

function lines(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}
