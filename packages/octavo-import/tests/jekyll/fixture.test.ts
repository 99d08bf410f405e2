import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../../../tests/docs.ts';
import { importedFrom, postOf } from './jekyll-blog.ts';

const FIXTURE = join(repository, 'tests/fixtures/jekyll');
/** What Jekyll itself makes of that site: npm run old-addresses -- jekyll. */
const MADE = readFileSync(join(repository, 'tests/fixtures/jekyll-addresses.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

test('every URL that Jekyll makes is answered', () => {
  const { addresses } = importedFrom(FIXTURE);
  const answers = new Map(addresses.map(({ from, to }) => [from, to]));
  // A page without an ending in its URL has one in the name of its file.
  answers.set('/colophon.html', answers.get('/colophon/'));
  const dead = MADE.filter((path) => answers.get(path) === undefined);
  expect(dead).toEqual(['/404.html', '/redirects.json']);
});

test('nothing is answered that Jekyll did not make', () => {
  const made = new Set([...MADE, '/colophon/']);
  const { addresses } = importedFrom(FIXTURE);
  expect(addresses.map(({ from }) => from).filter((path) => !made.has(path))).toEqual([]);
});

test('a post has what its front matter and the defaults say', () => {
  const site = importedFrom(FIXTURE);
  expect(postOf(site, 'a-first-post')).toMatch(`---
title: A first post
date: 2024-01-06 00:30:00 +0100
tags:
  - Presses
  - Old
  - C++
  - lead type
aliases:
  - /first/
  - /old/first.html
guid: https://old.example/blog/presses/old/2024/01/06/a-first-post
---
`);
  expect(postOf(site, 'on-paper')).toContain('tags:\n  - essays\n  - essay\n');
  expect(postOf(site, 'code')).toContain('updated: 2024-02-01\n');
  expect(postOf(site, 'code')).toContain('authors:\n  - bob-quill\n');
  expect(postOf(site, 'hidden')).toContain('draft: true\n');
});

test('the settings are those of the configuration', () => {
  expect(importedFrom(FIXTURE).settings).toMatchObject({
    title: 'The old press',
    url: 'https://old.example/blog/',
    timeZone: 'Europe/Berlin',
    author: 'ada-reed',
    pageSize: 3,
    nav: [{ label: 'About', link: '/about/' }],
    social: [{ name: 'GitHub', link: 'https://github.com/press' }],
    feeds: { alsoAt: { atom: ['/feed.xml'] } },
  });
});
