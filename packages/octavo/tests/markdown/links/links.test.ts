import { relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, elements } from '../../../../../tests/html.ts';
import { checkText } from '../../checks/helpers.ts';
import { found, render } from '../../helpers.ts';

const FILES = {
  'other.md': '/posts/other/',
  'mdx.mdx': '/posts/mdx/',
  'bundle/index.md': '/posts/bundle/',
  'größe.md': '/posts/größe/',
  'my post.md': '/posts/my-post/',
  '../pages/about.md': '/about/',
  '../authors/jane.md': '/authors/jane/',
  'broken.md': undefined,
};

/** Returns the problems of a text beside the files. */
function problems(markdown: string, format?: 'mdx', anchors: Record<string, string[]> = {}) {
  const beside = (path: string) => relative('src/content/posts', path);
  const siteIndex = {
    address: (path: string) => FILES[beside(path) as keyof typeof FILES],
    exists: (path: string) => beside(path) in FILES,
    anchors: (path: string) => anchors[beside(path)],
  };
  return checkText(markdown, { siteIndex, ...(format && { format }) });
}

/** Returns where the one link of a text leads. */
async function target(markdown: string): Promise<string | undefined> {
  const { html, diagnostics } = await render(markdown, { files: FILES });
  expect(found(diagnostics)).toEqual([]);
  const [link, ...others] = elements(html, 'a');
  expect(others).toEqual([]);
  return attribute(link!, 'href');
}

describe('a link to a Markdown file leads to its page', () => {
  test.each([
    ['a post', './other.md', '/posts/other/'],
    ['a post, without ./', 'other.md', '/posts/other/'],
    ['a post in MDX', './mdx.mdx', '/posts/mdx/'],
    ['a bundle', './bundle/index.md', '/posts/bundle/'],
    ['a page', '../pages/about.md', '/about/'],
    ['an author', '../authors/jane.md', '/authors/jane/'],
    ['a post by its path in the project', '/src/content/posts/other.md', '/posts/other/'],
    ['a heading', './other.md#a-heading', '/posts/other/#a-heading'],
    ['a heading of a bundle', './bundle/index.md#a', '/posts/bundle/#a'],
    ['a post with a query', './other.md?a=b', '/posts/other/?a=b'],
    ['a post with both', './other.md?a=b#c', '/posts/other/?a=b#c'],
    ['a way around', './bundle/../other.md', '/posts/other/'],
    ['a name with umlauts', './größe.md', '/posts/gr%C3%B6%C3%9Fe/'],
    ['a name with umlauts, encoded', './gr%C3%B6%C3%9Fe.md', '/posts/gr%C3%B6%C3%9Fe/'],
    ['a name with a space', '<./my post.md>', '/posts/my-post/'],
    ['a name with a space, encoded', './my%20post.md', '/posts/my-post/'],
  ])('%s: %s', async (_, url, expected) => {
    expect(await target(`[link](${url})`)).toBe(expected);
  });

  test.each([
    ['HTML', '<p>A <a\nclass="b" href="./other.md#a">c</a></p>', 'md'],
    ['HTML in a line', 'A <a href="./other.md#a">c</a>', 'md'],
    ['JSX', '<a href="./other.md#a">c</a>', 'mdx'],
  ] as const)('in %s', async (_, body, format) => {
    const { html, targets } = await render(body, { format, files: FILES });
    if (format === 'md') expect(attribute(elements(html, 'a')[0]!, 'href')).toBe('/posts/other/#a');
    expect(targets).toEqual([['./other.md#a', '/posts/other/#a']]);
  });

  test('by a definition', async () => {
    expect(await target('[link][there]\n\n[there]: ./other.md#a')).toBe('/posts/other/#a');
  });

  test('in the Markdown version too', async () => {
    const { targets } = await render('[a](größe.md#a) [b](constructor)', { files: FILES });
    expect(targets).toEqual([['größe.md#a', '/posts/gr%C3%B6%C3%9Fe/#a']]);
  });

  test('from a picture', async () => {
    expect(await target('[![A](https://example.com/a.png)](./other.md)')).toBe('/posts/other/');
  });

  test('and from MDX', async () => {
    const { diagnostics, dependencies } = await render('[link](./other.md)', {
      format: 'mdx',
      files: FILES,
    });
    expect(diagnostics).toEqual([]);
    expect(dependencies).toEqual([['address', 'src/content/posts/other.md', '/posts/other/']]);
  });
});

