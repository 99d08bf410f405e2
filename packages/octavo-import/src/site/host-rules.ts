import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseToml } from '../old/formats.ts';
import { at, isMap, text } from '../old/values.ts';

/** A redirect that the host of the old blog made: `/old/*` to `/new/:splat`. */
export interface HostRule {
  from: string;
  /** A path or a URL. */
  to: string;
  /** Matches the paths, without a slash at their ends. */
  pattern: RegExp;
}

/** Returns the redirects in `_redirects` (an absolute path) and in `netlify.toml` of a folder. */
export function readHostRules(root: string, redirects: string | undefined): HostRule[] {
  const toml = join(root, 'netlify.toml');
  const rules = [
    ...(redirects === undefined ? [] : lineRules(readFileSync(redirects, 'utf8'))),
    ...(existsSync(toml) ? tomlRules(readFileSync(toml, 'utf8')) : []),
  ];
  // A rule for all paths is skipped: it is for another host, or for missing pages.
  return rules.filter(({ from }) => from.startsWith('/') && from !== '/*');
}

function lineRules(source: string): HostRule[] {
  return source.split('\n').flatMap((line): HostRule[] => {
    const [from = '', ...others] = line
      .replace(/(?:^|\s)#.*/, '')
      .trim()
      .split(/\s+/);
    const to = others.find((part) => /^(?:\/|https?:)/.test(part));
    return to === undefined || /\b404\b/.test(others.at(-1)!) ? [] : [ruleOf(from, to)];
  });
}

function tomlRules(source: string): HostRule[] {
  const redirects = at(parseToml(source).values, 'redirects');
  if (!Array.isArray(redirects)) return [];
  return redirects.filter(isMap).flatMap((rule): HostRule[] => {
    const [from, to] = [text(rule['from']), text(rule['to'])];
    const isFound = text(rule['status']) !== '404';
    return from !== undefined && to !== undefined && isFound ? [ruleOf(from, to)] : [];
  });
}

/** Returns the rule for a path, and the path or URL that it leads to. */
export function ruleFor(
  rules: readonly HostRule[],
  path: string,
): { rule: HostRule; to: string } | undefined {
  for (const rule of rules) {
    const match = rule.pattern.exec(withoutSlash(path));
    if (!match) continue;
    const groups = match.groups ?? {};
    const to = rule.to.replace(/:(\w+)/g, (all, name: string) =>
      name in groups ? (groups[name] ?? '') : all,
    );
    return { rule, to };
  }
  return undefined;
}

function ruleOf(from: string, to: string): HostRule {
  const parts = withoutSlash(from).split(/(\/?\*|:[a-z]\w*)/i);
  const source = parts.map((part, index) => {
    if (index % 2 === 0) return RegExp.escape(part);
    // `/a/*` is a rule for `/a` too.
    if (part === '/*') return '(?:/(?<splat>.*))?';
    return part === '*' ? '(?<splat>.*)' : `(?<${part.slice(1)}>[^/]+)`;
  });
  return { from, to, pattern: new RegExp(`^${source.join('')}$`) };
}

function withoutSlash(path: string): string {
  return path.replace(/(?<=.)\/$/, '');
}

/** True for a rule for one path. */
export function isExact({ from }: HostRule): boolean {
  return !/[*:]/.test(from);
}
