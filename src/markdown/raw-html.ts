import { defineMdastPlugin } from 'satteri';

/** Raw HTML that the content security policy of every page refuses is a warning. */
export const rawHtml = defineMdastPlugin({
  name: 'octavo:raw-html',
  options: { position: true },
  html(node, ctx) {
    for (const [pattern, message] of REFUSED) {
      if (pattern.test(node.value))
        ctx.data.octavo?.report(node.position?.start, message, 'warning');
    }
  },
});

const REFUSED: [RegExp, string][] = [
  [
    /<[a-z][^>]*\sstyle\s*=/i,
    'HTML: a style attribute has no effect under the security policy; use a class and src/styles/theme.css',
  ],
  [
    /<[a-z][^>]*\son[a-z]+\s*=/i,
    'HTML: a handler in an attribute (onclick …) never runs under the security policy',
  ],
  [/<script[\s>]/i, 'HTML: a script in Markdown never runs under the security policy'],
  [
    /<style[\s>]/i,
    'HTML: a style element in Markdown has no effect under the security policy; use src/styles/theme.css',
  ],
  [
    /<(?:iframe|object|embed)[\s>]/i,
    'HTML: another site in a frame is refused by the security policy; use a link',
  ],
];
