import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { CARDS_FOLDER } from '../../src/cards/cards.ts';
import { cardSets, drawEarly } from '../../src/cards/early-cards.ts';
import { cardMaker } from '../../src/cards/social-card.ts';
import { readContent } from '../../src/content/read-content.ts';
import { engineFolder } from '../../src/engine-folder.ts';
import { post } from '../../../../tests/posts.ts';
import { AUTHOR, content, context, folder } from '../helpers.ts';

const posts = Array.from({ length: 20 }, (_, index) => [
  `posts/post-${index}.md`,
  post({ title: `Post ${index}` }),
]);

/** Reads a site, and starts to draw its cards. */
function started(files: Record<string, string>, settings = {}) {
  const root = folder({ ...AUTHOR, ...content(files) });
  const of = context(root, settings);
  const read = readContent(of);
  drawEarly(read, of);
  return { root, of, read, cards: join(root, CARDS_FOLDER) };
}

test('draws the cards that the pages of posts have', async () => {
  const { root, of, read, cards } = started(Object.fromEntries(posts));
  const drawn = () => (existsSync(cards) ? readdirSync(cards) : []);
  const isPng = (name: string) => name.endsWith('.png');
  // The card of the site is the first one.
  await vi.waitUntil(() => drawn().filter(isPng).length === 21, { timeout: 20_000 });
  const [set] = cardSets(read, of);
  const draw = cardMaker({ root, engine: engineFolder }, set!.language, set!.site);
  for (const card of set!.cards) await draw(card);
  expect(drawn()).toHaveLength(21);
});

test('the cards have the covers and portraits of the front matter', () => {
  const files = {
    'authors/ada.md': '---\nname: Ada\nportrait: ./ada.png\n---\n',
    'posts/a/index.md': post({
      title: 'A',
      authors: ['ada'],
      cover: { image: './a.png', alt: 'A' },
    }),
    'pages/about.md': '---\ntitle: About\n---\n',
    'notes/untitled.md': '---\ndate: 2024-01-01\n---\nText.\n',
  };
  const { of, read } = started(files, { notes: {} });
  expect(cardSets(read, of)[0]!.cards).toMatchObject([
    { path: '/' },
    {
      title: 'A',
      by: 'Ada',
      cover: 'src/content/posts/a/a.png',
      portrait: 'src/content/authors/ada.png',
    },
    { title: 'About' },
  ]);
});

test.each([
  ['few posts', Object.fromEntries(posts.slice(1)), {}],
  ['no cards', Object.fromEntries(posts), { cards: false }],
])('draws nothing of a site with %s', async (_, files, settings) => {
  const { cards } = started(files, settings);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(existsSync(cards)).toBe(false);
});