describe('a link to a heading that is not there is a mistake', () => {
  const TEXT = '## First part\n\n## Mine {#own}\n\n<a id="raw"></a> A[^n].\n\n[^n]: B.\n\n';
  const ANCHORS = { 'other.md': ['first', 'second'] };

  test.each([
    [
      'in the text',
      '[x](#first-prat)',
      '9:1 link: no heading #first-prat; did you mean #first-part?',
    ],
    ['by a definition', '[x]\n\n[x]: #nowhere', '11:1 link: no heading #nowhere'],
    ['in raw HTML', 'A <a class="b" href="#nowhere">x</a>', '9:3 link: no heading #nowhere'],
    ['by the old id', '[x](#mine)', '9:1 link: no heading #mine'],
  ])('%s: %s', async (_, markdown, message) => {
    expect(await checkText(TEXT + markdown)).toEqual([message]);
  });

  test('in another file', async () => {
    const text =
      'A [x](./other.md#secnd) and [y](other.md#nowhere).\n\n<a href="other.md#c">c</a>\n\n[z]: ./other.md#z';
    expect(await problems(text, undefined, ANCHORS)).toEqual([
      '1:3 link: ./other.md has no heading #secnd; did you mean #second?',
      '1:29 link: other.md has no heading #nowhere',
      '3:1 link: other.md has no heading #c',
      '5:1 link: ./other.md has no heading #z',
    ]);
  });

  test('in MDX, as in Markdown', async () => {
    const body = '## A\n\n[x](#b) <a href="#c">y</a>';
    expect(await checkText(body, { format: 'mdx' })).toEqual([
      '3:1 link: no heading #b; did you mean #a?',
      '3:9 link: no heading #c; did you mean #a?',
    ]);
  });

  test('but a reply to a post is no heading', async () => {
    const siteIndex = { exists: (path: string) => path === 'src/content/replies/post.json' };
    expect(await checkText('[x](#reply-1)', { siteIndex })).toEqual([]);
    expect(await checkText('[x](#reply-1)', { siteIndex: { exists: () => false } })).toEqual([
      '1:1 link: no heading #reply-1',
    ]);
  });

  test.each([
    '#first-part',
    '#own',
    '#raw',
    '#fn-n',
    '#fnref-n',
    '#footnote-label',
    '#top',
    '#main',
    '#:~:text=A',
  ])('and to one that is there none: %s', async (url) => {
    expect(await checkText(`${TEXT}[x](${url})`)).toEqual([]);
  });

  test.each(['./other.md#first', './other.md#', 'other.md#top', './mdx.mdx#unknown'])(
    'and to one that is there in another file none: %s',
    async (url) => {
      expect(await problems(`[x](${url})`, undefined, ANCHORS)).toEqual([]);
    },
  );

  test.each([
    '<a name="b"></a>\n\n[x](#b)',
    'A <a name="b">c</a>: [x](#b)',
    '<div><a name="größe" class="c"></a></div>\n\n[x](#größe) [y](#gr%C3%B6%C3%9Fe)',
  ])('but where it is the name of a link: %j', async (body) => {
    expect(await checkText(body)).toEqual([]);
    expect(await checkText(body, { format: 'mdx' })).toEqual([]);
  });

  test('and where another element has the name', async () => {
    expect(await checkText('<input name="b">\n\n[x](#b)')).toEqual(['3:1 link: no heading #b']);
  });

  test('but where a component may have made it', async () => {
    expect(
      await checkText("import Chart from 'chart';\n\n<Chart />\n\n[x](#b)", { format: 'mdx' }),
    ).toEqual([]);
  });

  test('and to a diagram', async () => {
    const diagram = '```mermaid\ngraph TD\n  accTitle: A\n  a --> b\n```';
    expect(await checkText(`${diagram}\n\n[x](#diagram-1-figure)`)).toEqual([]);
  });

  test('whatever script its name is in', async () => {
    expect(await checkText('## Größe\n\n[x](#größe) [y](#gr%C3%B6%C3%9Fe)')).toEqual([]);
  });
});

