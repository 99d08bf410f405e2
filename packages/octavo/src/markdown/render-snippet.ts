import { markdownToHtml } from 'satteri';
import { markdownDocument, type SiteSettings } from './document.ts';
import { links } from './links/links.ts';
import { markdownFeatures } from './syntax.ts';
import { cjkMarks } from './text/cjk-marks.ts';
import { protectProse } from './text/escape-prose.ts';
import { rawHtml } from './text/raw-html.ts';

/** Returns a Markdown setting (the intro, the footer) as HTML. */
export function renderSnippet(
  markdown: string,
  { rootBase: base, ...settings }: SiteSettings & { rootBase: string },
): string {
  // Links are paths of the language, pictures are files of the site.
  const site = { ...settings, base, wikilinks: false };
  const octavo = markdownDocument('src/site.config.ts', { page: () => true }, { site });
  return markdownToHtml(protectProse(markdown, 'md').body, {
    data: { octavo },
    features: markdownFeatures(site),
    mdastPlugins: [cjkMarks.mdast],
    hastPlugins: [rawHtml.hast, links.hast],
  }).html;
}
