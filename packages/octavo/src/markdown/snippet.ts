import { markdownToHtml } from 'satteri';
import { basePath } from './links/base-path.ts';
import { markdownFeatures } from './render.ts';

/** Returns a Markdown setting (the intro, the footer) as HTML. */
export function renderSnippet(markdown: string, language: string): string {
  return markdownToHtml(markdown, {
    features: markdownFeatures(language),
    hastPlugins: [basePath],
  }).html;
}
