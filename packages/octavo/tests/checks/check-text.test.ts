import { describe, expect, test } from 'vitest';
import { post } from '../../../../tests/posts.ts';
import { checkFiles, checkText } from './helpers.ts';

type Case = [what: string, body: string, found: string[]];

describe('a heading of the first level', () => {
  const message = 'warning: heading: the first level belongs to the title; start with ##';
  test.each<Case>([
    ['is reported', '# One\n\n## Two', [`1:1 ${message}`]],
    ['is reported if it is underlined', 'One\n===', [`1:1 ${message}`]],
    ['is reported in HTML', 'A\n\n<div>\n<h1>One</h1>\n</div>', [`4:1 ${message}`]],
    ['is no comment and no code', '<!-- <h1>One</h1> -->\n\n```\n# One\n```\n\n`# a`', []],
  ])('%s', async (_, body, found) => {
    expect(await checkText(body)).toEqual(found);
  });

  test('is reported in JSX', async () => {
    expect(await checkText('<h1>One</h1>', { format: 'mdx' })).toEqual([`1:1 ${message}`]);
  });
});

describe('a heading that skips a level', () => {
  test.each<Case>([
    [
      'is reported',
      '## A\n\n#### B',
      ['3:1 warning: heading: #### under ## skips a level; write ###'],
    ],
    [
      'is reported under the title',
      '### A',
      ['1:1 warning: heading: ### under the title skips a level; write ##'],
    ],
    [
      'is reported once',
      '## A\n\n#### B\n\n#### C',
      ['3:1 warning: heading: #### under ## skips a level; write ###'],
    ],
    [
      'is reported after a heading of a lower level',
      '## A\n\n### B\n\n## C\n\n#### D',
      ['7:1 warning: heading: #### under ## skips a level; write ###'],
    ],
    ['goes back as far as it likes', '## A\n\n### B\n\n#### C\n\n## D', []],
    [
      'is reported in a quotation',
      '## A\n\n> #### B',
      ['3:3 warning: heading: #### under ## skips a level; write ###'],
    ],
  ])('%s', async (_, body, found) => {
    expect(await checkText(body)).toEqual(found);
  });
});

