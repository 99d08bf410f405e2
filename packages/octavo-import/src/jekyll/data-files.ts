import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { decodeText } from '../old/decode.ts';
import { filesBelow } from '../old/files-below.ts';
import { parseJson, parseYaml } from '../old/formats.ts';
import { at, isMap, text, type Values } from '../old/values.ts';
import type { JekyllConfig } from './config.ts';

/** Reads the files in `_data/`: values by the names of folders and files. */
export function readDataFiles(root: string, config: JekyllConfig): Values {
  const folder = join(root, config.source, text(config.values['data_dir']) ?? '_data');
  const data: Values = {};
  if (!existsSync(folder)) return data;
  for (const path of filesBelow(root, folder).files) {
    const ending = posix.extname(path);
    if (!['.yml', '.yaml', '.json'].includes(ending)) continue;
    const source = decodeText(readFileSync(join(folder, path)))?.text ?? '';
    place(data, path.slice(0, -ending.length).split('/'), valuesOf(source, ending));
  }
  return data;
}

/** A list at the top is none of the parsers' formats of front matter. */
function valuesOf(source: string, ending: string): unknown {
  const isJson = ending === '.json';
  if (!/^\s*(?:#[^\n]*\n\s*)*(?:-\s|\[)/.test(source.replace(/^---\n/, '')))
    return (isJson ? parseJson : parseYaml)(source).values;
  const indented = source.replace(/^---\n/, '').replace(/^/gm, '  ');
  return at(parseYaml(`list:\n${indented}`).values, 'list');
}

function place(data: Values, [first = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) return void (data[first] = value);
  const inner = isMap(data[first]) ? data[first] : {};
  data[first] = inner;
  place(inner, rest, value);
}