describe('a link stays as it is', () => {
  test.each([
    'https://example.com/README.md',
    'HTTPS://example.com/README.md',
    'mailto:jane@example.md',
    './notes.txt',
    './other/',
    '?file=other.md',
    'other.mdown',
    'https://example.com/?a=%26#b',
    '//example.com/a/',
  ])('that leads elsewhere: %s', async (url) => {
    expect(await target(`[link](${url})`)).toBe(url);
  });

  test('to a file with mistakes, which are told there', async () => {
    expect(await target('[link](./broken.md)')).toBe('./broken.md');
    expect(await problems('[link](./broken.md)')).toEqual([]);
  });

  test('in code', async () => {
    const { html } = await render('`[link](./other.md)`', { files: FILES });
    expect(html).toContain('[link](./other.md)');
  });

  test('to a Markdown file on another host, without a scheme', async () => {
    expect(await target('[link](//example.com/README.md)')).toBe('//example.com/README.md');
  });
});

describe('a link to a Markdown file that is not there is a mistake', () => {
  test.each([
    ['alone', '[x](./nope.md)', '1:1 link: ./nope.md not found'],
    ['with its heading aside', '[x](nope.md#a)', '1:1 link: nope.md not found'],
    [
      'where the file is a bundle',
      '[x](./bundle.md)',
      '1:1 link: ./bundle.md not found; did you mean ./bundle/index.md?',
    ],
    ['where the file is MDX', '[x](mdx.md#a)', '1:1 link: mdx.md not found; did you mean mdx.mdx?'],
    [
      'where the file is no MDX',
      '[x](other.mdx)',
      '1:1 link: other.mdx not found; did you mean other.md?',
    ],
    ['at its place', 'A\n\nB [x](./nope.md)', '3:3 link: ./nope.md not found'],
    ['at its place after Japanese', '日本語 [x](./nope.md)', '1:5 link: ./nope.md not found'],
    ['of a definition', '[x][y]\n\n[y]: ./nope.md', '3:1 link: ./nope.md not found'],
    ['in HTML', '<p>A <a href="nope.md">x</a></p>', '1:6 link: nope.md not found'],
  ])('%s: %s', async (_, markdown, message) => {
    expect(await problems(markdown)).toEqual([message]);
  });

  test('each, in the text of MDX too', async () => {
    const text = '[x](./a.md)\n\n[y](./b.md)\n\n<a href="./c.md">z</a>';
    expect(await problems(text, 'mdx')).toEqual([
      '1:1 link: ./a.md not found',
      '3:1 link: ./b.md not found',
      '5:1 link: ./c.md not found',
    ]);
  });
});

describe('a path of this site in a link', () => {
  test.each([
    ['plain', '/about/', '/about/'],
    ['with a query and a fragment', '/search/?q=go#top', '/search/?q=go#top'],
    ['with umlauts', '/größe/', '/gr%C3%B6%C3%9Fe/'],
    ['with umlauts, encoded', '/gr%C3%B6%C3%9Fe/', '/gr%C3%B6%C3%9Fe/'],
    ['with a space, encoded', '/a%20b/', '/a%20b/'],
    ['with a percent sign', '/100%/', '/100%25/'],
  ])('is encoded once: %s', async (_, url, expected) => {
    expect(await target(`[link](${url})`)).toBe(expected);
  });

  test.each(['/search/?q=a%26b', '/a%2Fb/', '/C%23/', '/?next=%2Fx%3Fy'])(
    'is encoded once: a reserved character, %s',
    async (url) => {
      expect(await target(`[link](${url})`)).toBe(url);
    },
  );
});

describe('a link that is no URL', () => {
  test.each(['http://', 'http://%20http://y.com/', 'http://[::1/x', 'https://a:port/', '//'])(
    '%s is a mistake',
    async (url) => {
      expect(await checkText(`A [x](${url}) b`)).toEqual([`1:3 link: ${url} is not a URL`]);
    },
  );

  test.each(['mailto:a@b.example', 'tel:1', 'https://example.org/a b%zz', '?page=2', '../a:b'])(
    '%s is none',
    async (url) => {
      expect((await checkText(`[x](<${url}>)`)).filter((line) => line.includes('URL'))).toEqual([]);
    },
  );
});
