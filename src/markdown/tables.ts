import { defineHastPlugin } from 'satteri';

/** The alignment of a column is a class: a style attribute does not go with the security policy. */
export const tables = defineHastPlugin({
  name: 'octavo:tables',
  element: {
    filter: ['th', 'td'],
    visit(node, ctx) {
      const [, side] = /text-align:\s*(\w+)/.exec(String(node.properties?.['style'] ?? '')) ?? [];
      if (side === undefined) return;
      ctx.setProperty(node, 'style', null);
      const own = [node.properties['className'] ?? []].flat();
      ctx.setProperty(node, 'className', [...own, `align-${side}`]);
    },
  },
});
