import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { markdownTwin } from '../../src/twins/twin.ts';

const URL = 'https://example.com/posts/hello/';

describe('an article as a Markdown file', () => {
  test('says what it is, and has its title, cover and text', () => {
    const facts = {
      title: 'Hello',
      description: 'A post.',
      date: '2024-01-06',
      updated: '2024-02-01T10:00:00Z',
      authors: ['Jane', 'John'],
      tags: ['Go'],
      url: URL,
    };
    const cover = { src: 'https://example.com/a.jpeg', alt: 'A [sheet]', caption: 'One *side*.' };
    expect(markdownTwin(facts, cover, 'Text.\n')).toBe(`---
title: Hello
description: A post.
date: 2024-01-06
updated: 2024-02-01T10:00:00Z
authors:
  - Jane
  - John
tags:
  - Go
url: https://example.com/posts/hello/
---

# Hello

![A [sheet]](https://example.com/a.jpeg)

One \\*side\\*.

Text.
`);
  });

  test('says nothing where there is nothing to say', () => {
    const facts = { title: 'Hello', description: '', tags: [], authors: undefined, url: URL };
    expect(markdownTwin(facts, undefined, 'Text.\n')).toBe(
      '---\ntitle: Hello\nurl: https://example.com/posts/hello/\n---\n\n# Hello\n\nText.\n',
    );
  });

  test.each([
    ['C# and snake_case', 'C# and snake_case'],
    ['`a` *b* _c_ [d] \\e', '\\`a\\` \\*b\\* \\_c\\_ \\[d\\] \\\\e'],
    ['</script> a < b', '\\</script> a < b'],
    ['&amp; R&D', '\\&amp; R&D'],
    ['costs $5', 'costs $5'],
    ['$5 and 6$', '\\$5 and 6\\$'],
    ['Learn C #', 'Learn C \\#'],
    ['map[string][]byte', 'map[string][]byte'],
    ['[a](b)', '\\[a\\](b)'],
  ])('shows the title %s as it is typed', (title, heading) => {
    const twin = markdownTwin({ title, url: URL }, undefined, 'Text.\n');
    expect(twin).toContain(`\n# ${heading}\n`);
    expect(parse(twin.split('---\n')[1]!)).toMatchObject({ title });
  });
});
