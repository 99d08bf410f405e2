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
      for (const match of html.matchAll(pattern)) {
        const place = placeIn(html, match.index, node.position?.start);
        ctx.data.octavo?.report(place, message, 'warning', 'raw-html');
      }
    }
  },
  mdxJsxFlowElement: refuseAttributes,
  mdxJsxTextElement: refuseAttributes,
});

const STYLE =
  'HTML: a style attribute has no effect under the security policy; use a class and src/styles/theme.css';
const HANDLER = 'HTML: a handler in an attribute (onclick …) never runs under the security policy';

const FRAME = 'HTML: another site in a frame is refused by the security policy; use a link';

const REFUSED: [RegExp, string][] = [
  [/<[a-z][^>]*\sstyle\s*=/gi, STYLE],
  [/<[a-z][^>]*\son[a-z]+\s*=/gi, HANDLER],
  [
    /<script[\s>]/gi,
    'HTML: a script in Markdown is left out; the security policy has no place for it',
  ],
  [/<style[\s>]/gi, 'HTML: a style element in Markdown is left out; use src/styles/theme.css'],
  [/<(?:iframe|object|embed)[\s>]/gi, FRAME],
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
  const name = node.name ?? '';
  if (!/^[a-z]/.test(name)) return;
  const attributes = node.attributes.map((attribute) =>
    'name' in attribute ? attribute.name : '',
  );
  const found = [
    ...attributes.filter((attribute) => attribute === 'style').map(() => STYLE),
    ...attributes.filter((attribute) => /^on[a-z]/i.test(attribute)).map(() => HANDLER),
    ...(/^(?:iframe|object|embed)$/.test(name) ? [FRAME] : []),
  ];
  for (const message of found)
    ctx.data.octavo?.report(node.position?.start, message, 'warning', 'raw-html');
}

/** Returns the place of an offset in a text that begins at a place in the file. */
export function placeIn(text: string, offset: number, start?: Position): Position | undefined {
  if (!start) return undefined;
  const lines = text.slice(0, offset).split('\n');
  if (lines.length === 1) return { line: start.line, column: start.column + offset };
  return { line: start.line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 };
}
