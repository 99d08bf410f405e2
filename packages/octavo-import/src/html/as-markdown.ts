import type { Pass } from '../text/passes.ts';
import type { Placeholders } from '../text/placeholders.ts';
import { htmlToMarkdown, readTree } from './html-to-markdown.ts';

/** Makes Markdown of a text in HTML; a shortcode that became a block ends a paragraph. */
export const asMarkdown =
  (placeholders: Placeholders): Pass =>
  (text) => {
    const html = placeholders.mapped(text, (placeholder, block) =>
      block.includes('\n') ? `<div>${placeholder}</div>` : placeholder,
    );
    return [{ start: 0, end: text.length, text: htmlToMarkdown(readTree(html)) }];
  };
