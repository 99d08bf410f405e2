import { describe, expect, test } from 'vitest';
import { convert, diagnostics } from './text-context.ts';

describe('addresses lead where they led', () => {
  test.each([
    ['[a](../b.md)', '[a](./b.md)'],
    ['[a](/posts/b/#c "T")', '[a](./b.md#c "T")'],
    ['[a](/posts/b/?x=1#c)', '[a](./b.md?x=1#c)'],
    ['[a](</posts/b/>)', '[a](<./b.md>)'],
    ['[a][b]\n\n[b]: /posts/b/ "T"', '[a][b]\n\n[b]: ./b.md "T"'],
    ['[a](#b) [c](https://x.y/)', '[a](#b) [c](https://x.y/)'],
    ['![A](img/a.png)', '![A](./a.png)'],
    ['![A](a.png "T")', '![A](./a.png "T")'],
    ['![A](/img/a.png#center)', '![A](./a.png)'],
    ['![A](https://x.y/a.png#center)', '![A](https://x.y/a.png#center)'],
    ['![A](missing.png#center)', '![A](missing.png)'],
    ['[![A](a.png)](/posts/b/)', '[![A](./a.png)](./b.md)'],
    ['[![A](a.png)](img/big.png)', '[![A](./a.png)](./big.png)'],
    ['![A][b]\n\n[b]: img/a.png', '![A][b]\n\n[b]: ./a.png'],
    ['`[a](../b.md)`', '`[a](../b.md)`'],
    ['[a](<a b.md>)', '[a](<./a%20b.md>)'],
  ])('%j', (body, expected) => {
    expect(convert(body).text).toBe(expected);
  });

  test('an address that is a link by itself becomes one with a text', () => {
    const link = (address: string) => (address === 'https://my.blog/b/' ? './b.md' : undefined);
    const siteIndex = { link };
    expect(convert('<https://my.blog/b/> https://my.blog/b/', {}, siteIndex).text).toBe(
      '[https://my.blog/b/](./b.md) [https://my.blog/b/](./b.md)',
    );
  });

  test('missing files are reported', () => {
    expect(diagnostics('a ![A](missing.png)')).toEqual([
      '1:8 warning picture: missing.png not found in the old blog',
    ]);
  });
});

describe('a picture without a text is decoration', () => {
  test.each([
    ['![](a.png)', '![](./a.png "decorative")'],
    ['![]( <a.png> )', '![]( <./a.png> "decorative" )'],
    ['![](a.png "T *b*")', '![T \\*b\\*](./a.png "T *b*")'],
    ['![](a.png "decorative")', '![](./a.png "decorative")'],
    ['![](a.mp4)', '![a](./a.mp4)'],
    ['[![](a.png)](/posts/b/)', '[![](./a.png "decorative")](./b.md)'],
    ['![][a]\n\n[a]: a.png', '![](./a.png "decorative")\n\n[a]: ./a.png'],
    ['![][a]\n\n[a]: a.png "T"', '![T](./a.png "T")\n\n[a]: ./a.png "T"'],
    ['![B][a] ![][c]\n\n[a]: a.png', '![B][a] ![][c]\n\n[a]: ./a.png'],
    ['<img src="a.png">', '<img alt="" src="./a.png">'],
    ['a <img src="a.png" alt="A"> b', 'a <img src="./a.png" alt="A"> b'],
    ['{{< figure src="a.png" width="30" >}}', '<img src="./a.png" alt="" width="30" />'],
  ])('%j', (body, expected) => {
    expect(convert(body).text).toBe(expected);
  });

  test('which is reported once in a text', () => {
    expect(diagnostics('a ![](a.png)')).toEqual([
      '1:3 warning pictures without alternative text are marked as decorative, which an empty text means; say what they show',
    ]);
    expect(diagnostics('![A](a.png)\n\n![](b.png)\n\n<img src="c.png">')).toEqual([
      '3:1 warning pictures without alternative text are marked as decorative, which an empty text means; say what they show',
    ]);
  });
});

test('a link without an address is its text', () => {
  expect(convert('a [b *c*]() d')).toMatchObject({
    text: 'a b *c* d',
    diagnostics: [{ severity: 'warning', message: 'link: missing URL; replaced by its text' }],
  });
});
