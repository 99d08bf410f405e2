import { markdownToHtml } from 'satteri';
import { EMPTY_SITE_INDEX, RecordedDocument, type SiteSettings } from './document.ts';
import { basePath } from './links/base-path.ts';
import { markdownFeatures } from './render.ts';

/** Returns a Markdown setting (the intro, the footer) as HTML. */
export function renderSnippet(markdown: string, site: SiteSettings): string {
  const octavo = new RecordedDocument('src/site.config.ts', EMPTY_SITE_INDEX, undefined, site);
  return markdownToHtml(markdown, {
    data: { octavo },
    features: markdownFeatures(site),
    hastPlugins: [basePath],
  }).html;
}
