import { defineHastPlugin, defineMdastPlugin, type HastPluginEntry } from 'satteri';
import { stringsFor } from '../../strings/strings.ts';
import { diagramSvg } from './diagram-svg.ts';
import { DEFAULT_SITE, type MarkdownDocument } from '../document.ts';
import { element, type Element } from '../tree.ts';

/** Stands for a diagram between Markdown and HTML. */
const DIAGRAM = 'octavo-diagram';

interface Diagram {
  source: string;
  /** The fence's info string, without the language. */
  meta: string;
  /** Numbers come out of the tree as text. */
  line: number | string;
  column: number | string;
}

/** Takes ```` ```mermaid ```` out of the Markdown, so that it is no code to what comes later. */
export const mermaidFences = defineMdastPlugin({
  name: 'octavo:mermaid-fences',
  options: { position: true },
  code(node, ctx) {
    if (node.lang !== 'mermaid') return;
    const { line = 1, column = 1 } = node.position?.start ?? {};
    const hProperties: Diagram = { source: node.value, meta: node.meta ?? '', line, column };
    ctx.replaceNode(node, { type: DIAGRAM, data: { hName: DIAGRAM, hProperties }, children: [] });
  },
});

/** A diagram becomes a picture in SVG; one that cannot be drawn stays code. */
export const diagrams: HastPluginEntry = () => {
  let count = 0;
  return defineHastPlugin({
    name: 'octavo:diagrams',
    element: {
      filter: [DIAGRAM],
      async visit(node, ctx) {
        count += 1;
        const diagram = node.properties as unknown as Diagram;
        ctx.replaceNode(node, await draw(diagram, `diagram-${count}`, ctx.data.octavo));
      },
    },
  });
};

/** Returns the figure of a diagram, or its code if it cannot be drawn. */
async function draw(diagram: Diagram, id: string, document: MarkdownDocument | undefined) {
  const { drawMermaid } = await import('./mermaid.ts');
  const [line, column] = [Number(diagram.line), Number(diagram.column)];
  const drawing = await drawMermaid(diagram.source, id);
  if ('error' in drawing) {
    // The lines of a diagram are those after its fence, which may be the last of the file.
    const below = diagram.source === '' ? 0 : 1 + drawing.line;
    const position = { line: line + below, column };
    document?.report(position, `diagram: ${drawing.error}; it is shown as code`, 'diagram');
    return element('pre', { id: `${id}-figure` }, [element('code', {}, [diagram.source])]);
  }
  const caption = /(?:^|\s)title="([^"]*)"/.exec(diagram.meta)?.[1];
  const { svg, title = caption, description } = drawing;
  if (title === undefined) document?.report({ line, column }, NAMELESS, 'diagram-name');
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
