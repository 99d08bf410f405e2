import { describe, expect, test } from 'vitest';
import { checkText } from './helpers.ts';

const page = (path: string) => (path === '/a/' ? true : undefined);
const exists = (path: string) => path !== 'src/content/posts/b.png';

describe('character references in HTML are decoded before a check', () => {
  test.each([
    ['a link', '<a href="/a&#47;">A</a> <a href="&#x2F;a&sol;?b&amp;c">A</a>', []],
    ['a dead link', 'A <a href="/b&#47;">A</a>', ['1:3 link: /b/ not found']],
    ['an id', '<p id="caf&eacute;">A</p>\n\n<a href="#caf&#233;">B</a> [C](#café)', []],
    ['a missing picture', '<img src="./b&#46;png" alt="" />', ['1:1 picture: ./b.png not found']],
    ['a picture of another site', '<img src="https&colon;//a.b/b.png" alt="" />', []],
    [
      'a script',
      '<a href="&#106;avascript&colon;b()">A</a>',
      ['1:1 warning: HTML: a javascript: or data: URL is removed; link to a page or a file'],
    ],
  ])('of %s', async (_, body, found) => {
    expect(await checkText(body, { siteIndex: { page, exists } })).toEqual(found);
    expect(await checkText(body, { siteIndex: { page, exists }, format: 'mdx' })).toEqual(found);
  });
});
