import { describe, expect, test } from 'vitest';
import { bibTex } from '../../src/blog/citation.ts';

const person = (name: string) => ({ name, organization: false });

const cited = {
  title: 'Folding paper',
  authors: [person('Ada Lovelace'), person('Bob')],
  date: { day: '2024-01-06' },
  url: 'https://example.com/posts/folding-paper/',
  blog: 'Notes',
};

test('a citation in BibTeX has the fields that all styles know', () => {
  expect(bibTex(cited)).toBe(`@misc{lovelace-2024-folding-paper,
  author = {Ada Lovelace and Bob},
  title = {{Folding paper}},
  howpublished = {Notes},
  year = {2024},
  month = jan,
  url = {https://example.com/posts/folding-paper/},
}`);
});

describe('a citation in BibTeX', () => {
  test.each([
    [
      'a title of LaTeX',
      { title: '100 % of C# & $_{x}^~\\' },
      'title = {{100 \\% of C\\# \\& \\$\\_\\textbraceleft{}x\\textbraceright{}\\textasciicircum{}\\textasciitilde{}\\textbackslash{}}},',
    ],
    [
      'a company',
      { authors: [{ name: 'Nuts and Bolts', organization: true }] },
      'author = {{Nuts and Bolts}},',
    ],
    ['a name with a comma', { authors: [person('King, Jr.')] }, 'author = {{King, Jr.}},'],
    [
      'a name that has and in it',
      { authors: [person('A and B'), person('C')] },
      'author = {{A and B} and C},',
    ],
    ['December', { date: { day: '2023-12-31' } }, 'month = dec,'],
    [
      'a key of a company',
      { authors: [{ name: 'Acme Inc.', organization: true }] },
      '@misc{acme-inc-2024-folding-paper,',
    ],
    [
      'a key with diacritics',
      { authors: [person('Jan Škoda')], url: 'https://example.com/gr%C3%B6%C3%9Fe.html' },
      '@misc{skoda-2024-gro-e,',
    ],
    ['a key without an author', { authors: [] }, '@misc{notes-2024-folding-paper,\n  title'],
    [
      'a key of other scripts',
      { authors: [person('山田')], url: 'https://example.com/日本/' },
      '@misc{2024,',
    ],
  ])('writes %s', (_, changed, line) => {
    expect(bibTex({ ...cited, ...changed })).toContain(line);
  });
});
