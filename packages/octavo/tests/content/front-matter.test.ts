import { describe, expect, test } from 'vitest';
import { bodyOf, errorAt, readFrontMatter } from '../../src/content/front-matter.ts';
import { found } from '../helpers.ts';

const read = (source: string) => readFrontMatter('x.md', source);
const yaml = (...lines: string[]) => read(['---', ...lines, '---', ''].join('\n'));

describe('front matter is separated from the body', () => {
  test.each([
    ['with line feeds', '---\ntitle: x\n---\nbody\n', '\n\n\nbody\n'],
    ['without a text', '---\ntitle: x\n---', '\n\n'],
    ['with space behind the lines', '---  \ntitle: x\n---\t\nbody', '\n\n\nbody'],
    ['before a rule', '---\ntitle: x\n---\na\n\n---\n\nb', '\n\n\na\n\n---\n\nb'],
    ['before a second block', '---\ntitle: x\n---\n---\ny: z\n---\n', '\n\n\n---\ny: z\n---\n'],
  ])('%s', (_, source, body) => {
    expect(read(source)).toMatchObject({ data: { title: 'x' }, body, diagnostics: [] });
    expect(bodyOf(source)).toBe(body);
  });

  test('and the body keeps its line numbers', () => {
    const source = '---\ntitle: x\ntags:\n  - a\n---\n\nHere.\n';
    const line = (text: string) => text.split('\n').indexOf('Here.');
    expect(line(read(source).body)).toBe(line(source));
  });

  test.each([
    ['nothing', '---\n---\nbody', '\n\nbody'],
    ['an empty line', '---\n\n---\nbody', '\n\n\nbody'],
    ['a comment', '---\n# later\n---\nbody', '\n\n\nbody'],
  ])('with only %s has no keys', (_, source, body) => {
    expect(read(source)).toMatchObject({ data: {}, body, diagnostics: [] });
  });
});

describe('a value is read as written', () => {
  test.each([
    ['date: 2024-01-06', '2024-01-06'],
    ['date: 2024-02-30', '2024-02-30'],
    ['date: 2024-01-06 10:30', '2024-01-06 10:30'],
    ['date: 2024-01-06T10:30:00+02:00', '2024-01-06T10:30:00+02:00'],
    ['title: yes', 'yes'],
    ['title: Norway is no', 'Norway is no'],
    ['title: C# and F#', 'C# and F#'],
    ['title: "a: b"', 'a: b'],
    ["title: 'it''s'", "it's"],
    ['title: |\n  a\n  ---\n  b', 'a\n---\nb\n'],
    ['title: >-\n  a\n  b', 'a b'],
    ['title: a # b', 'a'],
    ['draft: true', true],
    ['title: 2024', 2024],
    ['title:', null],
    ['tags: [a, "b c"]', ['a', 'b c']],
    ['tags:\n  - a\n  - b', ['a', 'b']],
    ['cover: { image: ./x.png }', { image: './x.png' }],
  ])('%s', (line, value) => {
    expect(Object.values(yaml(line).data)).toEqual([value]);
  });

  test('or reported as an error', () => {
    const { data, diagnostics } = yaml('title: !important note');
    expect(data['title'] === '!important note' || diagnostics.length > 0).toBe(true);
  });
});

