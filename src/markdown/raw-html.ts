import {
  defineHastPlugin,
  defineMdastPlugin,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
  type MdastVisitorContext,
} from 'satteri';
import type { Position } from '../blog/front-matter.ts';

/** HTML that the content security policy of every page refuses is a warning. */
export const rawHtml = defineMdastPlugin({
  name: 'octavo:raw-html',
  options: { position: true },
  html(node, ctx) {
    // Comments are blanked, so that what is behind them stays where it is.
    const html = node.value.replace(/<!--[\s\S]*?-->/g, (comment) =>
      comment.replace(/[^\n]/g, ' '),
    );
    for (const [pattern, message] of REFUSED) {
      const match = pattern.exec(html);
      if (match) {
        const place = placeIn(html, match.index, node.position?.start);
        ctx.data.octavo?.report(place, message, 'warning');
      }
    }
  },
  mdxJsxFlowElement: refuseAttributes,
  mdxJsxTextElement: refuseAttributes,
});

const STYLE =
  'HTML: a style attribute has no effect under the security policy; use a class and src/styles/theme.css';
const HANDLER = 'HTML: a handler in an attribute (onclick …) never runs under the security policy';

const REFUSED: [RegExp, string][] = [
  [/<[a-z][^>]*\sstyle\s*=/i, STYLE],
  [/<[a-z][^>]*\son[a-z]+\s*=/i, HANDLER],
  [
    /<script[\s>]/i,
    'HTML: a script in Markdown is left out; the security policy has no place for it',
  ],
  [/<style[\s>]/i, 'HTML: a style element in Markdown is left out; use src/styles/theme.css'],
  [
    /<(?:iframe|object|embed)[\s>]/i,
    'HTML: another site in a frame is refused by the security policy; use a link',
  ],
];

/** Leaves out what the policy would have to be widened for: it allows what a page holds. */
export const withoutScripts = defineHastPlugin({
  name: 'octavo:without-scripts',
  element: {
    filter: ['script', 'style'],
    visit(node, ctx) {
      ctx.removeNode(node);
    },
  },
});

/** In MDX an element is no raw HTML; a component (`<Chart style=…>`) may do with it what it likes. */
function refuseAttributes(
  node: Readonly<MdxJsxFlowElement | MdxJsxTextElement>,
  ctx: MdastVisitorContext,
): void {
  if (!/^[a-z]/.test(node.name ?? '')) return;
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const refused = attribute.name === 'style' ? STYLE : /^on[a-z]/.test(attribute.name) && HANDLER;
    if (refused) ctx.data.octavo?.report(node.position?.start, refused, 'warning');
  }
}

/** Returns the place of an offset in a text that begins at a place in the file. */
function placeIn(text: string, offset: number, start?: Position): Position | undefined {
  if (!start) return undefined;
  const lines = text.slice(0, offset).split('\n');
  if (lines.length === 1) return { line: start.line, column: start.column + offset };
  return { line: start.line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 };
}
