import { isCancel, text, updateSettings } from '@clack/prompts';
import { QUESTION_NAMES, QUESTIONS, tidy, type Answers } from './answers.ts';

// Ctrl+D, as Ctrl+C.
updateSettings({ aliases: { '\u0004': 'cancel' } });

/** Thrown if Ctrl+C ends a question. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Asks for the missing answers. */
export async function askForAnswers(given: Partial<Answers>, defaults: Answers): Promise<Answers> {
  const answers: Answers = { ...defaults, ...given };
  for (const name of QUESTION_NAMES) {
    if (given[name] !== undefined) continue;
    const { message, validate } = QUESTIONS[name];
    answers[name] = await askFor(message, defaults[name], validate);
  }
  return answers;
}

/**
 * Asks a question; an empty answer accepts the default.
 *
 * @throws {Cancelled}
 */
export async function askFor(
  message: string,
  defaultValue: string,
  validate: (answer: string) => string | undefined,
): Promise<string> {
  const answer = await text({
    message,
    placeholder: defaultValue,
    defaultValue,
    validate: (typed) => validate(tidy(typed ?? '') || defaultValue),
  });
  if (isCancel(answer)) throw new Cancelled();
  return tidy(answer) || defaultValue;
}
