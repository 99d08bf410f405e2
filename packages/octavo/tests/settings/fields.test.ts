import { expect, test } from 'vitest';
import { fediverseAccount } from '../../src/settings/fields.ts';

test.each([
  ['@jane@mastodon.example', '@jane@mastodon.example'],
  ['jane.doe@social.example', '@jane.doe@social.example'],
  [' @jane@größe.example ', '@jane@größe.example'],
])('the account %s is %s', (written, account) => {
  expect(fediverseAccount.parse(written)).toBe(account);
});

test.each(['@jane', 'jane', 'https://mastodon.example/@jane', '@jane@', '@jane@host', '@a b@c.d'])(
  '%s is no account, and an account is shown',
  (written) => {
    const { error } = fediverseAccount.safeParse(written);
    expect(error?.issues[0]?.message).toBe('must be an account, like @name@mastodon.example');
  },
);
