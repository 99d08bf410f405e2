import { defineMdastPlugin } from 'satteri';
import type { CheckId } from '../../diagnostics/check-ids.ts';
import { stringsFor } from '../../strings/strings.ts';
import { diagramSvg } from './diagram-svg.ts';
import { DEFAULT_SITE, type MarkdownDocument } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';
import type { Of } from '../syntax.ts';
import { element, markdownOf, type Element } from '../tree.ts';

/** A diagram (```` ```mermaid ````) becomes a picture in SVG; one that cannot be drawn stays code. */
export const diagrams: MarkdownFeature = {
  mdast: () => {
    let count = 0;
    return defineMdastPlugin({
      name: 'octavo:diagrams',
      options: { position: true },
      async code(node, ctx) {
        if (node.lang !== 'mermaid') return;
        count += 1;
        const figure = await draw(node, `diagram-${count}`, ctx.data.octavo);
        ctx.replaceNode(node, markdownOf(figure));
      },
    });
  },
};

/** Returns the figure of a diagram, or its code if it cannot be drawn. */
async function draw(
  { value: source, meta, position }: Readonly<Of<'code'>>,
  id: string,
  document: MarkdownDocument | undefined,
) {
  const { drawMermaid } = await import('./mermaid.ts');
  const report = (line: number, message: string, rule: CheckId) =>
    document?.report(
      position && { ...position.start, line: position.start.line + line },
      message,
      rule,
    );
  const drawing = await drawMermaid(source, id);
  if ('error' in drawing) {
    // The lines of a diagram are those after its fence, which may be the last of the file.
    const below = source === '' ? 0 : 1 + drawing.line;
    report(below, `diagram: ${drawing.error}; it is shown as code`, 'diagram');
    return element('pre', { id: `${id}-figure` }, [element('code', {}, [source])]);
  }
  const caption = /(?:^|\s)title="([^"]*)"/.exec(meta ?? '')?.[1];
  const { svg, title = caption, description } = drawing;
  if (title === undefined) report(0, NAMELESS, 'diagram-name');
  const name = title ?? stringsFor(document?.site ?? DEFAULT_SITE).diagram;
  return figure(diagramSvg(svg, id, { title: name, description }), `${id}-figure`, caption);
}

const NAMELESS =
  'diagram: it has no name for those who do not see it; add a line like accTitle: How a request is routed';

/** A diagram can be linked to; one that may be wider than a small screen scrolls, also by keyboard. */
function figure(
  { svg, scrolls }: ReturnType<typeof diagramSvg>,
  id: string,
  caption: string | undefined,
): Element {
  const properties = { className: ['diagram-box'], ...(scrolls && { tabIndex: 0 }) };
  const below = caption ? [element('figcaption', {}, [caption])] : [];
  const box = element('div', properties, [svg]);
  return element('figure', { id, className: ['diagram'] }, [box, ...below]);
}
