import { describe, expect, test } from 'vitest';
import { scanShortcodes } from '../../../src/hugo/text/scan-shortcodes.ts';
import type { Found } from '../../../src/shortcodes/tag.ts';

/** Returns what was found, in a line each: kind, name, arguments, and what is inside in brackets. */
function shown(found: readonly Found[]): string[] {
  return found.map((one) => {
    const { kind, name, text, named, positional } = one.tag;
    const given = [...positional, ...[...named].map(([key, value]) => `${key}=${value}`)];
    const inside = 'stray' in one || !one.close ? '' : ` [${shown(one.inside).join(', ')}]`;
    return [kind, name || text, ...given].join(' ').trim() + inside;
  });
}

describe('shortcodes are read as Hugo reads them', () => {
  test.each([
    ['{{< a >}}', ['open a']],
    ['{{<a>}}', ['open a']],
    ['{{% a %}}', ['open a']],
    ['{{< a />}}', ['self-closed a']],
    ['{{<a/>}}', ['self-closed a']],
    ['{{< folder/name x >}}', ['open folder/name x']],
    ['{{< a b c-d 12 >}}', ['open a b c-d 12']],
    ['{{< a "b c" `d "e"` >}}', ['open a b c d "e"']],
    [String.raw`{{< a "b \"c\" \\" >}}`, [String.raw`open a b "c" \ `.trim()]],
    ['{{< a b="c d" E=`f` g=h >}}', ['open a b=c d e=f g=h']],
    ['{{< a b=true c=12>}}', ['open a b=true c=12']],
    ['{{< a src="x >}} y" >}}', ['open a src=x >}} y']],
    ['{{< a\n  b="c"\n  d="e"\n>}}', ['open a b=c d=e']],
    ['{{< a https://x.y/z?a=b >}}', ['malformed']],
    ['{{< a "https://x.y/z?a=b" >}}', ['open a https://x.y/z?a=b']],
    ['{{< a >}}x{{< /a >}}', ['open a []']],
    ['{{< a >}}{{< b >}}x{{</ b >}}{{</a>}}', ['open a [open b []]']],
    ['{{% a %}}{{< b >}}{{% /a %}}', ['open a [open b]']],
    ['{{< a >}}{{< a >}}x{{< /a >}}', ['open a', 'open a []']],
    ['{{</* a "b" */>}}', ['literal {{< a "b" >}}']],
    ['{{%/* /a */%}}', ['literal {{% /a %}}']],
    ['{{< /a >}}', ['close a']],
    ['{{< "a" >}}', ['malformed']],
    ['{{< a %}}', ['malformed']],
    ['{{< a "b >}}', ['malformed']],
    ['{{< >}}', ['malformed']],
    ['{{< a', ['malformed']],
    ['{{ .Site.Title }} {% x %}', []],
  ])('%j', (text, expected) => {
    expect(shown(scanShortcodes(text))).toEqual(expected);
  });
});

test('a shortcode has its place', () => {
  const [found] = scanShortcodes('x {{< a >}}y{{< /a >}} z');
  expect(found).toMatchObject({ tag: { start: 2, end: 11 }, close: { start: 12, end: 22 } });
});

test('a malformed shortcode ends with its braces', () => {
  expect(shown(scanShortcodes('{{< a "b >}} {{< c >}}\n{{< d >}}'))).toEqual([
    'malformed',
    'open c',
    'open d',
  ]);
});
