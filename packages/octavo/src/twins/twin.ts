import { stringify } from 'yaml';

/** What a page says above its text. */
interface TwinFacts {
  title: string;
  description?: string | undefined;
  /** Of a post: a day, or a moment. */
  date?: string | undefined;
  updated?: string | undefined;
  authors?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
  /** The whole address of the page, or of its first publication. */
  url: string;
  cover?: { src: string; alt: string; caption?: string | undefined } | undefined;
}

/**
 * Returns an article as one Markdown file: YAML that says what it is, the title as its heading,
 * the cover, the text.
 */
export function markdownTwin({ cover, ...facts }: TwinFacts, text: string): string {
  const { title, description, date, updated, authors, tags, url } = facts;
  const inOrder = { title, description, date, updated, authors, tags, url };
  const said = Object.entries(inOrder).filter(
    ([, value]) => value !== undefined && value.length > 0,
  );
  const parts = [
    `---\n${stringify(Object.fromEntries(said), { lineWidth: 0 })}---`,
    `# ${escapeMarkdown(title)}`,
    ...(cover ? [`![${escapeMarkdown(cover.alt)}](${cover.src})`] : []),
    ...(cover?.caption === undefined ? [] : [escapeMarkdown(cover.caption)]),
    text,
  ];
  return parts.join('\n\n');
}

/** Returns a plain text as Markdown that shows it. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(
      /[\\`*[\]$]|<(?=[a-z/!?])|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu,
      '\\$&',
    );
}
