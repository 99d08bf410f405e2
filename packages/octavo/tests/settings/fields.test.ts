import { expect, test } from 'vitest';
import { encodedUrl, fediverseAccount } from '../../src/settings/fields.ts';

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

test.each([
  ['https://bücher.example/a b?x=ü', 'https://xn--bcher-kva.example/a%20b?x=%C3%BC'],
  ['HTTPS://A.example', 'https://a.example/'],
  ['https://a.example/%20b?c=1&d#e', 'https://a.example/%20b?c=1&d#e'],
])('the URL %s is %s', (written, url) => {
  expect(encodedUrl.parse(written)).toBe(url);
});

test.each(['/about/', 'javascript:x()', 'mailto:a@b.example', '//a.example/'])(
  '%s is no URL of a page, and a URL is shown',
  (written) => {
    const { error } = encodedUrl.safeParse(written);
    expect(error?.issues[0]?.message).toBe('must be a URL, like https://example.com/');
  },
);
