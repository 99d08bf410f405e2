import type { Settings } from '../settings/settings.ts';
import { absolute, paths } from '../addresses/urls.ts';
import { inOneLine } from '../words/cjk.ts';
import { shortened } from '../words/shorten.ts';
import { plainText } from './plain-text.ts';
import type { Twin } from './twins.ts';

type Document = Pick<Twin, 'title' | 'url' | 'description'>;

/** Posts that are described; the others are named among what may be left out. */
const NEWEST = 100;

/**
 * Returns what the site has for language models (llmstxt.org): links to the Markdown of posts,
 * newest first, and of pages. The headings are words of the format, the same in every language.
 */
export function llmsText(
  { posts, pages }: { posts: readonly Document[]; pages: readonly Document[] },
  site: Settings,
): string {
  const markdown = ({ title, url, description }: Document) =>
    entry(title, absolute(paths.markdown(url), site), description);
  const older = posts.slice(NEWEST).map((post) => markdown({ ...post, description: '' }));
  const parts = [
    `# ${inOneLine(site.title)}`,
    `> ${inOneLine(site.description)}`,
    section('Posts', posts.slice(0, NEWEST).map(markdown)),
    section('Pages', pages.map(markdown)),
    section('Optional', [
      ...older,
      entry('Archive', absolute(paths.archive, site), 'every post, by year and month'),
      entry('Feed', absolute(paths.rss, site), 'the newest posts, whole'),
    ]),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function section(name: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `## ${name}\n\n${entries.join('\n')}`;
}

function entry(title: string, address: string, description: string): string {
  // The format's own reader takes a title to its first `]`, also to an escaped one.
  const name = plainText(title).replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;');
  const url = address.replaceAll('(', '%28').replaceAll(')', '%29');
  const notes = shortened(description);
  return `- [${name}](${url})${notes === '' ? '' : `: ${notes}`}`;
}
