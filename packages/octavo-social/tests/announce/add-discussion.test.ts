import { expect, test } from 'vitest';
import { addDiscussion } from '../../src/announce/add-discussion.ts';

const [A, B] = ['https://social.example/@jane/1', 'https://bsky.app/profile/jane/post/2'];

test.each([
  ['---\ntitle: x\n---\n\nText\n---\n', [A], `---\ntitle: x\ndiscussion: ${A}\n---\n\nText\n---\n`],
  ['---\ntitle: x\n---', [A], `---\ntitle: x\ndiscussion: ${A}\n---`],
  [
    "---\n# A comment\ntags: [ 'a',  b ]\nsummary: |\n  Long\n\n---\nText",
    [A, B],
    `---\n# A comment\ntags: [ 'a',  b ]\nsummary: |\n  Long\n\ndiscussion:\n  - ${A}\n  - ${B}\n---\nText`,
  ],
  ['---\r\ntitle: x\r\n---\r\nText', [A], `---\r\ntitle: x\r\ndiscussion: ${A}\r\n---\r\nText`],
  ['---\ntitle: x\ndiscussion: x\n---\n', [A], undefined],
  ['---\n{ title: x }\n---\n', [A], undefined],
  ['Text', [A], undefined],
])('%j with a discussion', (file, urls, expected) => {
  expect(addDiscussion(file, urls)).toBe(expected);
});
