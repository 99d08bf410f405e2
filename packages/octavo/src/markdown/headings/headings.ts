import Slugger from 'github-slugger';
import {
  defineHastPlugin,
  defineMdastPlugin,
  type HastNode,
  type HastVisitorContext,
} from 'satteri';
import { idsOf, PAGE_IDS } from './anchors.ts';
import { documentOf } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';
import type { HeadingData } from '../source-text.ts';
import { ancestorsOf, attribute, element, nameOf, nodesOf, textOf, type Element } from '../tree.ts';
import { isFootnoteReference } from '../text/footnotes.ts';
import { headingChecks } from './heading-checks.ts';

/** In MDX a heading in HTML is JSX; with static attributes it becomes a heading. */
export const writtenHeadings = {
  hast: ({ sourceFormat }) =>
    sourceFormat === 'mdx' &&
    defineHastPlugin({
      name: 'octavo:written-headings',
      mdxJsxFlowElement: {
        filter: HEADINGS,
        visit({ name, attributes, children }) {
          const properties: Record<string, string> = {};
          for (const attribute of attributes) {
            if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return;
            properties[attribute.name === 'class' ? 'className' : attribute.name] = attribute.value;
          }
          return { type: 'element', tagName: name ?? 'h2', properties, children } as HastNode;
        },
      },
    }),
} satisfies MarkdownFeature;

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/**
 * Headings have ids by GitHub's rules (github-slugger), duplicates numbered, and are listed for
 * the table of contents; those of the second level and below are links to themselves. An id that
 * is there already, in HTML, of a footnote or of the page itself, is given to no other heading.
 */
export const headings = {
  // Of the attributes of a heading, `## Title {#own-id .class}`, the id and the classes are kept.
  mdast: ({ source }) =>
    source.includes('{') &&
    defineMdastPlugin({
      name: 'octavo:heading-attributes',
      options: { position: true },
      heading(node, ctx) {
        const { id, className, ...others } = (node.data as HeadingData)?.hProperties ?? {};
        for (const key of Object.keys(others)) {
          const message = `heading: the attribute ${key} is removed; use {#id} and {.class}`;
          documentOf(ctx).report(node.position?.start, message, 'heading-attribute');
        }
        const hProperties = { ...(id && { id }), ...(className && { className }) };
        if (node.data) ctx.setProperty(node, 'data', { ...node.data, hProperties });
      },
    }),
  hast: ({ source }) => {
    const slugger = new Slugger();
    const reserve = (ids: readonly string[]) => {
      for (const id of ids) slugger.occurrences[id] ??= 0;
    };
    reserve(PAGE_IDS);
    return defineHastPlugin({
      name: 'octavo:headings',
      // To read the whole tree costs more than to parse the text.
      ...(MAY_HAVE_IDS.test(source) && {
        before(root: Readonly<HastNode>, ctx: HastVisitorContext) {
          const ids = idsOf(root);
          reportTwice(ids, ctx);
          reserve(ids);
        },
      }),
      element: {
        filter: HEADINGS,
        visit(heading, ctx) {
          if (isOfFootnotes(heading)) return;
          const text = textOf(heading, isFootnoteReference).trim();
          const slug = attribute(heading, 'id') ?? (slugger.slug(text) || slugger.slug(NAMELESS));
          const depth = Number(heading.tagName.slice(1));
          ctx.data.astro?.headings.push({ depth, slug, text });
          const linkable = depth > 1 && text !== '' && !holdsLink(heading);
          if (linkable && !isInControl(heading, ctx))
            ctx.replaceNode(heading, withLink(heading, slug));
          else ctx.setProperty(heading, 'id', slug);
        },
      },
    });
  },
  checks: headingChecks,
} satisfies MarkdownFeature;

/** Ids are in HTML and JSX, in attributes of headings, footnotes and diagrams. */
export const MAY_HAVE_IDS = /\bid\s*=|\{[^}\n]*#|\[\^|mermaid|[`~]{3} *(?:dot|cast)\b/i;

/** What a heading without letters and digits is called. */
const NAMELESS = 'section';

/** Elements that a link may neither contain nor be in. */
const CONTROLS = new Set(['a', 'audio', 'button', 'input', 'summary', 'video']);

/** True where a heading has a link or another control in it; a component may have one. */
function holdsLink(heading: Element): boolean {
  return nodesOf(heading)
    .map((node) => nameOf(node) ?? 'text')
    .some((name) => CONTROLS.has(name) || !/^[a-z]/.test(name));
}

function isInControl(node: HastNode, ctx: HastVisitorContext): boolean {
  return ancestorsOf(node, ctx).some((around) => CONTROLS.has(nameOf(around) ?? ''));
}

function withLink(heading: Element, id: string): Element {
  const link = element('a', { href: `#${id.replaceAll('%', '%25')}` }, heading.children);
  return { ...heading, properties: { ...heading.properties, id }, children: [link] };
}

/** Reports ids of the author's that the page, another element or an earlier heading has. */
function reportTwice(ids: readonly string[], ctx: HastVisitorContext): void {
  const own = ctx.data.written?.headings.filter(({ id }) => id !== undefined) ?? [];
  const used = [...PAGE_IDS, ...ids];
  for (const { id = '' } of own) used.splice(used.lastIndexOf(id), 1);
  for (const { id = '', position } of own) {
    const message = `heading: the id ${id} is already used on this page; change it`;
    if (used.includes(id)) documentOf(ctx).report(position, message, 'id-twice');
    used.push(id);
  }
}

/** True for the heading that Sätteri puts over the footnotes. */
function isOfFootnotes({ properties }: Element): boolean {
  return properties['id'] === 'footnote-label' && properties['className'] !== undefined;
}
