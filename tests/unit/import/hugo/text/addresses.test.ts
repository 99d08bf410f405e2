import { describe, expect, test } from 'vitest';
import { convert, notes } from './surroundings.ts';

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
    const surroundings = { link };
    expect(convert('<https://my.blog/b/> https://my.blog/b/', {}, surroundings).text).toBe(
      '[https://my.blog/b/](./b.md) [https://my.blog/b/](./b.md)',
    );
  });

  test('what is not there or has no text is told', () => {
    expect(notes('a ![](missing.png)')).toEqual([
      '1:3 info picture: missing.png has no text for who cannot see it; Octavo asks for one, or for "decorative" as its title',
      '1:7 warning picture: there is no missing.png in the old blog',
    ]);
  });
});
