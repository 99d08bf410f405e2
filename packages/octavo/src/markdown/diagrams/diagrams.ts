import { defineMdastPlugin, type MdastVisitorContext } from 'satteri';
import type { CheckId } from '../../diagnostics/check-ids.ts';
import { stringsFor, type Strings } from '../../strings/strings.ts';
import { parseCodeInfo } from '../code/fence-options.ts';
import { fenced, quotedCode } from '../code/quoted-code.ts';
import { DEFAULT_SITE } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';
import type { Of } from '../syntax.ts';
import { placeOf } from '../text/prose-block.ts';
import { element, markdownOf, type Element } from '../tree.ts';
import { diagramSvg } from './diagram-svg.ts';
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
  const { value, lang, meta, position } = node;
  const document = ctx.data.octavo;
  const fence = DRAWN_FENCES.get(lang ?? '');
  if (!fence) return undefined;
  const report = (line: number, message: string, rule: CheckId) =>
    document?.report(
      position && { ...position.start, line: position.start.line + line },
      `diagram: ${message}`,
      rule,
    );
  const { package: name } = fence;
  if (name !== undefined && document?.package(name) === undefined) {
    const message = `a ${lang} fence needs the package ${name}; run npm install ${name}; it is shown as code`;
    return void report(0, message, 'diagram');
  }
  const info = parseCodeInfo(`${lang} ${meta ?? ''}`);
  const quoted = info.file && document ? quotedCode(info, document) : { text: value };
  if ('problem' in quoted) return void report(0, quoted.problem, 'code-file');
  const id = nextId();
  const source = quoted.text;
  const drawing = await (await fence.load())(source, id, info.file);
  if ('error' in drawing) {
    // The lines of a diagram are those after its fence, which may be the last of the file.
    const below = value === '' ? 0 : 1 + drawing.line;
    const where = info.file ? `line ${drawing.line + 1} of ${info.file}: ` : '';
    report(below, `${where}${drawing.error}; it is shown as code`, 'diagram');
    const code = element('code', {}, [source]);
    return { figure: element('pre', { id: `${id}-figure` }, [code]) };
  }
  const { title = info.title, description } = drawing;
  const strings = stringsFor(document?.site ?? DEFAULT_SITE);
  if (title === undefined)
    report(0, `it has no name for those who do not see it; ${fence.naming}`, 'diagram-name');
  const names = { title: title ?? strings.diagram, description };
  const { transcript: text } = drawing;
  const transcript = text === undefined ? [] : transcriptOf(text, strings);
  const parts = { caption: info.title, transcript };
  return { figure: figure(diagramSvg(drawing.svg, id, names), `${id}-figure`, parts), text };
}

/** A diagram can be linked to; one that may be wider than a small screen scrolls, also by keyboard. */
function figure(
  { svg, scrolls }: ReturnType<typeof diagramSvg>,
  id: string,
  { caption, transcript }: { caption: string | undefined; transcript: Element[] },
): Element {
  const properties = { className: ['diagram-box'], ...(scrolls && { tabIndex: 0 }) };
  const below = caption ? [element('figcaption', {}, [caption])] : [];
  const box = element('div', properties, [svg]);
  const className = transcript.length > 0 ? ['diagram', 'recording'] : ['diagram'];
  return element('figure', { id, className }, [box, ...below, ...transcript]);
}

/** Returns the text of a drawing, which is collapsed. */
function transcriptOf(text: string, { transcript }: Pick<Strings, 'transcript'>): Element[] {
  const code = element('pre', { tabIndex: 0 }, [element('code', {}, [text])]);
  return [element('details', {}, [element('summary', {}, [transcript]), code])];
}
