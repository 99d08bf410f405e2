import { expect, test } from 'vitest';
import { redirectPage } from '../../src/redirects/redirect-page.ts';
import { settings } from '../helpers.ts';

test('a redirect page names its target in the language of the blog', () => {
  const site = settings({ url: 'https://example.com/blog/', language: 'de' });
  const html = redirectPage('/posts/a&b"<c/', site);
  expect(html).toContain('<html lang="de">');
  expect(html).toContain('content="0;url=/blog/posts/a&amp;b%22%3Cc/"');
  expect(html).toContain(
    '<a href="/blog/posts/a&amp;b%22%3Cc/">https://example.com/blog/posts/a&amp;b%22%3Cc/</a>',
  );
  expect(html).toContain('<meta name="robots" content="noindex">');
});
