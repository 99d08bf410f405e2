import { defineHastPlugin, markdownToHtml, mdxToJs } from 'satteri';
import { withIncludes } from '../directives/include.ts';
import type { SiteSettings, Source } from '../document.ts';
import { markdownFeatures } from '../syntax.ts';
import { emoji } from '../text/emoji.ts';
import { protectProse } from '../text/escape-prose.ts';
import { anchorsOf } from './anchors.ts';
import { headings } from './headings.ts';

/**
 * Returns the ids that a link to a document may lead to, without rendering the rest of it; `text`
 * is that of a file that it includes. `undefined` where they are not known: MDX that does not
 * parse, or with components of its own.
 */
export function readAnchors(
  source: Source,
  site: SiteSettings,
  text: (path: string) => string | undefined,
): string[] | undefined {
  const { body } = protectProse(withIncludes(source, text).body, source.format);
  let anchors: string[] | undefined;
  const reader = defineHastPlugin({
    name: 'octavo:read-anchors',
    before(root) {
      anchors = anchorsOf(root);
    },
  });
  const options = {
    features: markdownFeatures(site),
    mdastPlugins: [emoji.mdast, headings.mdast],
    hastPlugins: [headings.hast, reader],
  };
  try {
    void (source.format === 'mdx' ? mdxToJs(body, options) : markdownToHtml(body, options));
  } catch {
    // MDX that does not parse is reported when it is rendered.
  }
  return anchors;
}
