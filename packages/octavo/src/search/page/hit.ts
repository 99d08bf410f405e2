import type { FoundPage, FoundSection } from 'virtual:pagefind';
import { joined } from '../../words/words.ts';

/** A piece of a passage, and whether it matches the query. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** A result, ready to show. */
export interface Hit {
  url: string;
  title: string;
  /** Of a post: its day, `2024-01-06`, and its minutes to read. */
  day?: string;
  minutes?: number;
  /** Absent if the passages are in sections. */
  passage?: Piece[];
  /** The sections that say most of it, in their order. */
  sections: { url: string; title: Piece[]; passage: Piece[] }[];
}

const MOST_SECTIONS = 3;

/** Returns a page that was found as it is shown: with its best passages. */
export function toHit({ url, excerpt, meta, sub_results }: FoundPage): Hit {
  const [day, minutes] = meta.when?.split('/') ?? [];
  const opening = sub_results.find(({ anchor }) => !anchor);
  const sections = best(sub_results.filter(({ anchor }) => anchor));
  const passage = opening?.excerpt ?? (sections.length === 0 ? excerpt : undefined);
  return {
    url,
    title: joined(meta.title),
    ...(day !== undefined && { day, minutes: Number(minutes) }),
    ...(passage !== undefined && { passage: pieces(passage) }),
    sections: sections.map((section) => ({
      url: section.url,
      ...withoutHeading(pieces(section.excerpt), joined(section.title)),
    })),
  };
}

/** Parts a passage that begins with the heading of its section, which Pagefind ends with a dot. */
function withoutHeading(passage: Piece[], heading: string): { title: Piece[]; passage: Piece[] } {
  const text = passage.map((piece) => piece.text).join('');
  if (!text.startsWith(heading)) return { title: [{ text: heading, isMatch: false }], passage };
  const title: Piece[] = [];
  const rest: Piece[] = [];
  let left = heading.length;
  for (const { text: whole, isMatch } of passage) {
    title.push({ text: whole.slice(0, left), isMatch });
    rest.push({ text: whole.slice(left), isMatch });
    left = Math.max(0, left - whole.length);
  }
  for (const piece of rest) {
    piece.text = piece.text.replace(/^[.\s]+/, '');
    if (piece.text !== '') break;
  }
  const isThere = (piece: Piece) => piece.text !== '';
  return { title: title.filter(isThere), passage: rest.filter(isThere) };
}

function best(sections: readonly FoundSection[]): FoundSection[] {
  const score = ({ weighted_locations }: FoundSection) =>
    weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
  const kept = new Set([...sections].sort((a, b) => score(b) - score(a)).slice(0, MOST_SECTIONS));
  return sections.filter((section) => kept.has(section));
}

/** Returns an excerpt of Pagefind's, which is text with `<mark>` and `&lt;`, in pieces of text. */
function pieces(excerpt: string): Piece[] {
  return joined(excerpt)
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const isMatch = piece.startsWith('<mark>');
      const text = isMatch ? piece.slice('<mark>'.length, -'</mark>'.length) : piece;
      return { text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>'), isMatch };
    });
}
