import { post } from '../../posts.ts';
import type { Fixture } from '../../site.ts';
import { WEIGHED } from '../../weighed.ts';

/** A page of each kind. All but the search want search engines to find them. */
export const KINDS = [
  { name: 'index', path: '' },
  { name: 'second index page', path: 'page/2/' },
  { name: 'article', path: 'posts/article/' },
  { name: 'page', path: 'about/' },
  { name: 'tag', path: 'tags/tests/' },
  { name: 'tags', path: 'tags/' },
  { name: 'series', path: 'series/parts/' },
  { name: 'all series', path: 'series/' },
  { name: 'author', path: 'authors/someone/' },
  { name: 'archive', path: 'archive/' },
  { name: 'search', path: 'search/' },
  { name: 'feeds', path: 'feeds/' },
] as const;

/** What is kept out of search engines, and loads a program, is not held to the limits. */
export const NOT_LIMITED: readonly KindName[] = ['search'];

export type KindName = (typeof KINDS)[number]['name'];

/** The blog that is weighed, and two older posts, so that it has each kind of page. */
export function blogOfAllKinds(url: string): Fixture {
  const part = (number: number) =>
    post({ title: `Part ${number}`, date: `2020-01-0${number}`, series: 'Parts', tags: ['Tests'] });
  return {
    settings: { ...WEIGHED.settings, url },
    files: { ...WEIGHED.files, 'posts/part-1.md': part(1), 'posts/part-2.md': part(2) },
  };
}
