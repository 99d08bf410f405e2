import { DomUtils, parseDocument } from 'htmlparser2';
import { blockedHtml } from '../html/blocked-html.ts';
import { positionIn } from '../markdown/position.ts';
import type { Check } from './check.ts';

interface Tag {
  name: string;
  attribs: Record<string, string>;
}

const MESSAGE =
  'SVG: a script runs where the file is opened by itself; remove it, or have the host forbid it (docs/deploying.md, Headers)';

/** A page shows a picture without running its scripts, but its URL is a document of the site. */
export const svgScript: Check = {
  id: 'svg-script',
  ofSite: ({ svgFiles, text }) =>
    svgFiles.flatMap((path) => {
      const source = text(path) ?? '';
      const { children } = parseDocument(source, { xmlMode: true, withStartIndices: true });
      const active = DomUtils.findOne(hasScript, children);
      if (!active) return [];
      return [{ path, position: positionIn(source, active.startIndex ?? 0), message: MESSAGE }];
    }),
};

function hasScript({ name, attribs }: Tag): boolean {
  // Styles are part of a picture.
  const attributes = Object.entries(attribs).filter(([attribute]) => attribute !== 'style');
  const localName = name.replace(/^.*:/, '');
  return localName !== 'style' && blockedHtml(localName, attributes).length > 0;
}
