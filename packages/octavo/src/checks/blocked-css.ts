import { createRequire } from 'node:module';
import type { CssNode } from 'css-tree';
import type { FindingInFile } from '../markdown/text-check.ts';
import type { Settings } from '../settings/settings.ts';
import type { Check } from './check.ts';

const THEME = 'src/styles/theme.css';
const FONTS = 'name its files in the setting fonts (the manual, Theming: Fonts of your own)';
const FONT = `font: the security policy blocks @font-face and @import of a font; ${FONTS}`;
const OTHER_HOST =
  '@import: the security policy blocks style sheets of other hosts; copy it to src/styles/, or for a font use the setting fonts (the manual, Theming: Fonts of your own)';
const HTTP = 'url: the security policy blocks http:; use https:, or a file in public/';

type CssTree = typeof import('css-tree');

/** A part of theme.css that the security policy of a page blocks, unless the setting policy allows it. */
export const blockedCss: Check = {
  id: 'blocked-css',
  ofSite: ({ text, settings: { policy } }) => {
    const css = text(THEME) ?? '';
    // Most blogs have none of it, and loading the parser takes 0.1 s.
    if (!/@|url/i.test(css)) return [];
    const { parse, walk, find } = createRequire(import.meta.url)('css-tree') as CssTree;
    const findings: (FindingInFile & { path: string })[] = [];
    walk(parse(css, { positions: true }), (node) => {
      const message = problemOf(node, find, policy);
      if (message === undefined) return;
      const { line, column } = node.loc!.start;
      findings.push({ path: THEME, position: { line, column }, message });
      return walk.skip;
    });
    return findings;
  },
};

function problemOf(
  node: CssNode,
  find: CssTree['find'],
  { font = [], style = [] }: Settings['policy'],
): string | undefined {
  if (node.type === 'Url') return /^http:/i.test(node.value) ? HTTP : undefined;
  if (node.type !== 'Atrule') return undefined;
  const name = node.name.toLowerCase();
  const isBlockedFont = (one: CssNode) => one.type === 'Url' && !isOfHost(one.value, font);
  if (name === 'font-face') return find(node, isBlockedFont) ? FONT : undefined;
  const target = name === 'import' ? find(node, isTarget) : null;
  return target && isTarget(target) ? problemOfImport(target.value, style) : undefined;
}

function problemOfImport(url: string, hosts: readonly string[]): string | undefined {
  if (/^(?:https?:)?\/\//i.test(url)) return isOfHost(url, hosts) ? undefined : OTHER_HOST;
  return url.startsWith('@fontsource') ? FONT : undefined;
}

function isOfHost(url: string, hosts: readonly string[]): boolean {
  return hosts.some((host) => url.startsWith(host));
}

function isTarget(node: CssNode) {
  return node.type === 'Url' || node.type === 'String';
}
