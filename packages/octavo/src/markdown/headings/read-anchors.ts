import { defineHastPlugin, markdownToHtml, mdxToJs } from 'satteri';
import type { Heading } from '../../words/excerpt.ts';
import { anchorsOf } from './anchors.ts';
import { emoji } from '../text/emoji.ts';
import { headings, MAY_HAVE_IDS } from './headings.ts';
import { withIncludes } from '../directives/include.ts';
import { protectProse } from '../text/escape-prose.ts';
import type { SiteSettings } from '../document.ts';
import { markdownFeatures, type Source } from '../render.ts';

/**
 * Returns the ids that a link to a document may lead to, without rendering the rest of it; `text`
 * is that of a file that it includes. `undefined` where they are not known: MDX that does not parse, or with components of its own.
 */
export function readAnchors(
  source: Source,
  site: SiteSettings,
  text: (path: string) => string | undefined,
): string[] | undefined {
  const features = markdownFeatures(site);
  let anchors: string[] | undefined;
  const astro = {
    frontmatter: {},
    headings: [] as Heading[],
    localImagePaths: new Set<string>(),
    remoteImagePaths: new Set<string>(),
  };
  const reader = defineHastPlugin({
    name: 'octavo:read-anchors',
    before(root) {
      anchors = anchorsOf(root);
    },
  });
  const mdastPlugins = [emoji.mdast, headings.mdast];
  const whole = withIncludes(source, features, text).body;
  const { body } = protectProse(whole, source.format, features);
  // To read the whole tree costs more than to parse the text.
  const headingsOnly = source.format === 'md' && !MAY_HAVE_IDS.test(whole);
  const hastPlugins = headingsOnly ? [headings.hast] : [headings.hast, reader];
  const options = { features, mdastPlugins, hastPlugins, data: { astro } };
  try {
    if (source.format === 'mdx') void mdxToJs(body, options);
    else void markdownToHtml(body, options);
  } catch {
    return undefined;
  }
  return headingsOnly ? astro.headings.map(({ slug }) => slug) : anchors;
}
