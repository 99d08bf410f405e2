import { beforeAll, describe, expect, test } from 'vitest';
import { post } from '../posts.ts';
import type { CommandResult } from '../run-in-process.ts';
import { TestSite } from '../site.ts';

/** A post without a mistake, and one with a warning. */
const GOOD = {
  'posts/good.md': post({ title: 'Good' }),
  'posts/raw.md': post({ title: 'Raw' }, 'One.\n\n<p style="color: red">Two</p>'),
};
const WARNING =
  'src/content/posts/raw.md:8:1  warning: HTML: a style attribute is removed; use a class and src/styles/theme.css';

/** One of each kind of mistake that the schema, YAML, the library and Markdown can have. */
const BAD = {
  'posts/unknown-key.md': '---\nditle: A\ntitle: A\ndate: 2024-01-01\n---\n',
  'posts/no-day.md': '---\ntitle: A\ndate: 2024-02-30\n---\n',
  'posts/broken-yaml.md': '---\ntitle: "A\ndate: 2024-01-01\n---\n',
  'posts/toml.md': '+++\ntitle = "A"\n+++\n',
  'posts/types.md':
    '---\ntitle: 2024\ndate: 2024-01-01\ntags: Go\ndraft: maybe\n---\n\n[Nowhere](./nowhere.md)\n',
  'posts/cover.md': '---\ntitle: A\ndate: 2024-01-01\ncover:\n  image: ./no.png\n---\n',
  'posts/author.md': '---\ntitle: A\ndate: 2024-01-01\nauthors: [somone]\n---\n',
  'posts/link.md': `${post({ title: 'Link' }, 'One.\n\nTwo [three](./four.md).')}`,
  'posts/component.mdx': `${post({ title: 'Component' }, 'One.\n\n<Two>\n\nthree')}`,
  'posts/good/index.md': post({ title: 'Good again' }),
  'pages/page.md': '---\ndescription: No title\n---\n',
  'authors/someone.md': '---\nname: Someone\nurl: someone.example\n---\n',
};

const EXPECTED = [
  'src/content/authors/someone.md:3:1  url: must be a URL, like https://example.com/',
  'src/content/pages/page.md:1:1  title: missing; must be a string',
  'src/content/posts/author.md:4:11  authors[0]: src/content/authors/somone.md not found; did you mean someone?',
  'src/content/posts/broken-yaml.md:3:17  front matter: invalid YAML: missing quote, bracket or comma before this position',
  'src/content/posts/component.mdx:8:1  MDX: Expected a closing tag for `<Two>` (8:1)',
  'src/content/posts/cover.md:4:1  cover.alt: missing; must be a string',
  'src/content/posts/cover.md:5:3  cover.image: ./no.png not found',
  'src/content/posts/good/index.md:1:1  slug: /posts/good/ is already the URL of src/content/posts/good.md; set another slug',
  'src/content/posts/link.md:8:5  link: ./four.md not found',
  'src/content/posts/no-day.md:3:1  date: 2024-02-30 does not exist; February 2024 has 29 days',
  'src/content/posts/toml.md:1:1  front matter: TOML (+++) is not supported; write YAML between two lines of ---: title = "x" becomes title: x',
  'src/content/posts/types.md:2:1  title: must be a string; put it in quotes: "2024"',
  'src/content/posts/types.md:4:1  tags: must be a list: [Go]',
  'src/content/posts/types.md:5:1  draft: must be true or false, not "maybe"',
  'src/content/posts/types.md:8:1  link: ./nowhere.md not found',
  'src/content/posts/unknown-key.md:2:1  unknown key ditle; did you mean title?',
];

let site: TestSite;
let cold: CommandResult;
let before: Map<string, string>;

beforeAll(async () => {
  site = new TestSite('mistakes', { files: GOOD });
  cold = await site.build();
  before = site.snapshot();
  for (const [path, source] of Object.entries(BAD)) site.write(`content/${path}`, source);
});

describe('a build of content with errors', () => {
  test('reports every error of every file in one run, by line and column, and ends in status 1', async () => {
    const { status, stderr } = await site.build();
    const [mistakes] = stderr.split('\n\n');
    expect(mistakes?.split('\n')).toEqual([...EXPECTED, WARNING].sort());
    expect(stderr).toContain('16 errors, 1 warning\n');
    expect(status).toBe(1);
  });

  test('reports the same again, and leaves the last good site as it was, byte for byte', async () => {
    const { status, stderr } = await site.build();
    expect(stderr.split('\n\n')[0]?.split('\n')).toEqual([...EXPECTED, WARNING].sort());
    expect(status).toBe(1);
    expect(site.snapshot()).toEqual(before);
  });

  test('succeeds once they are fixed, with the same warning as before', async () => {
    for (const path of Object.keys(BAD)) site.remove(`content/${path}`);
    site.write('content/authors/someone.md', '---\nname: Someone\n---\n\nWrites tests.\n');
    const warm = await site.build();
    expect(warm.status).toBe(0);
    expect(site.snapshot()).toEqual(before);
    for (const { stderr } of [cold, warm]) expect(stderr.trim()).toBe(WARNING);
    expect(site.read('/posts/raw/')).toContain('Two');
  });
});

describe('a page of the owner', () => {
  test.each([
    [
      'whose head does not name its encoding',
      '<html><head><title>Plain</title></head></html>\n',
      '1:1  plain/index.html: no <meta charset="utf-8"> in the head, so no place for the security policy; make it the first element of the head',
    ],
    [
      'that throws',
      '---\nconst name = Astro.params.name;\n---\n\n<p>{name.length}</p>\n',
      "5:5  Cannot read properties of undefined (reading 'length'); pass --verbose to check or build for the stack",
    ],
  ])(
    '%s is an error at its place, and leaves the last good site as it was',
    async (_, source, error) => {
      site.write('pages/plain.astro', source);
      const { status, stderr } = await site.build();
      site.remove('pages/plain.astro');
      expect(stderr.split('\n')).toEqual(
        expect.arrayContaining([
          `src/pages/plain.astro:${error}`,
          'The build failed; dist/ is unchanged.',
        ]),
      );
      expect(stderr).not.toMatch(/^ +at /m);
      expect(status).toBe(1);
      expect(site.snapshot()).toEqual(before);
    },
  );
});

describe('settings with errors', () => {
  test('are reported by option, all at once, before anything is built', async () => {
    const settings = { pageSize: 0, permalink: '/posts/', timeZone: 'Europe/Berln', pagesize: 5 };
    const { status, stderr } = await new TestSite('settings', { settings, files: GOOD }).build();
    expect(stderr.trim().split('\n')).toEqual([
      'src/site.config.ts  timeZone: must be a time zone, like Europe/Berlin; did you mean Europe/Berlin?',
      'src/site.config.ts  pageSize: must be 1 or more, not 0',
      'src/site.config.ts  permalink: must contain :slug, like /posts/:slug/',
      'src/site.config.ts  unknown key pagesize; did you mean pageSize?',
      'The build failed.',
    ]);
    expect(status).toBe(1);
  });
});
