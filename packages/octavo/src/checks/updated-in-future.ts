import { isPublished } from '../content/published.ts';
import type { PostData } from '../content/content-file.ts';
import type { Check } from './check.ts';

/** Search engines ignore a date of modification in the future. */
export const updatedInFuture: Check = {
  id: 'updated-in-future',
  severity: 'warning',
  about: '`updated` in the future for a published post or page',
  ofFrontMatter: ({ file, frontMatter }, { now }) => {
    const { updated } = (file?.data ?? {}) as Partial<PostData>;
    if (!updated || !isPublished(file!.data as PostData, now) || updated.time <= now) return [];
    const message = `updated: ${frontMatter.data['updated'] as string} is in the future`;
    return [{ position: frontMatter.locate(['updated']), message }];
  },
};
