import { join, posix } from 'node:path';
import { map, texts } from '../old/values.ts';
import type { Aliases } from '../modules/modules.ts';
import { readJson } from '../modules/parse-module.ts';

/** Aliases that many projects have by their configuration of Vite. */
const USUAL: [string, string][] = [
  ['@/', 'src/'],
  ['~/', 'src/'],
  ['/src/', 'src/'],
  ['src/', 'src/'],
];

/** Reads the aliases in `tsconfig.json`. */
export function readAliases(root: string): Aliases {
  const options = map(readJson(join(root, 'tsconfig.json')), 'compilerOptions');
  const [base = '.'] = texts(options['baseUrl']);
  const configured = Object.entries(map(options, 'paths')).flatMap(
    ([from, to]): [string, string][] => {
      const [target] = texts(to);
      if (target === undefined || !from.endsWith('*')) return [];
      return [[from.slice(0, -1), `${posix.join(base, target.replace(/\*$/, ''))}`]];
    },
  );
  const all = [...configured.sort(([a], [b]) => b.length - a.length), ...USUAL];
  return (name) => {
    const found = all.find(([from]) => name.startsWith(from));
    return found && posix.join(found[1], name.slice(found[0].length));
  };
}
