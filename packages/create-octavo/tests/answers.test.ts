import { parseSettings } from 'octavo/internal/settings/settings';
import { describe, expect, test } from 'vitest';
import { defaultAnswers, answerErrors, QUESTIONS, tidy, type Answers } from '../src/answers.ts';

const ANSWERS: Answers = {
  title: 'Notes',
  url: 'https://example.com/',
  author: 'Jane',
  language: 'en',
};

/** True where the engine accepts a setting. */
function isAccepted(answers: Partial<Answers>): boolean {
  try {
    return Boolean(parseSettings({ description: 'Notes.', ...ANSWERS, ...answers }));
  } catch {
    return false;
  }
}

describe('answers', () => {
  test.each([
    ['url', 'https://example.com/', true],
    ['url', 'https://example.com', true],
    ['url', 'http://localhost:4321/blog/', true],
    ['url', 'HTTPS://Example.com/', true],
    ['url', 'https://größe.example/', true],
    ['url', '', false],
    ['url', 'example.com', false],
    ['url', '/blog/', false],
    ['url', 'https:example.com', false],
    ['url', 'https://', false],
    ['url', 'ftp://example.com/', false],
    ['url', 'mailto:jane@example.com', false],
    ['url', 'https://example.com/?q=1', false],
    ['url', 'https://example.com/#top', false],
    ['language', 'en', true],
    ['language', 'pt-BR', true],
    ['language', 'zh-Hans', true],
    ['language', '', false],
    ['language', 'english', false],
    ['language', 'en_US', false],
    ['title', '', false],
    ['title', '"; --', true],
    ['author', '', false],
  ] as const)('%s %j is valid: %s, as in the settings', (name, answer, isValid) => {
    expect(QUESTIONS[name].validate(answer) === undefined).toBe(isValid);
    expect(isAccepted({ [name]: answer })).toBe(isValid);
  });

  test('have an error line for each option', () => {
    expect(answerErrors({ url: 'example.com', author: '', language: 'en' })).toEqual([
      '--url: must be a URL without ? and #, like https://example.com/',
      '--author: must not be empty',
    ]);
  });

  test('are on one line', () => {
    expect(tidy(' Notes\n\u001b[31m of\tmine ')).toBe('Notes [31m of mine');
  });
});

describe('the default answers', () => {
  test.each([
    ['/home/jane/my-blog', 'My blog'],
    ['/home/jane/größe_und  mehr', 'Größe und mehr'],
    ['/home/jane/---', 'Blog'],
    ['/', 'Blog'],
  ])('for %s have the title %j', (folder, title) => {
    const answers = defaultAnswers(folder, 'Jane');
    expect(answers).toEqual({
      ...{ title, url: 'https://my-blog.example/', author: 'Jane', language: 'en' },
    });
    expect(answerErrors(answers)).toEqual([]);
  });
});
