import { defineHastPlugin, type HastVisitorContext } from 'satteri';
import type { MarkdownFeature } from '../feature.ts';
import { element, hasClass, isElement, type Element, type Node } from '../tree.ts';

/** The text of a task is the label of its checkbox. */
export const taskLists = {
  hast: ({ source }) =>
    /\[[ x]\]/i.test(source) &&
    defineHastPlugin({
      name: 'octavo:task-lists',
      element: {
        filter: ['li'],
        visit(item, ctx) {
          if (!hasClass(item, 'task-list-item')) return;
          const first = item.children.find((child) => child.type === 'element');
          label(first?.tagName === 'p' ? first : item, ctx);
        },
      },
    }),
} satisfies MarkdownFeature;

/** Wraps the checkbox and the text in line with it in a label. */
function label(parent: Readonly<Element>, ctx: HastVisitorContext): void {
  const { children } = parent;
  const start = children.findIndex((child) => isElement(child, 'input'));
  if (start === -1) return;
  const behind = children.slice(start);
  const end = behind.findIndex(isBlock);
  const line = end === -1 ? behind : behind.slice(0, end);
  const task = element('label', {}, line);
  const around = [...children.slice(0, start), task, ...behind.slice(line.length)];
  ctx.replaceNode(parent, { ...parent, children: around });
}

function isBlock(node: Node): boolean {
  return node.type === 'mdxJsxFlowElement' || isElement(node, ...BLOCKS);
}

/** Elements that can follow the line of an item in a tight list. */
const BLOCKS = 'ul ol dl pre blockquote table div details figure p hr h1 h2 h3 h4 h5 h6'.split(' ');
