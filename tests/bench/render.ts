// Prints what one post costs, stage by stage, in one thread: the processor time of reading its
// front matter, coloring its code, rendering it whole, reading its text, and making its feed
// item and its Markdown. The median of several rounds over posts of 900 words and four blocks of
// code; the first rounds, in which Node compiles, are left out.
//
//   npm run bench:render
import { tmpdir } from 'node:os';
import { htmlToHast } from 'satteri';
import { readArticle } from '../../packages/octavo/src/markdown/read-article.ts';
import { readFrontMatter } from '../../packages/octavo/src/content/front-matter.ts';
import { NO_EXTENSIONS } from '../../packages/octavo/src/settings/context.ts';
import { parseSettings } from '../../packages/octavo/src/settings/settings.ts';
import { renderChecked } from '../../packages/octavo/src/checks/check-text.ts';
import { portableHtml } from '../../packages/octavo/src/feeds/portable-html.ts';
import { highlight } from '../../packages/octavo/src/markdown/code/highlighter.ts';
import { publishedSource } from '../../packages/octavo/src/twins/published-source.ts';
import { generatedPosts } from './posts.ts';

const POSTS = 200;
const ROUNDS = 7;
const WARM_UP = 2;

const settings = parseSettings({
  ...{ title: 'Bench', description: 'Many posts.', url: 'https://example.com/', author: 'someone' },
});
const context = {
  ...{ root: `${tmpdir()}/`, settings, extensions: NO_EXTENSIONS },
  ...{ mode: 'build' as const, now: Date.now() },
};

const posts = await Promise.all(
  Object.entries(generatedPosts(POSTS)).map(async ([name, source]) => {
    const path = `src/content/${name}`;
    const { body } = readFrontMatter(path, source);
    const file = { path, source, body, format: 'md' as const, isDraft: false };
    return { ...file, html: (await rendered(file)).html };
  }),
);
type Post = (typeof posts)[number];

const stages: Record<string, (post: Post) => unknown> = {
  'front matter': ({ path, source }) => readFrontMatter(path, source),
  'coloring code': async ({ body }) => {
    for (const [, language, code] of body.matchAll(/```(\w+)\n([^]*?)\n```/g))
      await highlight(code!, language!);
  },
  'rendering, checked, code included': rendered,
  'reading the text': ({ html }) => readArticle(htmlToHast(html, { fragment: true })),
  'feed item': ({ html }) => portableHtml(html, 'https://example.com/posts/a/', { site: settings }),
  'its Markdown': (post) =>
    publishedSource(post, {
      text: () => undefined,
      address: (address) => Promise.resolve(address),
    }),
};

for (const [name, stage] of Object.entries(stages)) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = processorTime();
    for (const post of posts) await stage(post);
    if (round >= WARM_UP) times.push((processorTime() - start) / POSTS);
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
  console.log(`${name.padEnd(36)}${median.toFixed(0).padStart(6)} µs a post`);
}

function rendered(source: Parameters<typeof renderChecked>[0]) {
  return renderChecked(source, { context, siteIndex: {} });
}

/** In microseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
