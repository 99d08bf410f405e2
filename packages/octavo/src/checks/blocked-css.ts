import { createRequire } from 'node:module';
import type { CssNode } from 'css-tree';
import type { FindingInFile } from '../markdown/text-check.ts';
import type { Check } from './check.ts';

const THEME = 'src/styles/theme.css';
const FONTS = 'name its files in the setting fonts (the manual, Theming: Fonts of your own)';
const FONT = `font: the security policy blocks @font-face and @import of a font; ${FONTS}`;
const OTHER_HOST =
  '@import: the security policy blocks style sheets of other hosts; copy it to src/styles/, or for a font use the setting fonts (the manual, Theming: Fonts of your own)';
const HTTP = 'url: the security policy blocks http:; use https:, or a file in public/';

type CssTree = typeof import('css-tree');

/** A part of theme.css that the security policy of a page blocks. */
export const blockedCss: Check = {
  id: 'blocked-css',
  ofSite: ({ text }) => {
    const css = text(THEME) ?? '';
    // Most blogs have none of it, and loading the parser takes 0.1 s.
    if (!/@|url/i.test(css)) return [];
    const { parse, walk, find } = createRequire(import.meta.url)('css-tree') as CssTree;
    const findings: (FindingInFile & { path: string })[] = [];
    walk(parse(css, { positions: true }), (node) => {
      const message = problemOf(node, find);
      if (message === undefined) return;
      const { line, column } = node.loc!.start;
      findings.push({ path: THEME, position: { line, column }, message });
      return walk.skip;
    });
    return findings;
  },
};

function problemOf(node: CssNode, find: CssTree['find']): string | undefined {
  if (node.type === 'Url') return /^http:/i.test(node.value) ? HTTP : undefined;
  if (node.type !== 'Atrule') return undefined;
  const name = node.name.toLowerCase();
  if (name === 'font-face') return find(node, ({ type }) => type === 'Url') ? FONT : undefined;
  const target = name === 'import' ? find(node, isTarget) : null;
  if (!target || !isTarget(target)) return undefined;
  if (/^(?:https?:)?\/\//i.test(target.value)) return OTHER_HOST;
  return target.value.startsWith('@fontsource') ? FONT : undefined;
}

function isTarget(node: CssNode) {
  return node.type === 'Url' || node.type === 'String';
}
