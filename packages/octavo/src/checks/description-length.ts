import type { Check } from './check.ts';

/** What a page tells search engines of itself is cut there (meta/page-head.ts). */
const LIMIT = 160;

/** A description that is too long to be shown whole. */
export const descriptionLength: Check = {
  id: 'description-length',
  severity: 'warning',
  about: `a \`description\` of more than ${LIMIT} characters, which search engines cut`,
  ofFrontMatter: ({ frontMatter: { data, locate } }) => {
    const { length } = [...String(data['description'] ?? '').trim()];
    if (length <= LIMIT) return [];
    const message = `description: has ${length} characters, and is cut after ${LIMIT}; shorten it`;
    return [{ position: locate(['description']), message }];
  },
};
