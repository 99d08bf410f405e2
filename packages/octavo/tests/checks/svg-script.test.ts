import { describe, expect, test } from 'vitest';
import { post } from '../../../../tests/posts.ts';
import { checkFiles } from './helpers.ts';

describe('an SVG file with a script', () => {
  const svg = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`;
  const find = async (source: string, path = '../../public/a.svg') =>
    (await checkFiles({ [path]: source })).map((line) => line.replace(/: a script runs .*/, ''));

  test('is reported with what to do', async () => {
    const files = {
      'posts/a/index.md': post({}, '![A](./b.svg)'),
      'posts/a/b.svg': svg('\n  <script>a()</script>'),
    };
    expect(await checkFiles(files)).toEqual([
      'posts/a/b.svg:2:3 warning: SVG: a script runs where the file is opened by itself; remove it, or have the host forbid it (the manual, Deploying: Headers)',
    ]);
  });

  test.each([
    ['a script of another file', svg('<script href="a.js"/>'), 41],
    ['a script behind an empty style', svg('<style/><script>a()</script>'), 49],
    [
      'a prefix',
      '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>a()</s:script></s:svg>',
      45,
    ],
    ['a handler', '<svg onload="a()"/>', 1],
    ['a link', svg('<a xlink:href="java&#115;cript:a()"/>'), 41],
    ['an animated link', svg('<a><set attributeName="href" to="javascript:a()"/></a>'), 44],
    ['a frame', svg('<foreignObject><iframe srcdoc="a"/></foreignObject>'), 56],
  ])('is reported: %s', async (_, source, column) => {
    expect(await find(source)).toEqual([
      expect.stringMatching(new RegExp(`public/a\\.svg:1:${column} warning: SVG$`)),
    ]);
  });

  test.each([
    ['shapes and styles', svg('<style>a{}</style><path style="fill:red" d="M0 0"/>')],
    [
      'a title, a text and a comment about scripts',
      svg('<title>&lt;script></title><!-- <script> -->'),
    ],
    ['links and pictures', svg('<a href="/a/"/><image href="data:image/png;base64,AA=="/>')],
    ['an animation', svg('<circle r="1"><animate attributeName="r" values="1;2"/></circle>')],
  ])('is not one with %s', async (_, source) => {
    expect(await find(source)).toEqual([]);
  });
});
