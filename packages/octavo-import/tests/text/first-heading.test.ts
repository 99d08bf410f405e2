import { expect, test } from 'vitest';
import { firstHeading } from '../../src/text/first-heading.ts';

test.each([
  ['## Part\n\n# A *title* of `code` #\n\n# Other', 'A title of code'],
  ['```sh\n# a comment\n```\n\n# Title', 'Title'],
  ['Title\n=====\n', 'Title'],
  ['#no heading\n\n## Part', undefined],
])('the first heading of %j is %j', (body, heading) => {
  expect(firstHeading(body)).toBe(heading);
});
