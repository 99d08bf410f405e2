import { positionIn } from '../position.ts';
import type { TextCheck } from '../text-check.ts';

/** A reminder of the author in published text; code and comments may have it. */
export const todo: TextCheck = {
  id: 'todo',
  severity: 'warning',
  about: '`TODO` or `FIXME` in published text: in prose, title, summary or description',
  ofText: ({ prose, isDraft }) =>
    isDraft
      ? []
      : prose.flatMap(({ source, position }) =>
          [...source.matchAll(MARK)].map(({ 0: mark, index }) => ({
            position: positionIn(source, index, position),
            message: `text: ${mark} in published text; resolve or remove it`,
          })),
        ),
  ofFrontMatter: ({ frontMatter: { data, locate } }) =>
    data['draft'] === true
      ? []
      : SHOWN.flatMap((key) => {
          const [mark] = MARK_ONCE.exec(String(data[key] ?? '')) ?? [];
          if (mark === undefined) return [];
          return [
            {
              position: locate([key]),
              message: `${key}: ${mark} in published text; resolve or remove it`,
            },
          ];
        }),
};

const MARK = /\b(?:TODO|FIXME)\b/g;
const MARK_ONCE = new RegExp(MARK.source);
const SHOWN = ['title', 'summary', 'description'];