describe('a file without valid front matter is an error that says how to start', () => {
  test.each([
    [
      'it has none',
      'body',
      '1:1 front matter: missing; start the file with ---, a line title: …, and ---',
    ],
    [
      'it is empty',
      '',
      '1:1 front matter: missing; start the file with ---, a line title: …, and ---',
    ],
    [
      'there is text before it',
      'a\n---\nb: c\n---\n',
      '1:1 front matter: missing; start the file with ---, a line title: …, and ---',
    ],
    [
      'it is never closed',
      '---\ntitle: x\n\nbody',
      '1:1 front matter: never closed; add a line of --- after it',
    ],
    [
      'it is closed by a longer line',
      '---\ntitle: x\n----\n',
      '1:1 front matter: never closed; add a line of --- after it',
    ],
    [
      'it is TOML',
      '+++\ntitle = "x"\n+++\nbody',
      '1:1 front matter: TOML (+++) is not supported; write YAML between two lines of ---: title = "x" becomes title: x',
    ],
    [
      'it is JSON',
      '{\n  "title": "x"\n}\nbody',
      '1:1 front matter: JSON is not supported; write YAML between two lines of ---: "title": "x" becomes title: x',
    ],
    [
      'it is JSON after a byte order mark',
      '\uFEFF{"title": "x"}',
      '1:1 front matter: JSON is not supported; write YAML between two lines of ---: "title": "x" becomes title: x',
    ],
  ])('because %s', (_, source, message) => {
    const { data, body, diagnostics } = read(source);
    expect(data).toEqual({});
    expect(body).toBe(source);
    expect(found(diagnostics)).toEqual([message]);
  });

  test('because of an empty line before it', () => {
    const { diagnostics } = read('\n---\ntitle: x\n---\n');
    expect(diagnostics[0]?.message).not.toContain('never closed');
  });
});

describe('invalid YAML is reported with its position and fix', () => {
  const COLON = 'a colon followed by a space starts a value; put text that contains one in quotes';
  const MISSING = 'missing quote, bracket or comma before this position';

  test.each([
    ['a key twice', ['title: a', 'date: b', 'title: c'], '4:1', 'duplicate key; keep one'],
    [
      'a key twice in a group',
      ['cover:', '  alt: a', '  alt: b'],
      '4:3',
      'duplicate key; keep one',
    ],
    ['a tab to indent', ['cover:', '\timage: b'], '3:1', 'tabs cannot indent; use spaces'],
    ['a tab before the first key', ['\ttitle: x'], '2:1', 'tabs cannot indent; use spaces'],
    ['a colon in text', ['date: x', 'title: Go: a language'], '3:8', COLON],
    ['a quote that is never closed', ['title: "a'], '2:10', MISSING],
    [
      'a reserved character',
      ['title: @home'],
      '2:8',
      'plain value cannot start with reserved character @; put the whole value in quotes: "@home"',
    ],
    ['an escape that is none', ['title: "\\q"'], '2:9', 'invalid escape sequence \\q'],
  ])('%s', (_, lines, place, message) => {
    const { data, diagnostics } = yaml(...lines);
    expect(data).toEqual({});
    expect(found(diagnostics)).toEqual([`${place} front matter: invalid YAML: ${message}`]);
  });

  test.each([
    ['title: "Go" is fun', `'"Go" is fun'`],
    ["title: 'It's fun'", `"It's fun"`],
    ['title: "He said "hi""', `'He said "hi"'`],
    [`title: "It's" a "test"`, `'"It''s" a "test"'`],
    ['title: [WIP] x', '"[WIP] x"'],
    ['title: {a} b', '"{a} b"'],
    ['tags: [a]b', '"[a]b"'],
    ['  - "a" b', `'"a" b'`],
    ['title: ""x"" \\ y', `'""x"" \\ y'`],
  ])('text after a closing quote or bracket: %s', (line, fix) => {
    const { diagnostics } = yaml(...(line.startsWith(' ') ? ['tags:'] : []), line);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      `front matter: invalid YAML: text after a closing quote or bracket; put the whole value in quotes: ${fix}`,
    ]);
  });

  test.each([
    ['title: `a` is', '"`a` is"'],
    ['date: {{ date }}', '"{{ date }}"'],
    ['title: & x', '"& x"'],
    ['title: > x', '"> x"'],
    ['title: % x', '"% x"'],
  ])('text that needs quotes: %s', (line, fix) => {
    const [problem] = yaml(line).diagnostics;
    expect(problem?.message).toMatch(/^front matter: invalid YAML: [a-z]/);
    expect(problem?.message.split('; put the whole value in quotes: ')[1]).toBe(fix);
  });

  test.each([
    ['a list', ['- a', '- b']],
    ['a string', ['just text']],
    ['a number', ['5']],
  ])('%s instead of keys and values', (_, lines) => {
    expect(found(yaml(...lines).diagnostics)).toEqual([
      '2:1 front matter: must be keys and values, like title: My post',
    ]);
  });

  test('with all errors at once', () => {
    const { diagnostics } = yaml('a: 1', 'a: 2', 'b: 1', 'b: 2');
    expect(diagnostics.map(({ line }) => line)).toEqual([3, 5]);
  });

  test('for text that starts with * or ! without quotes', () => {
    expect(found(yaml('date: x', 'title: *really*').diagnostics)).toEqual([
      '3:8 front matter: invalid YAML: put text that starts with * in quotes: "*really*"',
    ]);
    expect(found(yaml('title: !important note').diagnostics)).toEqual([
      '2:8 front matter: invalid YAML: put text that starts with ! in quotes',
    ]);
  });

  test('but not for a defined alias', () => {
    expect(yaml('title: &t x', 'summary: *t')).toMatchObject({
      data: { title: 'x', summary: 'x' },
      diagnostics: [],
    });
  });

  test('on one line', () => {
    for (const { message } of yaml('title: [a', 'b: "c').diagnostics) {
      expect(message).not.toContain('\n');
    }
    expect(yaml('title: [a', 'b: "c').diagnostics.length).toBeGreaterThan(0);
  });

  test.each([
    ['emphasis in a title', ['title: *really*']],
    ['an asterisk in a list', ['tags: [*go]']],
    [
      'aliases that expand without end',
      [
        'a: &a [x,x,x,x,x,x,x,x]',
        'b: &b [*a,*a,*a,*a,*a,*a]',
        'c: &c [*b,*b,*b]',
        'd: [*c,*c,*c,*c]',
      ],
    ],
  ])('instead of throwing: %s', (_, lines) => {
    expect(yaml(...lines).diagnostics).toHaveLength(1);
  });
});

