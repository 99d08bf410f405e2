import { basename } from 'node:path';

/** The answers of the author of a new blog. */
export interface Answers {
  title: string;
  url: string;
  author: string;
  language: string;
}

/** A question, with the validation of its answer. */
interface Question {
  message: string;
  /** Returns the error in an answer, or `undefined`. */
  validate: (answer: string) => string | undefined;
}

/** The questions in order; the rules are those of the settings in `octavo`. */
export const QUESTIONS: Readonly<Record<keyof Answers, Question>> = {
  title: { message: 'Title of the blog', validate: missing },
  url: {
    message: 'URL of the blog, with its base path if it has one',
    validate: (answer) =>
      /^https?:\/\/[^/?#@\s]+(?:\/[\w.~-]+)*\/?$/i.test(answer) && URL.canParse(answer)
        ? undefined
        : 'must be a URL without ? and #, like https://example.com/',
  },
  author: { message: 'Name of the author', validate: missing },
  language: {
    message: 'Language of the blog',
    validate: (answer) =>
      isLanguage(answer) ? undefined : 'must be a language tag, like en or pt-BR',
  },
};

export const QUESTION_NAMES = Object.keys(QUESTIONS) as (keyof Answers)[];

/** The URL of a blog that has none yet; posts link to example.com in samples. */
const PLACEHOLDER = 'https://my-blog.example/';

/** Returns the answers that `--yes` accepts. */
export function defaultAnswers(folder: string, author: string): Answers {
  const words = basename(folder)
    .replace(/[\s_-]+/g, ' ')
    .trim();
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return { title: title || 'Blog', url: PLACEHOLDER, author, language: 'en' };
}

/** Returns an answer on one line, without control characters. */
export function tidy(answer: string): string {
  return answer.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Returns a line for each invalid answer. */
export function answerErrors(answers: Partial<Answers>): string[] {
  return QUESTION_NAMES.flatMap((name) => {
    const answer = answers[name];
    const error = answer === undefined ? undefined : QUESTIONS[name].validate(answer);
    return error === undefined ? [] : `--${name}: ${error}`;
  });
}

function missing(answer: string): string | undefined {
  return answer === '' ? 'must not be empty' : undefined;
}

function isLanguage(answer: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(answer).length > 0;
  } catch {
    return false;
  }
}
