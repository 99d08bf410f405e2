import { defineHastPlugin, defineMdastPlugin, type MdastVisitorContext } from 'satteri';
import type { MarkdownFeature } from '../feature.ts';
import { tagsOf, type Html, type Jsx, type WrittenTag } from '../written-tags.ts';
import { openComment } from './open-comment.ts';

/** HTML that the content security policy of every page refuses is a warning. */
export const rawHtml = {
  mdast: defineMdastPlugin({
    name: 'octavo:raw-html',
    options: { position: true },
    html: reportBlocked,
    mdxJsxFlowElement: checkJsx,
    mdxJsxTextElement: checkJsx,
  }),
  // The policy allows what a page holds: what it would have to be widened for is removed.
  hast: defineHastPlugin({
    name: 'octavo:without-scripts',
    element: [
      { filter: ['script', 'style'], visit: (node, ctx) => ctx.removeNode(node) },
      {
        filter: ['iframe'],
        visit(node, ctx) {
          const { sandbox } = node.properties;
          const tokens = Array.isArray(sandbox) ? sandbox.join(' ') : sandbox;
          if (!forbidsScripts(tokens)) ctx.setProperty(node, 'srcDoc', undefined);
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

type Problem = [message: string, isIn: (tag: WrittenTag) => boolean];

const BLOCKED: readonly Problem[] = [
  [
    'HTML: a style attribute has no effect under the security policy; use a class and src/styles/theme.css',
    ({ attributes }) => attributes.has('style'),
  ],
  [
    'HTML: a handler in an attribute (onclick …) never runs under the security policy',
    ({ attributes }) => [...attributes.keys()].some((name) => /^on[a-z]/.test(name)),
  ],
  [
    'HTML: the security policy blocks frames of other sites; use a link',
    (tag) => /^(?:iframe|object|embed)$/i.test(tag.name) && !isDocument(tag),
  ],
  [
    'HTML: srcdoc is removed from a frame that may run scripts; add sandbox="" or a sandbox without allow-scripts',
    mayRunDocument,
  ],
];

const REMOVED: readonly Problem[] = [
  [
    'HTML: a script in Markdown is removed; the security policy does not allow it',
    ({ name }) => name === 'script',
  ],
  [
    'HTML: a style element in Markdown is removed; use src/styles/theme.css',
    ({ name }) => name === 'style',
  ],
];

function reportBlocked(node: Readonly<Html | Jsx>, ctx: MdastVisitorContext): void {
  const problems = node.type === 'html' ? [...BLOCKED, ...REMOVED] : BLOCKED;
  for (const tag of tagsOf(node))
    for (const [message, isIn] of problems)
      if (isIn(tag)) ctx.data.octavo?.report(tag.position, message, 'warning', 'raw-html');
}

/** In MDX an element is no raw HTML; a component (`<Chart style=…>`) may do with it what it likes. */
function checkJsx(node: Readonly<Jsx>, ctx: MdastVisitorContext): void {
  if (!/^[a-z]/.test(node.name ?? '')) return;
  reportBlocked(node, ctx);
  if (!tagsOf(node).some(mayRunDocument)) return;
  const attributes = node.attributes.filter(
    (attribute) => !('name' in attribute && /^srcdoc$/i.test(attribute.name)),
  );
  ctx.replaceNode(node, { ...node, attributes });
}

function isDocument({ name, attributes }: WrittenTag): boolean {
  return /^iframe$/i.test(name) && attributes.has('srcdoc');
}

/** True for a frame whose document may run scripts; a spread may have another sandbox. */
function mayRunDocument(tag: WrittenTag): boolean {
  const { attributes } = tag;
  return isDocument(tag) && (attributes.has('...') || !forbidsScripts(attributes.get('sandbox')));
}

/** False for a sandbox in code, which may be any. */
function forbidsScripts(sandbox: unknown): boolean {
  return typeof sandbox === 'string' && !/(?:^|\s)allow-scripts(?:\s|$)/i.test(sandbox);
}
