import { describe, expect, test } from 'vitest';
import { relatedAmong, type Subject } from '../../src/blog/related.ts';
import { tagNames } from '../../src/addresses/slug.ts';
import { packTerms, termsOf } from '../../src/words/terms.ts';

const post = (title: string, text = '', ...tags: string[]): Subject => ({
  title,
  tags: tagNames(tags),
  text: { terms: packTerms(termsOf(text)) },
});

/** Returns the titles of what is related to the first of some posts. */
function relatedTitles(posts: readonly Subject[], leftOut: readonly Subject[] = []): string[] {
  return relatedAmong(posts)(posts[0]!, leftOut).map(({ title }) => title);
}

/** Posts about other things, so that a term of two posts is rare. */
const others = Array.from({ length: 40 }, (_, index) =>
  post(`Entry${index}`, `lorem ipsum dolor word${index} sit amet`, `tag${index}`),
);

describe('posts are related', () => {
  test.each([
    ['by words of their text', post('One', 'ztunnel hbone'), post('Two', 'hbone ztunnel')],
    ['by words of their titles', post('Waypoint'), post('The waypoint')],
    ['by a title and a text', post('Waypoint'), post('Other', 'a waypoint')],
    ['by a tag, however it is written', post('One', '', 'Envoy'), post('Two', '', 'envoy')],
    ['by Chinese characters', post('一', '服务网格代理'), post('二', '网格的代理')],
  ])('%s', (_, one, other) => {
    expect(relatedTitles([one, ...others, other])).toEqual([other.title]);
    expect(relatedTitles([other, ...others, one])).toEqual([one.title]);
  });

  test('the more, the rarer what they share', () => {
    const common = Array.from({ length: 6 }, (_, index) => post(`Post${index}`, 'kubernetes'));
    const posts = [
      post('One', 'kubernetes ztunnel'),
      ...common,
      post('Near', 'ztunnel'),
      ...others,
    ];
    expect(relatedTitles(posts)[0]).toBe('Near');
  });

  test('the more, the less else they are about', () => {
    const wide = [post('Wide', 'ztunnel alpha beta gamma'), post('Echo', 'alpha beta gamma')];
    const posts = [post('One', 'ztunnel'), ...wide, post('Near', 'ztunnel'), ...others];
    expect(relatedTitles(posts)).toEqual(['Near', 'Wide']);
  });

  test('by their rarest words, however many others they share', () => {
    const text = Array.from({ length: 60 }, (_, index) => `common${index}`).join(' ');
    const common = Array.from({ length: 7 }, (_, index) => post(`Post${index}`, text));
    const posts = [post('One', `${text} ztunnel`), ...common, post('Near', 'ztunnel'), ...others];
    expect(relatedTitles(posts, common)).toEqual(['Near']);
  });

  test('the more, the more often they have it', () => {
    const often = 'ztunnel '.repeat(5);
    const posts = [
      post('One', `${often} hbone`),
      post('Once', 'hbone waypoint'),
      post('Often', `${often} waypoint`),
    ];
    expect(relatedTitles([...posts, ...others])).toEqual(['Often', 'Once']);
  });

  test('by one word, whatever words are theirs alone', () => {
    const own = (name: string) => Array.from({ length: 60 }, (_, index) => `${name}${index}`);
    const texts = ['alpha', 'beta'].map((name) => `ztunnel ${own(name).join(' ')}`);
    const posts = [post('One', texts[0]), post('Two', texts[1]), ...others];
    expect(relatedTitles(posts)).toEqual(['Two']);
  });

  test('not by what many posts have', () => {
    const common = Array.from({ length: 20 }, (_, index) => post(`Post${index}`, 'the proxy'));
    expect(relatedTitles([...common, ...others])).toEqual([]);
  });

  test('not by one word of many', () => {
    const long = (title: string, name: string) =>
      post(title, Array.from({ length: 60 }, (_, index) => `${name}${index}`).join(' '));
    const echo = [long('A', 'alpha'), long('B', 'beta')];
    const one = { ...long('One', 'alpha') };
    const two = long('Two', 'beta');
    two.text.terms += ' alpha1 1';
    expect(relatedTitles([one, two, ...echo, ...others])).toEqual(['A']);
  });
});

describe('related posts', () => {
  const near = ['A', 'B', 'C', 'D', 'E'].map((title) => post(title, 'ztunnel hbone'));
  const all = [...near, ...others];

  test('is at most three posts, equally near ones in the order of the blog, and never the post itself', () => {
    expect(relatedTitles(all)).toEqual(['B', 'C', 'D']);
  });

  test('leaves out what the page shows already', () => {
    expect(relatedTitles(all, [near[1]!, near[3]!])).toEqual(['C', 'E']);
  });

  test('is nothing for a post that is not on the lists', () => {
    expect(relatedAmong(all)(post('Unlisted', 'ztunnel hbone'), [])).toEqual([]);
  });

  test.each([[[]], [[near[0]!]]])('is nothing in a blog of one post or none', (posts) => {
    expect(relatedAmong(posts)(near[0]!, [])).toEqual([]);
  });

  test('is the same when asked again', () => {
    const related = relatedAmong(all);
    expect(related(near[0]!, [])).toEqual(related(near[0]!, []));
  });
});
