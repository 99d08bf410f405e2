import {
  defineHastPlugin,
  defineMdastPlugin,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
  type MdastVisitorContext,
} from 'satteri';
import { readHtml } from '../../html/read-html.ts';
import type { MarkdownFeature } from '../feature.ts';
import { positionIn } from '../position.ts';
import { openComment } from './open-comment.ts';

/** HTML that the content security policy of every page refuses is a warning. */
export const rawHtml = {
  mdast: defineMdastPlugin({
    name: 'octavo:raw-html',
    options: { position: true },
    html(node, ctx) {
      for (const { name, start, attributes } of readHtml(node.value).tags) {
        const position = positionIn(node.value, start, node.position?.start);
        for (const message of refused(name, attributes).concat(REMOVED.get(name) ?? []))
          ctx.data.octavo?.report(position, message, 'warning', 'raw-html');
      }
    },
    mdxJsxFlowElement: checkElement,
    mdxJsxTextElement: checkElement,
  }),
  // The policy allows what a page holds: what it would have to be widened for is removed.
  hast: defineHastPlugin({
    name: 'octavo:without-scripts',
    element: [
      {
        filter: ['script', 'style'],
        visit(node, ctx) {
          ctx.removeNode(node);
        },
      },
      {
        filter: ['iframe'],
        visit(node, ctx) {
          const attributes = Object.entries(node.properties).map(([name, value]) => ({
            name,
            value: Array.isArray(value) ? value.join(' ') : value,
          }));
          if (isSandboxed(attributes)) return;
          for (const { name } of attributes.filter(isSrcdoc))
            ctx.setProperty(node, name, undefined);
        },
      },
    ],
  }),
  checks: [openComment],
  rules: [
    {
      id: 'raw-html',
      severity: 'warning',
      about: 'HTML that the security policy of a page blocks: `style`, `onclick`, frames, scripts',
    },
  ],
} satisfies MarkdownFeature;

const STYLE =
  'HTML: a style attribute has no effect under the security policy; use a class and src/styles/theme.css';
const HANDLER = 'HTML: a handler in an attribute (onclick …) never runs under the security policy';
const FRAME = 'HTML: the security policy blocks frames of other sites; use a link';
const SRCDOC =
  'HTML: srcdoc is removed from a frame that may run scripts; add sandbox="" or a sandbox without allow-scripts';

/** Elements that are removed. */
const REMOVED = new Map([
  ['script', 'HTML: a script in Markdown is removed; the security policy does not allow it'],
  ['style', 'HTML: a style element in Markdown is removed; use src/styles/theme.css'],
]);

interface WrittenAttribute {
  name: string;
  /** Code in MDX is an object. */
  value?: unknown;
}

/** Returns a message for each kind of thing about an element that the policy refuses. */
function refused(element: string, attributes: readonly WrittenAttribute[]): string[] {
  const messages = new Set<string>();
  for (const { name } of attributes) {
    if (/^style$/i.test(name)) messages.add(STYLE);
    if (/^on[a-z]/i.test(name)) messages.add(HANDLER);
  }
  if (!/^iframe$/i.test(element) || !attributes.some(isSrcdoc)) {
    if (/^(?:iframe|object|embed)$/i.test(element)) messages.add(FRAME);
  } else if (!isSandboxed(attributes)) messages.add(SRCDOC);
  return [...messages];
}

function isSrcdoc({ name }: WrittenAttribute): boolean {
  return name.toLowerCase() === 'srcdoc';
}

/** True for a frame whose document cannot run scripts. A sandbox in code may be any. */
function isSandboxed(attributes: readonly WrittenAttribute[]): boolean {
  const sandboxes = attributes.filter(({ name }) => name.toLowerCase() === 'sandbox');
  const isSafe = ({ value }: WrittenAttribute) =>
    value === null || (typeof value === 'string' && !ALLOWS_SCRIPTS.test(value));
  return sandboxes.length > 0 && sandboxes.every(isSafe);
}

const ALLOWS_SCRIPTS = /(?:^|\s)allow-scripts(?:\s|$)/i;

/** In MDX an element is no raw HTML; a component (`<Chart style=…>`) may do with it what it likes. */
function checkElement(
  node: Readonly<MdxJsxFlowElement | MdxJsxTextElement>,
  ctx: MdastVisitorContext,
): void {
  const name = node.name ?? '';
  if (!/^[a-z]/.test(name)) return;
  // Spread attributes may have another sandbox.
  const attributes = node.attributes.map((attribute) =>
    'name' in attribute ? attribute : { name: 'sandbox', value: attribute },
  );
  const messages = refused(name, attributes);
  for (const message of messages)
    ctx.data.octavo?.report(node.position?.start, message, 'warning', 'raw-html');
  if (!messages.includes(SRCDOC)) return;
  const kept = node.attributes.filter((attribute) => !('name' in attribute && isSrcdoc(attribute)));
  ctx.replaceNode(node, { ...node, attributes: kept });
}
