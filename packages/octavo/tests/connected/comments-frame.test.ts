import { describe, expect, test } from 'vitest';
import { commentsFrame } from '../../src/connected/comments-frame.ts';
import { readMessage, themeMessage, themeName } from '../../src/connected/frame-messages.ts';
import { settings } from '../helpers.ts';

const post = {
  title: 'A & B',
  pageTitle: 'A & B – Notes',
  description: 'About both.',
  url: 'https://example.com/blog/posts/größe.html',
};
const GISCUS = { repo: 'jane/blog', repoId: 'R_1', category: 'Comments', categoryId: 'C_1' };

/** Returns the frame, with the parameters of its URL. */
function frameOf(comments: object, language = 'en') {
  const { src, ...frame } = commentsFrame(settings({ comments }).comments!, post, language)!;
  const { origin, pathname, searchParams } = new URL(src);
  return { ...frame, src: origin + pathname, parameters: Object.fromEntries(searchParams) };
}

describe('the frame', () => {
  test('of giscus finds the discussion by the path', () => {
    expect(frameOf({ giscus: GISCUS })).toEqual({
      kind: 'giscus',
      src: 'https://giscus.app/widget',
      link: 'https://github.com/jane/blog/discussions',
      parameters: {
        ...GISCUS,
        ...{ term: 'blog/posts/gr%C3%B6%C3%9Fe', strict: '1', reactionsEnabled: '1' },
        ...{ emitMetadata: '0', inputPosition: 'bottom', description: 'About both.' },
        backLink: 'https://example.com/blog/posts/größe.html',
      },
    });
  });

  test.each([
    ['url', post.url],
    ['title', 'A & B – Notes'],
    ['og:title', 'A & B'],
  ])('of giscus finds the discussion by %s', (mapping, term) => {
    expect(frameOf({ giscus: { ...GISCUS, mapping } }).parameters).toMatchObject({ term });
  });

  test.each([
    ['en', ''],
    ['en-GB', ''],
    ['de-AT', '/de'],
    ['pt-BR', '/pt'],
    ['zh-TW', '/zh-TW'],
    ['hi', ''],
  ])('of giscus is in the language of the site, if it knows it: %s', (language, folder) => {
    const host = 'https://comments.example/';
    const { src } = frameOf({ giscus: { ...GISCUS, host } }, language);
    expect(src).toBe(`https://comments.example${folder}/widget`);
  });

  test('of utterances finds the issue by the path', () => {
    expect(frameOf({ utterances: { repo: 'jane/blog', label: 'comments' } })).toEqual({
      kind: 'utterances',
      src: 'https://utteranc.es/utterances.html',
      link: 'https://github.com/jane/blog/issues',
      parameters: {
        ...{ repo: 'jane/blog', 'issue-term': 'pathname', label: 'comments', url: post.url },
        ...{ pathname: 'blog/posts/gr%C3%B6%C3%9Fe', title: 'A & B – Notes' },
        ...{ 'og:title': 'A & B', description: 'About both.' },
      },
    });
  });

  test.each([
    [{}, 'comments: must have either giscus or utterances'],
    [{ giscus: GISCUS, utterances: { repo: 'a/b' } }, 'comments: must have either'],
    [{ utterances: { repo: 'blog' } }, 'comments.utterances.repo: must be a repository'],
    [{ giscus: { ...GISCUS, repoID: 'R_1' } }, 'unknown key comments.giscus.repoID'],
  ])('of %j is an error', (comments, message) => {
    expect(() => settings({ comments })).toThrow(message);
  });
});

describe('messages', () => {
  test.each([
    [undefined, 'preferred_color_scheme', 'preferred-color-scheme'],
    ['auto', 'preferred_color_scheme', 'preferred-color-scheme'],
    ['light', 'light', 'github-light'],
    ['dark', 'dark', 'github-dark'],
  ])('name the theme %s', (theme, giscus, utterances) => {
    expect([themeName(true, theme), themeName(false, theme)]).toEqual([giscus, utterances]);
    expect(themeMessage(true, theme)).toEqual({ giscus: { setConfig: { theme: giscus } } });
    expect(themeMessage(false, theme)).toEqual({ type: 'set-theme', theme: utterances });
  });

  test.each([
    [true, { giscus: { resizeHeight: 240 } }, { height: 240, hasEnded: false }],
    [true, { giscus: { signOut: true } }, { height: undefined, hasEnded: true }],
    [true, { giscus: { error: 'Bad credentials' } }, { height: undefined, hasEnded: true }],
    [true, { giscus: { error: 'Discussion not found' } }, { height: undefined, hasEnded: false }],
    [true, { type: 'resize', height: 240 }, { height: undefined, hasEnded: false }],
    [false, { type: 'resize', height: 240 }, { height: 240, hasEnded: false }],
    [false, 'text', { height: undefined, hasEnded: false }],
    [true, null, { height: undefined, hasEnded: false }],
  ])('of a frame (giscus: %s) are read: %j', (isGiscus, data, expected) => {
    expect(readMessage(isGiscus, data)).toEqual(expected);
  });
});
