import { join } from 'node:path';
import { folder } from '../../../octavo/tests/helpers.ts';
import type { ImportedSite } from '../../src/imported-site.ts';
import { buildSite } from '../../src/site/build-site.ts';
import { readWordPress } from '../../src/wordpress/read-wordpress.ts';

const OPTIONS = { now: Date.UTC(2024, 6, 1), machineZone: 'UTC' };

/** Imports an export of WordPress with these items, as of 2024-07-01. */
export function imported(
  items: readonly string[],
  files: Record<string, string> = {},
): ImportedSite {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The old press</title>
<description>Print &amp; paper</description>
<language>de-DE</language>
<wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login>ada</wp:author_login><wp:author_display_name><![CDATA[Ada Reed]]></wp:author_display_name></wp:author>
<wp:category><wp:term_id>5</wp:term_id><wp:cat_name>Web &amp;amp; more</wp:cat_name><wp:category_nicename>web</wp:category_nicename><wp:category_parent>code</wp:category_parent></wp:category>
${items.join('\n')}
</channel>
</rss>`;
  const root = folder({ 'export.xml': xml, ...files });
  return buildSite(readWordPress(join(root, 'export.xml'), OPTIONS), OPTIONS);
}

/** Returns an item of an export; `more` has other elements of it. */
export function item(id: number, content: string, more = ''): string {
  const has = (name: string) => more.includes(`<${name}>`);
  return `<item>
<title>Post ${id}</title>
${has('link') ? '' : `<link>https://old.example/2024/01/0${id}/post-${id}/</link>`}
<guid isPermaLink="false">https://old.example/?p=${id}</guid>
<dc:creator>ada</dc:creator>
<content:encoded><![CDATA[${content}]]></content:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date>2024-01-0${id} 10:30:00</wp:post_date>
<wp:post_date_gmt>2024-01-0${id} 09:30:00</wp:post_date_gmt>
<wp:post_name>post-${id}</wp:post_name>
${has('wp:status') ? '' : '<wp:status>publish</wp:status>'}
${has('wp:post_type') ? '' : '<wp:post_type>post</wp:post_type>'}
${more}
</item>`;
}

/** Returns an attachment, whose file is `/wp-content/uploads/2024/<name>`. */
export function attachment(id: number, name: string, parent = 0): string {
  return item(
    id,
    '',
    `<wp:post_type>attachment</wp:post_type><wp:post_parent>${parent}</wp:post_parent>
<link>https://old.example/?attachment_id=${id}</link>
<wp:attachment_url>https://old.example/wp-content/uploads/2024/${name}</wp:attachment_url>`,
  );
}

/** Returns the file of a post or page of an imported blog. */
export function fileOf({ files }: ImportedSite, path: string): string {
  const file = files.find((one) => one.path === `src/content/${path}.md`);
  return typeof file?.content === 'string' ? file.content : `there is no ${path}.md`;
}

/** Returns the body of a post after the import. */
export function convert(content: string, others: string[] = [], files = {}): string {
  const text = fileOf(imported([item(1, content), ...others], files), 'posts/post-1');
  return text.replace(/^---\n[\s\S]*?\n---\n\n?/, '').trimEnd();
}
