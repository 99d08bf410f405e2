import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../../../tests/docs.ts';
import { importedFrom, postOf } from './astro-blog.ts';

const FIXTURE = join(repository, 'tests/fixtures/astro');
/** What Astro itself makes of that site: npm run old-addresses -- astro. */
const MADE = readFileSync(join(repository, 'tests/fixtures/astro-addresses.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

test('every URL that Astro makes is answered, except pictures with a hash in their names', () => {
  const { addresses } = importedFrom(FIXTURE);
  const answers = new Map(addresses.map(({ from, to }) => [from, to]));
  const dead = MADE.filter((path) => answers.get(path) === undefined);
  expect(dead.filter((path) => !path.startsWith('/_astro/'))).toEqual(['/404.html']);
});

test('nothing is answered that Astro did not make', () => {
  const { addresses } = importedFrom(FIXTURE);
  expect(addresses.map(({ from }) => from).filter((path) => !MADE.includes(path))).toEqual([]);
});

test('posts have their front matter, links and pictures', () => {
  const site = importedFrom(FIXTURE);
  expect(site.counts).toMatchObject({ posts: 3, pages: 1, pictures: 2 });
  expect(postOf(site, 'A First Post')).toBe(`---
title: A first post
date: 2022-07-08
description: The first.
tags:
  - lead type
  - ink
---

See [the second](./a-second-post/index.md) and [its part](./a-second-post/index.md#the-press--the-ink).
`);
  expect(postOf(site, 'a-second-post/index')).toContain(`updated: 2023-01-02
tags:
  - ink
cover:
  image: ./press.svg
  alt: A second post
pinned: true
---

![A press](./press.svg)
`);
  expect(postOf(site, 'mdx')).toContain('![Type](./mdx/type.svg)\n');
  expect(postOf(site, 'mdx')).toContain('```jsx\n<Counter start={2} />\n```');
});
