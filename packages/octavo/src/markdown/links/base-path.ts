import {
  defineHastPlugin,
  type HastVisitorContext,
  type MdxJsxFlowElementHast,
  type MdxJsxTextElementHast,
} from 'satteri';
import { siteOf } from '../document.ts';
import { eachCandidate } from '../../html/srcset.ts';
import { isRootRelative } from './root-relative.ts';

/** The attributes that hold URLs, by element. */
const ADDRESSES: Record<string, string[]> = {
  a: ['href'],
  area: ['href'],
  img: ['src', 'srcSet'],
  source: ['src', 'srcSet'],
  audio: ['src'],
  video: ['src', 'poster'],
  track: ['src'],
  iframe: ['src'],
};

/** Root-relative addresses (`/about/`) get the base path of the site, in HTML and JSX too. */
export const basePath = defineHastPlugin({
  name: 'octavo:base-path',
  element: {
    filter: Object.keys(ADDRESSES),
    visit(node, ctx) {
      for (const attribute of ADDRESSES[node.tagName] ?? []) {
        const value = node.properties?.[attribute];
        if (typeof value !== 'string') continue;
        const based = basedValue(attribute, value, siteOf(ctx.data).base);
        if (based !== value) ctx.setProperty(node, attribute, based);
      }
    },
  },
  mdxJsxFlowElement: { filter: Object.keys(ADDRESSES), visit: baseAttributes },
  mdxJsxTextElement: { filter: Object.keys(ADDRESSES), visit: baseAttributes },
});

type JsxElement = MdxJsxFlowElementHast | MdxJsxTextElementHast;

function baseAttributes(node: Readonly<JsxElement>, ctx: HastVisitorContext): void {
  const known = ADDRESSES[node.name ?? ''] ?? [];
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
    const { name, value } = attribute;
    const address = known.find((one) => one.toLowerCase() === name.toLowerCase());
    if (address) ctx.setProperty(node, name, basedValue(address, value, siteOf(ctx.data).base));
  }
}

function basedValue(attribute: string, value: string, base: string): string {
  const withBase = (url: string) => (isRootRelative(url) ? base + url.slice(1) : url);
  return attribute === 'srcSet' ? eachCandidate(value, withBase) : withBase(value);
}
