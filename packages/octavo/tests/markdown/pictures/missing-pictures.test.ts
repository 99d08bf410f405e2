import { describe, expect, test } from 'vitest';
import { checkText } from '../../checks/helpers.ts';

const FILES = [
  ...['src/content/posts/a.png', 'src/content/posts/a.mp4', 'src/content/posts/a.bmp'],
  ...['public/x.png', 'docs/a.png'],
];

const mistakes = (body: string, format: 'md' | 'mdx' = 'md') =>
  checkText(body, { format, siteIndex: { exists: (path) => FILES.includes(path) } });

describe('a picture that is not there is a mistake', () => {
  test.each([
    ['in Markdown', 'md', 'Text\n\n![A](./nope.png)', '3:1 picture: ./nope.png not found'],
    ['within a line', 'md', 'Text ![A](nope.png)', '1:6 picture: nope.png not found'],
    ['in MDX', 'mdx', '![A](./nope.png)', '1:1 picture: ./nope.png not found'],
    ['by reference', 'md', '![A][a]\n\n[a]: ./nope.png', '1:1 picture: ./nope.png not found'],
    ['in HTML', 'md', 'A\n\n<p>\n <img src="./n.png" alt="A">', '4:2 picture: ./n.png not found'],
    ['in HTML of MDX', 'mdx', '<img src="./n.png" alt="A" />', '1:1 picture: ./n.png not found'],
    [
      'in a figure of MDX',
      'mdx',
      'A\n\n<Figure src="./n.png" alt="A" />',
      '3:1 picture: ./n.png not found',
    ],
    ['in public', 'md', '![A](/nope.png)', '1:1 picture: /nope.png not found in public/'],
    ['as a video', 'md', '![A](./nope.mp4)', '1:1 picture: ./nope.mp4 not found'],
  ] as const)('%s', async (_, format, markdown, message) => {
    expect(await mistakes(markdown, format)).toEqual([message]);
  });

  test('that is told for each', async () => {
    expect(await mistakes('![A](./b.png)\n![A](./c.png)')).toEqual([
      '1:1 picture: ./b.png not found',
      '2:1 picture: ./c.png not found',
    ]);
  });

  test.each(['./100%.png', 'https://example.com/100%.png', '/100%.png'])(
    'and never an exception: %s',
    async (url) => {
      await expect(mistakes(`![A](${url})`)).resolves.toBeDefined();
    },
  );
});

describe('a picture without alternative text is a mistake', () => {
  const PICTURE =
    'picture: ./a.png has no alternative text; say in the brackets what it shows, or write ![](./a.png "decorative") if it is decorative';
  test.each([
    ['in Markdown', 'md', '![](./a.png)', `1:1 ${PICTURE}`],
    ['of spaces', 'md', 'A ![ ](./a.png)', `1:3 ${PICTURE}`],
    ['with a caption', 'md', '![](./a.png "B")', `1:1 ${PICTURE}`],
    ['by reference', 'md', '![][a]\n\n[a]: ./a.png', `1:1 ${PICTURE}`],
    ['in MDX', 'mdx', '![](./a.png)', `1:1 ${PICTURE}`],
    ['in HTML', 'md', '<img src="./a.png">', `1:1 ${PICTURE}`],
    ['in HTML without quotes', 'md', '<div><img src=./a.png></div>', `1:6 ${PICTURE}`],
    ['in HTML of MDX', 'mdx', 'A\n\n<img src="./a.png" />', `3:1 ${PICTURE}`],
    ['in a figure of MDX', 'mdx', '<Figure src="./a.png" alt="" />', `1:1 ${PICTURE}`],
    [
      'of a video',
      'md',
      '![](./a.mp4 "decorative")',
      '1:1 picture: ./a.mp4 has no alternative text; say in the brackets what it is',
    ],
  ] as const)('%s', async (_, format, markdown, message) => {
    expect(await mistakes(markdown, format)).toEqual([message]);
  });

  test.each([
    ['decoration', 'md', '![](./a.png "decorative")'],
    ['decoration by reference', 'md', '![][a]\n\n[a]: ./a.png "decorative"'],
    ['decoration in HTML', 'md', '<img src="./a.png" alt="">'],
    ['decoration in HTML of MDX', 'mdx', '<img src="./a.png" alt="" />'],
    ['a comment of HTML', 'md', '<!-- <img src="./nope.png"> -->'],
    ['code', 'md', '`![](./nope.png)`'],
    ['a figure of the author', 'mdx', 'import Figure from "./a.png"\n\n<Figure src="./b.png" />'],
    ['an address made by an expression', 'mdx', '<img src={1} alt="" />'],
    ['attributes made by an expression', 'mdx', '<img src="./a.png" {...{}} />'],
  ] as const)('but not in %s', async (_, format, markdown) => {
    expect(await mistakes(markdown, format)).toEqual([]);
  });
});

test.each([
  [
    '![A](./a.bmp)',
    './a.bmp cannot be shown; use one of avif, gif, jpeg, jpg, png, svg, webp, mp4, webm, m4a, mp3, ogg, wav',
  ],
  [
    '![A](../../../docs/a.png)',
    '../../../docs/a.png is outside of src/content/ and src/assets/; move it there',
  ],
])('a file that cannot be published is a mistake: %s', async (markdown, message) => {
  expect(await mistakes(markdown)).toEqual([`1:1 picture: ${message}`]);
});

describe('a file beside the text in other HTML, from where it is not published, is a mistake', () => {
  const message = (name: string) =>
    `picture: <${name}> cannot show a file beside the text; write ![what it is](./file), or put the file into public/`;
  test.each([
    ['a video', 'md', '<video src="./a.mp4"></video>', `1:1 ${message('video')}`],
    [
      'a source',
      'md',
      'A\n\n<picture>\n<source srcset="a.webp"></picture>',
      `4:1 ${message('source')}`,
    ],
    ['a sound in MDX', 'mdx', '<audio src="./a.mp3" />', `1:1 ${message('audio')}`],
    [
      'a second source',
      'md',
      '<source srcset="/a.webp 1x, b.webp 2x">',
      `1:1 ${message('source')}`,
    ],
  ] as const)('%s', async (_, format, markdown, expected) => {
    expect(await mistakes(markdown, format)).toEqual([expected]);
  });

  test.each([
    ['a video of public/', 'md', '<video src="/a.mp4"></video>'],
    ['a video elsewhere', 'md', '<video src="https://example.org/a.mp4"></video>'],
    ['one of an expression', 'mdx', '<video src={1} />'],
    ['sources elsewhere', 'md', '<source srcset="\n//example.org/a.webp 2x,\n/x.png 1x" />'],
    ['one of a component', 'mdx', '<props.Video src="./a.mp4" />'],
  ] as const)('but not %s', async (_, format, markdown) => {
    expect(await mistakes(markdown, format)).toEqual([]);
  });
});
