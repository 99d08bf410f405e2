import {
  defineMdastPlugin,
  markdownToHtml,
  mdxToJs,
  type Features,
  type MdastPluginList,
} from 'satteri';

/** What is thrown when everything was seen, so that no HTML is made of it. */
const SEEN = new Error('seen');

const end = defineMdastPlugin({
  name: 'octavo:seen',
  before() {
    throw SEEN;
  },
});

/** Runs plugins over a text without rendering it; not over MDX that does not parse. */
export function lookThrough(
  text: string,
  format: 'md' | 'mdx',
  features: Features,
  plugins: MdastPluginList,
): void {
  const options = { features, mdastPlugins: [...plugins, end] };
  try {
    if (format === 'mdx') void mdxToJs(text, options);
    else void markdownToHtml(text, options);
  } catch (error) {
    // MDX that does not parse is reported when it is rendered.
    if (error !== SEEN && format === 'md') throw error;
  }
}
