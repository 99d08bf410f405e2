import { expect, test } from 'vitest';
import { redirectPage } from '../../src/redirects/redirect-page.ts';
import { settings } from '../helpers.ts';

test('a redirect page names its target in the language of the blog', () => {
  const site = settings({ url: 'https://example.com/blog/', language: 'de' });
  const html = redirectPage('/posts/a&b"<c/', site);
  expect(html).toContain('<html lang="de">');
  expect(html).toContain('content="0; url=/blog/posts/a&amp;b%22%3Cc/"');
  expect(html).toContain(
    '<a href="/blog/posts/a&amp;b%22%3Cc/">https://example.com/blog/posts/a&amp;b%22%3Cc/</a>',
  );
  expect(html).toContain('<meta name="robots" content="noindex">');
});

test('a redirect page is a whole page, in the direction and colors of its reader', () => {
  expect(redirectPage('/a/', settings({ language: 'ar' }))).toBe(
    '<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">' +
      '<meta name="viewport" content="width=device-width">' +
      '<meta name="color-scheme" content="light dark">' +
      '<title>انتقلت هذه الصفحة: https://example.com/a/</title>' +
      '<meta http-equiv="refresh" content="0; url=/a/">' +
      '<link rel="canonical" href="https://example.com/a/"><meta name="robots" content="noindex"></head>' +
      '<body><main><h1>انتقلت هذه الصفحة:</h1>' +
      '<p><a href="/a/">https://example.com/a/</a></p></main></body></html>',
  );
});
