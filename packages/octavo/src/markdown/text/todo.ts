import { matchesIn, type FrontMatterCheck, type TextChecks } from '../text-check.ts';

/** A reminder of the author in published text; code and comments may have it. */
export const todo: TextChecks = {
  todo: (text) => (text.isDraft ? [] : matchesIn(text, MARK, ([mark]) => messageOf('text', mark))),
};

/** The same in the front matter. */
export const todoInFrontMatter: FrontMatterCheck = {
  id: 'todo',
  ofFrontMatter: ({ frontMatter: { data, locate } }) =>
    SHOWN.flatMap((key) => {
      const mark = String(data[key] ?? '').match(MARK)?.[0];
      if (mark === undefined || data['draft'] === true) return [];
      return [{ position: locate([key]), message: messageOf(key, mark) }];
    }),
};

const MARK = /\b(?:TODO|FIXME)\b/g;
const SHOWN = ['title', 'summary', 'description'];

function messageOf(subject: string, mark: string): string {
  return `${subject}: ${mark} in published text; resolve or remove it`;
}
