import { defineHastPlugin } from 'satteri';

/** A code block scrolls within itself, and so can be reached by keyboard. */
export const code = defineHastPlugin({
  name: 'octavo:code',
  element: {
    filter: ['pre'],
    visit(node, ctx) {
      ctx.setProperty(node, 'tabIndex', 0);
    },
  },
});
