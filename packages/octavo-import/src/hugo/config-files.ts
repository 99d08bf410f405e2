import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../old/decode.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { parseJson, parseToml, parseYaml, type Parsed } from '../old/formats.ts';
import { lowerKeys, merged, type Values } from '../old/values.ts';

/** The configuration of a site, of all its files. */
export interface RawConfig {
  /** Keys in lower case. */
  values: Values;
  /** The files that it was read from, relative to the site's folder, the first first. */
  files: string[];
  diagnostics: Diagnostic[];
}

const PARSERS: Record<string, (source: string) => Parsed> = {
  toml: parseToml,
  yaml: parseYaml,
  yml: parseYaml,
  json: parseJson,
};
const ENDINGS = Object.keys(PARSERS);

/**
 * Reads the configuration in a folder: `hugo.*` or `config.*`, then `config/_default/`, then
 * `config/production/`, each over the one before, as `hugo` does for a site that is published.
 */
export function readConfigFiles(folder: string): RawConfig {
  const diagnostics: Diagnostic[] = [];
  const files: string[] = [];
  const read = (path: string): Values => {
    files.push(path);
    const text = decodeText(readFileSync(join(folder, path)))?.text ?? '';
    const parsed = PARSERS[path.slice(path.lastIndexOf('.') + 1)]!(text);
    diagnostics.push(...parsed.diagnostics.map((note) => ({ file: path, ...note })));
    return lowerKeys(parsed.values) as Values;
  };
  const root = rootFile(folder);
  const parts = [
    ...(root === undefined ? [] : [read(root)]),
    ...['config/_default', 'config/production'].flatMap((directory) =>
      configNames(join(folder, directory)).map((name) =>
        placed(name, read(`${directory}/${name}`)),
      ),
    ),
  ];
  return { values: parts.reduce<Values>(merged, {}), files, diagnostics };
}

function rootFile(folder: string): string | undefined {
  const names = ['hugo', 'config'].flatMap((name) => ENDINGS.map((ending) => `${name}.${ending}`));
  return names.find((name) => existsSync(join(folder, name)));
}

/** The files of a folder of configuration, the one for the site itself first. */
function configNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const isRoot = (name: string) => /^(?:hugo|config)\./.test(name);
  return readdirSync(folder)
    .filter((name) => ENDINGS.includes(name.slice(name.lastIndexOf('.') + 1)))
    .sort((a, b) => Number(isRoot(b)) - Number(isRoot(a)) || (a < b ? -1 : 1));
}

/** `params.toml` holds what is below `params`; `menus.fr.toml` and `languages.fr.toml` what is French. */
function placed(name: string, values: Values): Values {
  const [key = '', language] = name.toLowerCase().split('.').slice(0, -1);
  if (key === 'hugo' || key === 'config') return values;
  const inner = key in values && Object.keys(values).length === 1 ? values : { [key]: values };
  if (language === undefined) return inner;
  return { languages: { [language]: key === 'languages' ? values : inner } };
}