describe('the position of a key', () => {
  const { locate } = read(
    [
      '---',
      'title: x',
      'cover:',
      '  image: ./x.png',
      '  alt: y',
      'tags:',
      '  - a',
      '  - b',
      'authors: [j, k]',
      '"slug": z',
      '2024: x',
      '---',
    ].join('\n'),
  );

  test.each([
    ['a key', ['title'], 2, 1],
    ['a key in quotes', ['slug'], 10, 1],
    ['a key that is a number', ['2024'], 11, 1],
    ['a key in a group', ['cover', 'alt'], 5, 3],
    ['an item of a list', ['tags', 1], 8, 5],
    ['an item of a list on one line', ['authors', 1], 9, 14],
  ])('is that of %s: %j', (_, path, line, column) => {
    expect(locate(path)).toEqual({ line, column });
  });

  test.each([
    ['the group of a key that is missing', ['cover', 'caption'], 3, 1],
    ['the list of an item that is missing', ['tags', 5], 6, 1],
    ['the value that is no group', ['title', 'x'], 2, 1],
    ['the first line, for a key that is missing', ['date'], 1, 1],
    ['the first line, for the whole', [], 1, 1],
  ])('falls back to that of %s: %j', (_, path, line, column) => {
    expect(locate(path)).toEqual({ line, column });
  });

  test('is the first line if there is no front matter', () => {
    expect(read('text').locate(['title'])).toEqual({ line: 1, column: 1 });
  });

  test('is the position of its errors', () => {
    const file = { path: 'x.md', frontMatter: read('---\na: 1\nb: 2\n---\n') };
    expect(errorAt(file, ['b'], 'b: invalid')).toEqual({
      file: 'x.md',
      line: 3,
      column: 1,
      severity: 'error',
      message: 'b: invalid',
      rule: 'front-matter',
    });
  });
});
