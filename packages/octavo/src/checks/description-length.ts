import type { Check } from './check.ts';

/** The length to which head/page-head.ts cuts descriptions. */
const LIMIT = 160;

export const descriptionLength: Check = {
  id: 'description-length',
  severity: 'warning',
  about: `a \`description\` of more than ${LIMIT} characters, which search engines cut`,
  ofFrontMatter: ({ frontMatter: { data, locate } }) => {
    const { length } = [...String(data['description'] ?? '').trim()];
    if (length <= LIMIT) return [];
    const message = `description: ${length} characters, cut after ${LIMIT}; shorten it`;
    return [{ position: locate(['description']), message }];
  },
};
