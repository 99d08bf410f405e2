import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseAst, type ESTree } from 'vite';
import { decodeText } from '../old/decode.ts';
import type { Values } from '../old/values.ts';
import { staticValue } from './static-values.ts';

/** True if there is a file at an absolute path. */
export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** Returns the statements of a module; none if there is no such file, or its syntax is invalid. */
export function statementsOf(file: string): ESTree.Statement[] {
  const source = isFile(file) ? (decodeText(readFileSync(file))?.text ?? '') : '';
  try {
    return parseAst(source, { lang: 'ts' }).body as ESTree.Statement[];
  } catch {
    return [];
  }
}

/** Reads JSON as TypeScript and its tools do, with comments and trailing commas. */
export function readJson(file: string): Values {
  const source = isFile(file) ? (decodeText(readFileSync(file))?.text ?? '') : '';
  try {
    const [statement] = parseAst(`(${source}\n)`, { lang: 'ts' }).body;
    if (statement?.type !== 'ExpressionStatement') return {};
    return (staticValue(statement.expression, () => undefined) ?? {}) as Values;
  } catch {
    return {};
  }
}