describe('a fence of code', () => {
  const open = (fence: string) => `code: the fence is never closed; end it with a line ${fence}`;
  test.each<Case>([
    ['that is never closed is reported', 'A\n\n```\nopen', [`3:1 ${open('```')}`]],
    ['of a single line is reported', '```', [`1:1 ${open('```')}`]],
    ['that a shorter one cannot close is reported', '````\n```\n', [`1:1 ${open('````')}`]],
    ['that another character cannot close is reported', '~~~\n```\n', [`1:1 ${open('~~~')}`]],
    ['that ends with its list is reported', '- a\n\n  ```\n  open\n\nText', [`3:3 ${open('```')}`]],
    ['that a longer one closes is fine', '```\na\n`````', []],
    ['in a quotation and in a list is fine', '> ```\n> a\n> ```\n\n- ~~~\n  a\n  ~~~', []],
    ['that is empty is fine', '```\n```', []],
    ['is not an indented block', 'A\n\n    ```\n    a', []],
  ])('%s', async (_, body, found) => {
    expect(await checkText(body)).toEqual(found);
  });
});

describe('a comment', () => {
  const message = 'HTML: the comment is never closed, and hides what follows; end it with -->';
  test.each<Case>([
    ['that is never closed is reported', 'A\n\n<!-- open\n\nB', [`3:1 ${message}`]],
    ['after a closed one is reported', '<!-- a --> <!-- open\n\nB', [`1:12 ${message}`]],
    ['with another in it is reported once', '<!-- a <!-- b\n\nB', [`1:1 ${message}`]],
    ['that is closed is fine', 'A <!-- b --> c\n\n<!-- d\n\ne -->', []],
    ['that is empty is fine', '<!-->\n\n<!--->\n\n<!---->\n\n<!-- a --!> b -->', []],
    [
      'in a script is text',
      '<script>"<!--"</script>',
      [expect.stringContaining('a script') as string],
    ],
  ])('%s', async (_, body, found) => {
    expect(await checkText(body)).toEqual(found);
  });
});

describe('a link', () => {
  test.each<Case>([
    ['without a URL is reported', '[A]()', ['1:1 link: no URL; write it in the parentheses']],
    ['of a comment is not one', '[//]: # (comment)', []],
    ['to # is reported', '[A](#)', ['1:1 link: no URL; write it in the parentheses']],
    [
      'in HTML without a URL is reported',
      '<a href="">A</a>',
      ['1:1 link: no URL; write it in the parentheses'],
    ],
    [
      'without text is reported',
      'A [](/b/)',
      ['1:3 link: the link to /b/ has no text; write it in the brackets'],
    ],
    ['of a picture or of code has a text', '[![A](a.png)](/b/) [`c`](/d/)', []],
    [
      'by an undefined reference is reported',
      '[a][b]',
      ['1:1 warning: link: [b] is not defined; add a line [b]: https://…'],
    ],
    ['by a reference that is defined is fine', '[a][b] [b]\n\n[b]: /b/', []],
    ['is not an index of a list of lists', 'a[i][j] and \\[a][b] and `[a][b]`', []],
  ])('%s', async (_, body, found) => {
    expect(await checkText(body)).toEqual(found);
  });

  test('in JSX without text is reported, unless it has a name', async () => {
    const body = '<a href="/b/"></a>\n\n<a href="/b/" aria-label="B"></a>';
    expect(await checkText(body, { format: 'mdx' })).toEqual([
      '1:1 link: the link to /b/ has no text; write it in the brackets',
    ]);
  });

  test('of a picture in JSX has a text', async () => {
    const body = '<a href="/b/"><img src="/c.png" alt="C" /></a>';
    expect(await checkText(body, { format: 'mdx' })).toEqual([]);
  });
});

describe('a TODO', () => {
  const told = (word: string) => `warning: text: ${word} in published text; resolve or remove it`;
  test.each<Case>([
    [
      'is reported in prose',
      'A TODO and\na FIXME: b',
      [`1:3 ${told('TODO')}`, `2:3 ${told('FIXME')}`],
    ],
    [
      'is reported in a heading and a link',
      '## TODO\n\n[TODO](/a/)',
      [`1:4 ${told('TODO')}`, `3:2 ${told('TODO')}`],
    ],
    [
      'is none in code, in comments and in another word',
      '`TODO`\n\n```\nTODO\n```\n\n<!-- TODO -->\n\nTODOS, todo',
      [],
    ],
  ])('%s', async (_, body, found) => {
    expect(await checkText(body)).toEqual(found);
  });

  test('is not reported in a draft', async () => {
    expect(await checkText('A TODO.', { isDraft: true })).toEqual([]);
  });
});

describe('a picture', () => {
  const siteIndex = {
    size: (path: string) => (path.includes('large.png') ? 2_000_001 : 2_000_000),
  };
  test.each<Case>([
    [
      'over 2 MB is reported',
      'A ![B](./large.png)',
      ['1:3 warning: picture: ./large.png is 2.1 MB; make it smaller than 2 MB'],
    ],
    [
      'over 2 MB is reported in public/',
      '![B](/large.png)',
      ['1:1 warning: picture: /large.png is 2.1 MB; make it smaller than 2 MB'],
    ],
    [
      'over 2 MB is reported in HTML',
      '<img alt="B" src="./large.png">',
      ['1:1 warning: picture: ./large.png is 2.1 MB; make it smaller than 2 MB'],
    ],
    [
      'over 2 MB is reported by its reference',
      '![B][c]\n\n[c]: ./large.png',
      ['1:1 warning: picture: ./large.png is 2.1 MB; make it smaller than 2 MB'],
    ],
    ['of 2 MB is fine', '![B](./small.png)', []],
    ['of another site is its own affair', '![B](https://example.org/large.png)', []],
    ['may be a video, which is larger', '![B](./large.mp4)', []],
  ])('%s', async (_, body, found) => {
    expect(await checkText(body, { siteIndex })).toEqual(found);
  });
});

describe('a link to an address of this site', () => {
  const siteIndex = {
    page: (path: string) =>
      path === '/posts/draft/'
        ? false
        : path === '/about/'
          ? 'src/content/pages/about.md'
          : undefined,
    release: (path: string) => (path === '/posts/draft/' ? { time: Infinity } : undefined),
    anchors: () => ['me'],
  };
  const nothing = (path: string) => `link: ${path} not found`;
  test.each<Case>([
    ['is fine where something is', '[a](/about/) [b](/about/#me) [c](../../about/?a=b)', []],
    ['is reported if it is dead', 'A [b](/b/)', [`1:3 ${nothing('/b/')}`]],
    ['is reported if it is relative and dead', '[b](../b/)', [`1:1 ${nothing('/posts/b/')}`]],
    ['is reported at its definition', '[a][b]\n\n[b]: /b/', [`3:1 ${nothing('/b/')}`]],
    [
      'is reported in HTML without quotes',
      '<p title=">"><a href=/b/>b</a></p>',
      [`1:14 ${nothing('/b/')}`],
    ],
    ['is reported in HTML', '<p>\n<a href="/b/">b</a></p>', [`2:1 ${nothing('/b/')}`]],
    ['is reported as an absolute URL', '[b](https://example.com/b/)', [`1:1 ${nothing('/b/')}`]],
    [
      'is reported for a draft',
      '[b](/posts/draft/)',
      ['1:1 link: /posts/draft/ is a draft and has no page'],
    ],
    [
      'is reported for a missing heading',
      '[b](/about/#em)',
      ['1:1 link: /about/#em has no heading #em; did you mean #me?'],
    ],
    [
      'is not another site’s',
      '[a](https://example.org/b/) [c](//example.org/b/) [d](mailto:a@example.com) <https://example.org/>',
      [],
    ],
    ['decodes percent-encoding', '[b](/gr%C3%B6%C3%9Fe/)', [`1:1 ${nothing('/größe/')}`]],
  ])('%s', async (_, body, found) => {
    expect(await checkText(body, { siteIndex })).toEqual(found);
  });

  test('is under the base path where it is whole, and without it in Markdown', async () => {
    const config = { url: 'https://example.com/blog/' };
    const body = '[a](/about/) [b](https://example.com/blog/b/) [c](https://example.com/other/)';
    expect(await checkText(body, { siteIndex, config })).toEqual([`1:14 ${nothing('/b/')}`]);
  });
});

describe('a heading in another language', () => {
  const files = (link: string) => ({
    'posts/a.md': post({ title: 'A' }, '## One'),
    'posts/a.de.md': post({ title: 'A' }, '## Eins'),
    'posts/b.de.md': post({ title: 'B' }, `[a](${link})`),
  });
  const missing = (link: string) =>
    expect.stringContaining(`link: ${link} has no heading #`) as string;

  test.each<[link: string, found: unknown[]]>([
    ['/posts/a/#eins', []],
    ['/posts/a/#one', [missing('/posts/a/#one')]],
    ['https://example.com/posts/a/#one', []],
    ['https://example.com/posts/a/#eins', [missing('https://example.com/posts/a/#eins')]],
  ])('is that of the original only by a whole URL: %s', async (link, found) => {
    expect(await checkFiles(files(link), { languages: { de: {} } })).toEqual(found);
  });
});

describe('what an included file says', () => {
  test('is reported in that file', async () => {
    const siteIndex = { text: () => 'One.\n\nA TODO.' };
    expect(await checkText('A\n\n::include{file="./part.md"}', { siteIndex })).toEqual([
      '3:3 warning: text: TODO in published text; resolve or remove it',
    ]);
  });
});

describe('blocked HTML', () => {
  const STYLE = 'warning: HTML: a style attribute is removed; use a class and src/styles/theme.css';
  test('is reported once for each kind in a file, with its number', async () => {
    const body =
      '<p style="a">A</p>\n\n<p style="b">B</p>\n\n<script>c</script>\n\n<p style="d">D</p>';
    expect(await checkText(body)).toEqual([
      `1:1 ${STYLE} (3 times in this file)`,
      '5:1 warning: HTML: a script in Markdown is removed; the security policy does not allow it',
    ]);
  });

  test('is reported where the first of its kind is ignored', async () => {
    const body = '<!-- octavo-ignore raw-html -->\n\n<p style="a">A</p>\n\n<p style="b">B</p>';
    expect(await checkText(body)).toEqual([`5:1 ${STYLE}`]);
  });
});
