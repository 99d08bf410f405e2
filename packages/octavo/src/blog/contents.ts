import type { Heading } from '../words/excerpt.ts';

/** A section in a table of contents, with its subsections. */
export interface Section extends Heading {
  sections: Section[];
}

/** True if a table of contents is shown: as set by the author, else from three headings on. */
export function showsContents(toc: boolean | undefined, headings: readonly Heading[]): boolean {
  return toc ?? headings.filter(isListed).length >= 3;
}

/** Returns the table of contents: headings of the second and third level as a tree. */
export function tableOfContents(headings: readonly Heading[]): Section[] {
  const sections: Section[] = [];
  for (const heading of headings.filter(isListed)) {
    const section = { ...heading, sections: [] };
    const parent = sections.at(-1);
    if (heading.depth === 3 && parent?.depth === 2) parent.sections.push(section);
    else sections.push(section);
  }
  return sections;
}

function isListed({ depth, text }: Heading): boolean {
  return (depth === 2 || depth === 3) && text !== '';
}
