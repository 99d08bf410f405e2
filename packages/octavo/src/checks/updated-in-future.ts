import { now } from '../content/now.ts';
import { isPublished } from '../content/published.ts';
import type { PostData } from '../content/read-content.ts';
import type { Check } from './check.ts';

/** What is published cannot have been changed on a day that is to come; search engines would not believe it. */
export const updatedInFuture: Check = {
  id: 'updated-in-future',
  severity: 'warning',
  about: '`updated` in the future, where the post or page is published already',
  ofFrontMatter: ({ file, frontMatter }) => {
    const { updated } = (file?.data ?? {}) as Partial<PostData>;
    if (!updated || !isPublished(file!.data as PostData) || updated.time <= now()) return [];
    const message = `updated: ${frontMatter.data['updated'] as string} is still to come`;
    return [{ place: frontMatter.locate(['updated']), message }];
  },
};
