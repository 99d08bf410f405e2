import { optimize, type CustomPlugin } from 'svgo';
import { withoutRepeatedEdges } from './repeated-edges.ts';

/** Returns a drawing in fewer bytes, without what draws nothing, and with ids that begin with `id`. */
export function optimizeDrawing(svg: string, id: string): string {
  // A marker is sized by the width of its line, which may be invisible.
  const overrides = { removeUselessStrokeAndFill: false } as const;
  return optimize(svg, {
    plugins: [
      repairs,
      // The security policy of the page allows neither a style sheet nor a `style` attribute.
      { name: 'inlineStyles', params: { onlyMatchedOnce: false, removeMatchedSelectors: false } },
      'removeStyleElement',
      'convertStyleToAttrs',
      { name: 'removeAttrs', params: { attrs: ['style'] } },
      { name: 'preset-default', params: { floatPrecision: 2, overrides } },
      { name: 'prefixIds', params: { prefix: id, delim: '-', prefixClassNames: false } },
    ],
  }).data;
}

/** Draws each edge of a shape once, and removes a style such as `undefined;;;undefined`. */
const repairs: CustomPlugin = {
  name: 'octavo:repairs',
  fn: () => ({
    element: {
      enter({ attributes }) {
        if (attributes['d']) attributes['d'] = withoutRepeatedEdges(attributes['d']);
        if (!attributes['style']?.includes(':')) delete attributes['style'];
      },
    },
  }),
};
