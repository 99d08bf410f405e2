import { describe, expect, test } from 'vitest';
import { checkFiles } from './helpers.ts';

/** Returns the diagnostics of a post with these lines in its front matter. */
function check(...lines: string[]): Promise<string[]> {
  const given = lines.some((line) => line.startsWith('title:')) ? [] : ['title: A'];
  const source = ['---', 'date: 2024-01-01', ...given, ...lines, '---', '', 'Text.'].join('\n');
  return checkFiles({ 'posts/a.md': source });
}

describe('a comment that cuts text is a warning', () => {
  test.each([
    ['title: Fixing issue #1234 in Go', 'title', '3:8', '"Fixing issue #1234 in Go"'],
    ['title: C# in # depth', 'title', '3:8', '"C# in # depth"'],
    ['description: C # and F # notes ', 'description', '4:14', '"C # and F # notes"'],
    ['summary: a "b" #c', 'summary', '4:10', `'a "b" #c'`],
    ['tags: [Go] # one\nseries: Part # 1', 'series', '5:9', '"Part # 1"'],
    ['tags:\n  - Go\n  - C # x', 'tags', '6:5', '"C # x"'],
    ['cover:\n  image: ./a.png # x\n  alt: No # here', 'alt', '6:8', '"No # here"'],
  ])('%j', async (lines, key, place, fix) => {
    const message = `posts/a.md:${place} warning: ${key}: cut at #, where a comment starts; put the whole value in quotes: ${fix}`;
    expect(await check(...lines.split('\n'))).toContain(message);
  });

  test('beside the error of a value that is only a comment', async () => {
    expect(await check('title: #1 in Go')).toEqual([
      'posts/a.md:3:1 title: empty; set a value or remove the line',
      'posts/a.md:3:8 warning: title: cut at #, where a comment starts; put the whole value in quotes: "#1 in Go"',
    ]);
  });

  test.each([
    ['title: "Fixing issue #1234"'],
    ['title: "A" # the first'],
    ['title: C#'],
    ['title: A', '# the next line'],
    ['draft: true # until May'],
    ['slug: b # shorter'],
    ['tags: [Go] # one'],
    ['tags: # one', '  - Go'],
    ['updated: 2024-01-02 # a typo'],
  ])('and not %j', async (...lines) => {
    expect(await check(...lines)).toEqual([]);
  });
});
