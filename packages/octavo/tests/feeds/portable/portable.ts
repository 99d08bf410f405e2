import { portableHtml } from '../../../src/feeds/portable-html.ts';
import type { SiteConfig } from '../../../src/settings/settings.ts';
import { render, settings } from '../../helpers.ts';

/** The address of the page that the texts below are from. */
export const PAGE = 'https://example.com/posts/post/';

/** Returns HTML as a feed has it. */
export function fromHtml(html: string, config?: Partial<SiteConfig>): string {
  return portableHtml(html, PAGE, { site: settings(config) });
}

/** Returns Markdown as a feed has it. */
export async function fromMarkdown(...args: Parameters<typeof render>): Promise<string> {
  const [, { language } = {}] = args;
  const { html } = await render(...args);
  return fromHtml(html, { ...(language !== undefined && { language }) });
}
