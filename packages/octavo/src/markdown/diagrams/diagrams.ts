import { defineMdastPlugin, type MdastVisitorContext } from 'satteri';
import type { CheckId } from '../../diagnostics/check-ids.ts';
import { stringsFor, type Strings } from '../../strings/strings.ts';
import { parseCodeInfo } from '../code/fence-options.ts';
import { fenced, quotedCode } from '../code/quoted-code.ts';
import { documentOf } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';
import type { Of } from '../syntax.ts';
import { placeOf } from '../text/prose-block.ts';
import { element, markdownOf, type Element } from '../tree.ts';
import { diagramSvg } from './diagram-svg.ts';
import type { Drawing, DrawingError } from './drawing.ts';
import { DRAWN_FENCES } from './fences.ts';

/** A diagram (```` ```mermaid ````) becomes a picture in SVG; one that cannot be drawn stays code. */
export const diagrams: MarkdownFeature = {
  mdast: ({ source }) => {
    let count = 0;
    return defineMdastPlugin({
      name: 'octavo:diagrams',
      options: { position: true },
      async code(node, ctx) {
        const drawn = await draw(node, () => `diagram-${(count += 1)}`, ctx);
        if (!drawn) return;
        // What is drawn of a recording is no text for readers of its Markdown.
        const written = source.slice(...placeOf(node));
        if (drawn.text !== undefined) (ctx.data.replaced ??= {})[written] = fenced(drawn.text, '');
        ctx.replaceNode(node, markdownOf(drawn.figure));
      },
    });
  },
};

/** Returns the figure of a fence, or its code if it cannot be drawn; `undefined` for other fences. */
async function draw(
  node: Readonly<Of<'code'>>,
  nextId: () => string,
  ctx: MdastVisitorContext,
): Promise<{ figure: Element; text?: string | undefined } | undefined> {
  const language = node.lang ?? '';
  const fence = DRAWN_FENCES.get(language);
  if (!fence) return undefined;
  const document = documentOf(ctx);
  const report: Report = (line, message, rule) => {
    const start = node.position?.start;
    document.report(start && { ...start, line: start.line + line }, `diagram: ${message}`, rule);
  };
  if (fence.package !== undefined && document.package(fence.package) === undefined) {
    const how = `needs the package ${fence.package}; run npm install ${fence.package}`;
    return void report(0, `a ${language} fence ${how}; it is shown as code`, 'diagram');
  }
  const info = parseCodeInfo(`${language} ${node.meta ?? ''}`);
  const quoted = info.file ? quotedCode(info, document) : { text: node.value };
  if ('problem' in quoted) return void report(0, quoted.problem, 'code-file');
  const id = nextId();
  const drawing = await (await fence.load())(quoted.text, id, info.file);
  if ('error' in drawing) {
    reportError(drawing, info.file, { isEmpty: node.value === '', report });
    const code = element('code', {}, [quoted.text]);
    return { figure: element('pre', { id: `${id}-figure` }, [code]) };
  }
  if ((drawing.title ?? info.title) === undefined)
    report(0, `it has no name for those who do not see it; ${fence.naming}`, 'diagram-name');
  const strings = stringsFor(document.site);
  return { figure: figureOf(drawing, id, info.title, strings), text: drawing.transcript };
}

/** Reports a problem so many lines below the first line of a fence. */
type Report = (line: number, message: string, rule: CheckId) => void;

function reportError(
  { error, line }: DrawingError,
  file: string | undefined,
  { isEmpty, report }: { isEmpty: boolean; report: Report },
): void {
  // The lines of a diagram are those after its fence, which may be the last of the file.
  const below = isEmpty ? 0 : 1 + line;
  const where = file === undefined ? '' : `line ${line + 1} of ${file}: `;
  report(below, `${where}${error}; it is shown as code`, 'diagram');
}

/** A diagram can be linked to; one that may be wider than a small screen scrolls, also by keyboard. */
function figureOf(
  { svg: source, title, description, transcript }: Drawing,
  id: string,
  caption: string | undefined,
  strings: Pick<Strings, 'diagram' | 'transcript'>,
): Element {
  const names = { title: title ?? caption ?? strings.diagram, description };
  const { svg, scrolls } = diagramSvg(source, id, names);
  const properties = { className: ['diagram-box'], ...(scrolls && { tabIndex: 0 }) };
  const children = [element('div', properties, [svg])];
  if (caption) children.push(element('figcaption', {}, [caption]));
  if (transcript !== undefined) {
    const code = element('pre', { tabIndex: 0 }, [element('code', {}, [transcript])]);
    children.push(element('details', {}, [element('summary', {}, [strings.transcript]), code]));
  }
  const className = transcript === undefined ? ['diagram'] : ['diagram', 'recording'];
  return element('figure', { id: `${id}-figure`, className }, children);
}
