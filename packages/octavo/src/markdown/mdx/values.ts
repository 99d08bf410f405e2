import { createContext, runInContext, type Context } from 'node:vm';
import { parseAst } from 'vite';
import type { Scripts } from './scripts.ts';

/**
 * Returns the texts and numbers that expressions of an MDX file come to, by their source: those that
 * need no more than its own exports. What changes without the file, such as the date, has no value.
 */
export function expressionValues({ modules, expressions }: Scripts): Record<string, string> {
  const context = createContext({ Date: undefined, globalThis: undefined });
  // Without the time limit: a busy machine may exceed it, and the value would be random.
  runInContext('delete Math.random', context);
  for (const { source } of modules)
    for (const declaration of exportsIn(source)) run(declaration, context);
  return Object.fromEntries(
    expressions.flatMap(({ source }) => {
      const value = run(`(${source}\n)`, context);
      return ['string', 'number'].includes(typeof value) ? [[source, String(value)]] : [];
    }),
  );
}

/** Returns the declarations that a script exports. */
function exportsIn(source: string): string[] {
  try {
    return parseAst(source, { lang: 'jsx' }).body.flatMap((node) => {
      const exported = node.type === 'ExportNamedDeclaration' ? node.declaration : null;
      return exported ? [source.slice(exported.start, exported.end)] : [];
    });
  } catch {
    // The compiler of MDX reports it.
    return [];
  }
}

/**
 * Returns the value of code; `undefined` where it throws or takes more than a second. With a tenth of a
 * second, summaries made on a busy machine lacked values.
 */
function run(code: string, context: Context): unknown {
  try {
    return runInContext(code, context, { timeout: 1000 }) as unknown;
  } catch {
    return undefined;
  }
}
