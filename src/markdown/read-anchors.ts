import {
  defineHastPlugin,
  markdownToHtml,
  mdxToJs,
  type HastPluginEntry,
  type MdastPluginEntry,
} from 'satteri';
import { anchorsOf } from './anchors.ts';
import { emoji } from './emoji.ts';
import { headingAttributes, headings } from './headings.ts';
import { withIncludes } from './include.ts';
import { protectProse } from './prose.ts';
import { markdownFeatures, type Source } from './render.ts';

/**
 * Returns the ids that a link to a document may lead to, without rendering the rest of it; `text`
 * is that of a file that it includes. `undefined` where they are not known: MDX that does not parse, or with components of its own.
 */
export function readAnchors(
  source: Source,
  language: string,
  text: (path: string) => string | undefined,
): string[] | undefined {
  const features = markdownFeatures(language);
  let anchors: string[] | undefined;
  const reader = defineHastPlugin({
    name: 'octavo:read-anchors',
    before(root) {
      anchors = anchorsOf(root);
    },
  });
  const mdastPlugins: MdastPluginEntry[] = [emoji, headingAttributes];
  const hastPlugins: HastPluginEntry[] = [headings, reader];
  const options = { features, mdastPlugins, hastPlugins };
  const whole = withIncludes(source, features, text).body;
  const { body } = protectProse(whole, source.format, features);
  try {
    if (source.format === 'mdx') void mdxToJs(body, options);
    else void markdownToHtml(body, options);
  } catch {
    return undefined;
  }
  return anchors;
}
