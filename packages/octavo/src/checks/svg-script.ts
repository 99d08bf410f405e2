import { DomUtils, parseDocument } from 'htmlparser2';
import { blockedHtml } from '../html/blocked-html.ts';
import { positionIn } from '../markdown/position.ts';
import type { Check } from './check.ts';

const MESSAGE =
  'SVG: a script runs where the file is opened by itself; remove it, or have the host forbid it (docs/deploying.md, Headers)';

/** A page shows a picture without running its scripts, but its URL is a document of the site. */
export const svgScript: Check = {
  id: 'svg-script',
  ofSite: ({ svgFiles, text }) =>
    svgFiles.flatMap((path) => {
      const source = text(path) ?? '';
      const { children } = parseDocument(source, { xmlMode: true, withStartIndices: true });
      const active = DomUtils.findOne(({ name, attribs }) => {
        const localName = name.replace(/^.*:/, '');
        return blockedHtml(localName, Object.entries(attribs)).some(({ isActive }) => isActive);
      }, children);
      if (!active) return [];
      return [{ path, position: positionIn(source, active.startIndex ?? 0), message: MESSAGE }];
    }),
};
