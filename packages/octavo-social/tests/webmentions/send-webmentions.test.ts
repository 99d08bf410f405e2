import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AUTHOR, context, folder, write } from '../../../octavo/tests/helpers.ts';
import { post } from '../../../../tests/posts.ts';
import { sendWebmentions } from '../../src/webmentions/send-webmentions.ts';
import { network, type Answers } from '../network.ts';

const A = 'https://example.com/posts/a/';
const TARGET = 'https://target.example/page';
const page = (...links: string[]) => ({
  body: `<article class="h-entry"><div class="e-content">${links.map((url) => `<a href="${url}">x</a>`).join('')}</div></article>`,
});
const WITH_ENDPOINT: Answers = {
  'target.example/page': { headers: { Link: '</endpoint>; rel="webmention"' }, body: '' },
  'target.example/endpoint': { status: 202, body: {} },
};

/** Returns a blog with posts, and a function that sends its webmentions. */
function blog(...posts: string[]) {
  const path = (name: string) => `src/content/posts/${name}.md`;
  const files = posts.map((name) => [path(name), post({ title: name })]);
  const root = folder({ ...AUTHOR, ...(Object.fromEntries(files) as Record<string, string>) });
  return {
    edit: (name: string, source: string) => write(root, { [path(name)]: source }),
    run: async (answers: Answers, options: { all?: boolean } = {}) => {
      const { world, asked, printed, warned } = await network(answers);
      await sendWebmentions(context(root), options, world);
      const sent = asked.flatMap(({ method, url, body }) =>
        method === 'POST' ? `${url.href} ${decodeURIComponent(String(body))}` : [],
      );
      return { asked, printed, warned, sent };
    },
    state: () =>
      JSON.parse(readFileSync(join(root, 'webmentions.json'), 'utf8')) as Record<string, object>,
  };
}

const SENT = `https://target.example/endpoint source=${A}&target=${TARGET}`;

describe('octavo send-webmentions', () => {
  test('only records the posts at first', async () => {
    const { run, state } = blog('a', 'b');
    const { asked, printed } = await run({});
    expect(asked).toEqual([]);
    expect(printed).toEqual([
      'webmentions.json: recorded 2 posts; webmentions are sent for new and changed ones, with --all for these',
    ]);
    expect(Object.keys(state())).toEqual([A, 'https://example.com/posts/b/']);
  });

  test('sends those of a new post once', async () => {
    const { run, edit, state } = blog();
    await run({});
    edit('a', post({}));
    const answers = { ...WITH_ENDPOINT, 'example.com/posts/a/': page(TARGET) };
    const { sent, printed } = await run(answers);
    expect(sent).toEqual([SENT]);
    expect(printed).toEqual([`${A} → ${TARGET}: sent`]);
    expect(state()[A]).toMatchObject({ sent: [TARGET], failed: [] });
    expect((await run(answers)).asked).toEqual([]);
  });

  test('sends those of a changed post again, and to a page whose link was removed', async () => {
    const { run, edit, state } = blog('a');
    await run({ ...WITH_ENDPOINT, 'example.com/posts/a/': page(TARGET) }, { all: true });
    edit('a', post({ title: 'Changed' }));
    const { sent } = await run({ ...WITH_ENDPOINT, 'example.com/posts/a/': page() });
    expect(sent).toEqual([SENT]);
    expect(state()[A]).toMatchObject({ sent: [], failed: [] });
  });

  test('sends those of a removed post, and forgets it', async () => {
    const { run, edit, state } = blog('a');
    await run({ ...WITH_ENDPOINT, 'example.com/posts/a/': page(TARGET) }, { all: true });
    edit('a', post({ draft: true }));
    expect((await run(WITH_ENDPOINT)).sent).toEqual([SENT]);
    expect(state()).toEqual({});
  });

  test('tries again what failed, and nothing else', async () => {
    const { run, state } = blog('a');
    const other = 'https://other.example/';
    const answers = {
      ...WITH_ENDPOINT,
      'example.com/posts/a/': page(TARGET, other),
      'other.example/': { status: 503 },
    };
    const { warned } = await run(answers, { all: true });
    expect(warned).toEqual([
      `warning: ${A} → ${other}: https://other.example/: 503 Service Unavailable; the next run tries again`,
    ]);
    expect(state()[A]).toMatchObject({ sent: [TARGET], failed: [other] });
    expect((await run({ ...answers, 'other.example/': page() })).sent).toEqual([]);
    expect(state()[A]).toMatchObject({ sent: [TARGET], failed: [] });
  });

  test.each([
    ['does not exist', {}, 1],
    ['has no endpoint', { 'target.example/page': page() }, 0],
    ['is no page', { 'target.example/page': { headers: { 'Content-Type': 'image/png' } } }, 0],
    [
      'has an endpoint on the own machine',
      { 'target.example/page': { headers: { Link: '<http://localhost/>; rel=webmention' } } },
      0,
    ],
    ['refuses it', { ...WITH_ENDPOINT, 'target.example/endpoint': { status: 400 } }, 1],
  ])('leaves alone a page that %s', async (_, answers: Answers, warnings) => {
    const { run, state } = blog('a');
    const { warned } = await run(
      { ...answers, 'example.com/posts/a/': page(TARGET) },
      { all: true },
    );
    expect(warned).toHaveLength(warnings);
    expect(state()[A]).toMatchObject({ sent: [], failed: [] });
  });

  test('waits for a post that is not online', async () => {
    const { run } = blog('a');
    expect((await run(WITH_ENDPOINT, { all: true })).warned).toEqual([
      `warning: ${A}: 404 Not Found; its webmentions are sent by the next run`,
    ]);
    const { sent } = await run({ ...WITH_ENDPOINT, 'example.com/posts/a/': page(TARGET) });
    expect(sent).toEqual([SENT]);
  });

  test('reads no more than the start of a long page', async () => {
    const { run } = blog('a');
    const body = `${'<p>x</p>'.repeat(300_000)}<link rel="webmention" href="/endpoint">`;
    const answers = { ...WITH_ENDPOINT, 'target.example/page': { body } };
    const { sent } = await run({ ...answers, 'example.com/posts/a/': page(TARGET) }, { all: true });
    expect(sent).toEqual([]);
  });
});
