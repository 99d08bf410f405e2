import { isPost, translationKey, type PostData } from '../content/content-file.ts';
import { outdatedSince } from '../content/dates.ts';
import type { Check } from './check.ts';

/** A translation whose original, the post in the language of the blog, was updated after it. */
export const translationOutdated: Check = {
  id: 'translation-outdated',
  ofSite: ({ sources, settings: { defaultCode } }) => {
    const posts = sources.filter((source) => isPost(source) && source.data);
    const originals = posts.filter(({ code }) => code === defaultCode);
    const byKey = new Map(originals.map((source) => [translationKey(source), source]));
    return posts.flatMap((source) => {
      const original = byKey.get(translationKey(source));
      const data = source.data as PostData;
      const change = outdatedSince(data, original?.data as PostData | undefined);
      if (source.code === defaultCode || !original || !change) return [];
      const { day } = data.updated ?? data.date;
      const message = `updated: ${original.path} was updated on ${change.day}, this translation last on ${day}; revise it, and set updated`;
      return [{ path: source.path, position: source.frontMatter.locate(['updated']), message }];
    });
  },
};
