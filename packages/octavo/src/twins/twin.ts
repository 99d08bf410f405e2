import { stringify } from 'yaml';
import { plainText } from './plain-text.ts';

interface Cover {
  src: string;
  alt: string;
  caption?: string | undefined;
}

/** The front matter of an article, in its order. */
type Facts = { title: string } & Record<string, string | readonly string[] | undefined>;

/**
 * Returns an article as one Markdown file: YAML that says what it is, the title as its heading,
 * the cover, the text.
 */
export function markdownTwin(facts: Facts, cover: Cover | undefined, text: string): string {
  const said = Object.entries(facts).filter(([, value]) => value !== undefined && value.length > 0);
  const parts = [
    `---\n${stringify(Object.fromEntries(said), { lineWidth: 0 })}---`,
    ...(facts.title === '' ? [] : [`# ${plainText(facts.title)}`]),
    ...(cover ? [`![${plainText(cover.alt)}](${cover.src})`] : []),
    ...(cover?.caption === undefined ? [] : [plainText(cover.caption)]),
    text,
  ];
  return parts.join('\n\n');
}
