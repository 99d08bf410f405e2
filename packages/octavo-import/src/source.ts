import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decodeText } from './old/decode.ts';
import { isMap, map, type Values } from './old/values.ts';
import { parseJson, parseToml, parseYaml } from './old/formats.ts';

/** Longer files are recognized by their beginning: exports can have gigabytes. */
const HEAD = 64 * 1024;

/** A folder or file that may be an old blog. */
export class Source {
  readonly path: string;
  readonly isFile: boolean;
  /** The names in the folder; of a file, its own. */
  readonly names: readonly string[];

  /** @param path An absolute path of an existing file or folder. */
  constructor(path: string) {
    this.path = path;
    this.isFile = !statSync(path).isDirectory();
    this.names = this.isFile ? [basename(path)] : readdirSync(path).sort();
  }

  /** True if one of these files or folders exists, relative to the folder. */
  has(...paths: string[]): boolean {
    return !this.isFile && paths.some((path) => existsSync(join(this.path, path)));
  }

  /** Returns the beginning of the file itself, or of one in the folder; '' if there is none. */
  head(path = ''): string {
    const file = path === '' ? this.path : join(this.path, path);
    if (path !== '' && !this.has(path)) return '';
    if (statSync(file).isDirectory()) return '';
    return decodeText(readFileSync(file).subarray(0, HEAD))?.text ?? '';
  }

  /** Returns the values of a configuration file in the folder; none if it cannot be read. */
  values(path: string): Values {
    const parse = path.endsWith('.toml')
      ? parseToml
      : path.endsWith('.json')
        ? parseJson
        : parseYaml;
    const { values } = parse(this.head(path));
    return isMap(values) ? values : {};
  }

  /** True if `package.json` has one of these dependencies. */
  depends(...names: string[]): boolean {
    const { dependencies, devDependencies } = this.values('package.json');
    const all = { ...map(dependencies), ...map(devDependencies) };
    return names.some((name) => name in all);
  }
}
