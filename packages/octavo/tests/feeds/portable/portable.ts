import { portableHtml } from '../../../src/feeds/portable-html.ts';
import { render } from '../../helpers.ts';

/** The address of the page that the texts below are from. */
export const PAGE = 'https://example.com/posts/post/';

/** Returns HTML as a feed has it. */
export function fromHtml(html: string): string {
  return portableHtml(html, PAGE);
}

/** Returns Markdown as a feed has it. */
export async function fromMarkdown(...args: Parameters<typeof render>): Promise<string> {
  const { html } = await render(...args);
  return portableHtml(html, PAGE);
}
