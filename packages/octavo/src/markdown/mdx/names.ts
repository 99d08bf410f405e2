import { analyze } from 'eslint-scope';
import type { Program } from 'estree';
import { parseAst } from 'vite';
import type { CheckId } from '../../diagnostics/check-ids.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { COMPONENTS } from '../directives/mdx-tags.ts';
import type { MarkdownDocument } from '../document.ts';
import { projectPath } from '../links/urls.ts';
import { positionIn } from '../../diagnostics/position-in.ts';
import type { Scripts } from './scripts.ts';

/** What Astro and the compiler of MDX declare in each file. */
const PROVIDED = ['Content', 'file', 'Fragment', 'frontmatter', 'getHeadings', 'props', 'url'];

/** Reports imports of files that are missing, and names that nothing declares. */
export function reportNames(
  { text, modules, expressions, elements }: Scripts,
  document: MarkdownDocument,
): void {
  const scripts = [
    ...modules.map((script) => ({ ...script, ...namesIn(script.source) })),
    // Brackets may hold any expression, a spread and a mere comment.
    ...expressions.map((script) => ({ ...script, ...namesIn(`[${script.source}]`) })),
  ];
  const declared = scripts.flatMap((script) => script.declared);
  const isUnknown = (name: string) => !PROVIDED.includes(name) && !declared.includes(name);
  // A map of components may have any.
  const isNoComponent = (name: string) => isUnknown(name) && !declared.includes('components');
  const isNoVariable = (name: string) => isUnknown(name) && !(name in globalThis);
  /** Reports a problem where something stands first behind an offset. */
  const report = (offset: number, written: string, message: string, rule: CheckId) => {
    const word = new RegExp(`(?<![\\w$])${RegExp.escape(written)}(?![\\w$])`);
    const index = Math.max(0, text.slice(offset).search(word));
    document.report(positionIn(text, offset + index), message, rule);
  };
  const reportComponent = (offset: number, name: string) =>
    report(offset, `<${name}`, unknownComponent(name, declared), 'component');

  for (const { offset, imported, components, variables } of scripts) {
    for (const path of imported.filter((path) => isMissing(path, document)))
      report(offset, path, `import: ${path} not found`, 'mdx');
    for (const name of components.filter(isNoComponent)) reportComponent(offset, name);
    for (const name of variables.filter(isNoVariable)) {
      const hint = didYouMean(name, declared) || '; a brace in text is written \\{';
      report(offset, name, `{${name}}: not defined${hint}`, 'mdx');
    }
  }
  for (const element of elements) {
    const name = componentOf(element);
    if (name && isNoComponent(name)) reportComponent(element.offset, name);
  }
}

/** Returns what an element needs a declaration of: a component, or an object with components. */
function componentOf({ name, isInline }: Scripts['elements'][number]): string | undefined {
  if (COMPONENTS.has(name) && !isInline) return undefined;
  return /^(?:[A-Z][\w$]*|[^.]+(?=\.))/.exec(name)?.[0];
}

function unknownComponent(name: string, declared: readonly string[]): string {
  if (COMPONENTS.has(name)) return `<${name}>: begin a line of text with it, outside of braces`;
  const hint = didYouMean(name, [...COMPONENTS.keys(), ...declared]) || '; import it';
  return `<${name}>: unknown component${hint}`;
}

/** Returns the names in a script; none if it does not parse, which the compiler reports. */
function namesIn(source: string) {
  let program;
  try {
    program = parseAst(source, { lang: 'jsx', range: true });
  } catch {
    return { imported: [], declared: [], components: [], variables: [] };
  }
  const { scopes } = analyze(program as Program, {
    ...{ ecmaVersion: 2024, sourceType: 'module', jsx: true },
  });
  const [global, module] = scopes;
  const guarded = [...source.matchAll(/\btypeof\s+([\w$]+)/g)].map(([, name]) => name);
  const unresolved = (global?.through ?? [])
    .map(({ identifier }) => identifier)
    .filter(({ name }) => !guarded.includes(name));
  const namesOf = (nodes: typeof unresolved) => [...new Set(nodes.map(({ name }) => name))];
  const isElement = ({ type }: { type: string }) => type === 'JSXIdentifier';
  return {
    /** The modules that it imports from. */
    imported: program.body.flatMap((node) =>
      'source' in node && node.source ? [node.source.value] : [],
    ),
    declared: (module?.variables ?? []).map(({ name }) => name),
    /** What it uses and does not declare, except what it asks the type of. */
    components: namesOf(unresolved.filter(isElement)),
    variables: namesOf(unresolved.filter((node) => !isElement(node))),
  };
}

/** The endings that Vite tries, in its order. */
const ENDINGS = ['', '.mjs', '.js', '.mts', '.ts', '.jsx', '.tsx', '.json'];

/** True for the path of a file that is not there; whether there is a package, only Vite knows. */
function isMissing(specifier: string, { path, exists }: MarkdownDocument): boolean {
  if (!/^\.{0,2}\//.test(specifier)) return false;
  const [file = ''] = specifier.split('?');
  const target = projectPath(file, path);
  if (target.startsWith('../')) return false;
  // Of `./a.js`, Vite also finds `./a.ts`.
  const typescript = target.replace(/\.js(x?)$/, '.ts$1');
  const bases = [target, `${target}/index`, `public/${target}`, typescript];
  return !bases.some((base) => ENDINGS.some((ending) => exists(base + ending)));
}
