import { describe, expect, test } from 'vitest';
import { edited } from '../../src/html/edits.ts';
import { aliasLine, addAlias } from '../../src/checks/edit-aliases.ts';
import { readFiles } from '../helpers.ts';

function reading(source: string) {
  return readFiles({ 'posts/a.md': source }).sources.get('src/content/posts/a.md')!;
}

/** Returns a file with an alias added, or `undefined` where that is not done. */
function added(source: string, alias = '/old/'): string | undefined {
  const fix = addAlias(reading(source), alias);
  return fix && edited(source, [fix]);
}

const whole = (lines: string[]) =>
  ['---', 'title: A', 'date: 2024-01-01', ...lines, '---', '', 'Text.', ''].join('\n');

describe('an alias is added', () => {
  test.each<[what: string, before: string[], after: string[]]>([
    ['where there is none', ['draft: false # yet'], ['draft: false # yet', 'aliases: [/old/]']],
    ['to an empty list', ['aliases: []'], ['aliases: [/old/]']],
    [
      'to a list in a line',
      ['aliases: [/a/, "/b/"] # two'],
      ['aliases: [/a/, "/b/", /old/] # two'],
    ],
    [
      'to a list in a line with a comma at its end',
      ['aliases: [/a/,]'],
      ['aliases: [/a/, /old/,]'],
    ],
    [
      'to a list in brackets over lines',
      ['aliases: [', '  /a/,', '  /b/', ']', 'pinned: true'],
      ['aliases: [', '  /a/,', '  /b/, /old/', ']', 'pinned: true'],
    ],
    [
      'to a list of lines',
      ['aliases:', '  - /a/', '  - /b/ # the second', 'pinned: true'],
      ['aliases:', '  - /a/', '  - /b/ # the second', '  - /old/', 'pinned: true'],
    ],
    [
      'to a list of lines that is not indented',
      ['aliases:', '- /a/'],
      ['aliases:', '- /a/', '- /old/'],
    ],
    [
      'to a list of lines with space behind the hyphens',
      ['aliases:', '    -   "/a/"', '# The end.'],
      ['aliases:', '    -   "/a/"', '    -   /old/', '# The end.'],
    ],
    [
      'to a list with a text of several lines',
      ['aliases:', '  - >-', '    /a/', 'pinned: true'],
      ['aliases:', '  - >-', '    /a/', '  - /old/', 'pinned: true'],
    ],
    [
      'behind a text of several lines',
      ['summary: |', '  One', '  two'],
      ['summary: |', '  One', '  two', 'aliases: [/old/]'],
    ],
  ])('%s', (_, before, after) => {
    expect(added(whole(before))).toBe(whole(after));
  });

  test('where keys are indented', () => {
    const source = '---\n  title: A\n  date: 2024-01-01\n---\n';
    expect(added(source)).toBe('---\n  title: A\n  date: 2024-01-01\n  aliases: [/old/]\n---\n');
  });

  test.each([
    ['/größe/', '/größe/'],
    ['/c++/', '/c++/'],
    ['/a%20b/', '/a%20b/'],
    ['/a,b/', '"/a,b/"'],
    ['/a:b/', '"/a:b/"'],
    ["/it's/", '"/it\'s/"'],
  ])('%s as %s', (alias, yaml) => {
    expect(added(whole([]), alias)).toBe(whole([`aliases: [${yaml}]`]));
    expect(aliasLine(reading(whole(['aliases: [/a/]'])), alias)).toBe(`aliases: [/a/, ${yaml}]`);
  });

  test.each([
    ['a list that is named elsewhere', whole(['tags: &list [/a/]', 'aliases: *list'])],
    ['front matter in braces', '---\n{ title: A, date: 2024-01-01 }\n---\n'],
  ])('not to %s', (_, source) => {
    expect(added(source)).toBeUndefined();
  });
});
