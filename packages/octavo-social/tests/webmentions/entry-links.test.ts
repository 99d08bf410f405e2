import { expect, test } from 'vitest';
import { entryLinks } from '../../src/webmentions/entry-links.ts';

const link = (url: string, more = '') => `<a ${more} href="${url}">x</a>`;
const page = (content: string, more = '') =>
  `<a href="https://nav.example/">x</a><article class="h-entry">${more}<div class="prose e-content">${content}</div></article><a href="https://foot.example/">x</a>`;

test.each([
  ['a link', page(link('https://a.example/x#y')), ['https://a.example/x#y']],
  [
    'links once, sorted',
    page(link('https://b.example/') + link('https://a.example/') + link('https://b.example/')),
    ['https://a.example/', 'https://b.example/'],
  ],
  ['no link of the site', page(link('/about/') + link('https://example.com/x') + link('#y')), []],
  ['no mail', page(link('mailto:a@b.example') + link('javascript:x')), []],
  [
    'no link to a tutorial',
    page(
      link('http://localhost:4321/') +
        link('http://127.0.0.1/') +
        link('http://[::1]/') +
        link('http://x.localhost/'),
    ),
    [],
  ],
  ['no link of the author', page('', link('https://jane.example/', 'class="p-author"')), []],
  [
    'the page that is bookmarked',
    page('', link('https://a.example/', 'class="u-bookmark-of"')),
    ['https://a.example/'],
  ],
  [
    'those of an article without classes',
    `<article>${link('https://a.example/')}</article>${link('https://b.example/')}`,
    ['https://a.example/'],
  ],
  ['none of another page', link('https://a.example/'), []],
])('an entry has %s', (_, html, links) => {
  expect(entryLinks(html, 'https://example.com/posts/a/')).toEqual(links);
});
