import { expect, test } from 'vitest';
import { commandOptions, commandOptionsOf } from '../../src/build/command-options.ts';

test('the options of a command arrive among other integrations', () => {
  const options = { drafts: true, now: 5, progress: () => undefined, onBuilt: () => undefined };
  const others = ['a', 'b'].map((name) => ({ name, hooks: {} }));
  expect(commandOptionsOf([others[0]!, commandOptions(options), others[1]!])).toBe(options);
});

test('there are none where Astro was started by another command', () => {
  expect(commandOptionsOf([{ name: 'a', hooks: {} }])).toEqual({});
});
