import { describe, expect, test } from 'vitest';
import { convert, diagnostics } from './text-context.ts';

const text = (body: string) => convert(body).text;

describe('figure', () => {
  test.each([
    ['{{< figure src="a.png" alt="A" >}}', '![A](./a.png)'],
    ['{{< figure src="a.png" alt="A" />}}', '![A](./a.png)'],
    ['{{% figure src="a.png" alt="A" %}}', '![A](./a.png)'],
    ['{{< figure "a.png" >}}', '![](./a.png "decorative")'],
    ['{{< figure src="/img/a.png#center" alt="A" >}}', '![A](./a.png)'],
    ['{{< figure src="a.png" alt="A" caption="C" >}}', '![A](./a.png "C")'],
    ['{{< figure src="a.png" caption="C \\"q\\"" >}}', '![C "q"](./a.png "C \\"q\\"")'],
    ['{{< figure src="a.png" alt="A" title="T" >}}', '![A](./a.png "T")'],
    ['{{< figure src="a.png" alt="A" width="300" >}}', '<img src="./a.png" alt="A" width="300" />'],
    ['{{< figure src="a.png" alt="A" link="/posts/b/" >}}', '[![A](./a.png)](./b.md)'],
    ['{{< figure src="https://x.y/a.png" alt="A" >}}', '![A](https://x.y/a.png)'],
    ['In {{< figure src="a.png" alt="A" caption="C" >}} text', 'In ![A](./a.png "C") text'],
    ['- {{< figure src="a.png" alt="A" >}}\n- b', '- ![A](./a.png)\n\n- b'],
    ['a\n{{< figure src="a.png" alt="A" >}}\nb', 'a\n\n![A](./a.png)\n\nb'],
    ['> a\n> {{< figure src="a.png" alt="A" >}}\n> b', '> a\n> \n> ![A](./a.png)\n>\n> b'],
  ])('%j', (body, expected) => {
    expect(text(body)).toBe(expected);
  });

  test('with a caption that is more than a text is HTML around Markdown', () => {
    const body =
      '{{< figure src="a.png" title="T" caption="*C*" attr="Me" attrlink="https://x.y/" >}}';
    expect(text(body)).toBe(
      '<figure>\n\n![C](./a.png)\n\n<figcaption>\n\n**T** *C* [Me](https://x.y/)\n\n</figcaption>\n</figure>',
    );
  });

  test('says what is lost', () => {
    expect(diagnostics('{{< figure src="missing.png" class="c" width="50%" alt="A" >}}')).toEqual([
      '1:1 warning picture: missing.png not found in the old blog',
      '1:1 info figure: class and width skipped',
    ]);
  });
});

describe('pictures, videos and sounds', () => {
  test.each([
    ['a {{< inTextImg url="a.png" height="20" >}} b', 'a ![](./a.png "decorative") b'],
    ['{{< video src="a.mp4" title="T" >}}', '![T](./a.mp4)'],
    ['{{< video src="a.mp4" >}}', '![a](./a.mp4)'],
    ['{{< audio src="https://x.y/a.mp3" caption="C" >}}', '[C](https://x.y/a.mp3)'],
  ])('%j', (body, expected) => {
    expect(text(body)).toBe(expected);
  });
});

describe('media on other hosts becomes a link', () => {
  test.each([
    ['{{< youtube abc-1 >}}', '<https://www.youtube.com/watch?v=abc-1>'],
    [
      '{{< youtube id="abc" title="T" start=30 >}}',
      '[T](https://www.youtube.com/watch?v=abc&t=30)',
    ],
    ['{{< vimeo 123 >}}', '<https://vimeo.com/123>'],
    ['{{< gist me 12ab "a.b.go" >}}', '<https://gist.github.com/me/12ab#file-a-b-go>'],
    ['{{< tweet user="me" id="12" >}}', '<https://twitter.com/me/status/12>'],
    ['{{< tweet 12 >}}', '<https://twitter.com/i/status/12>'],
    ['{{< x user="me" id="12" >}}', '<https://x.com/me/status/12>'],
    ['{{< instagram ab1 >}}', '<https://www.instagram.com/p/ab1/>'],
    ['{{< qr text="https://x.y/" />}}', '<https://x.y/>'],
    ['{{< qr >}}a *b*{{< /qr >}}', 'a \\*b\\*'],
  ])('%j', (body, expected) => {
    expect(text(body)).toBe(expected);
  });
});

describe('references and parameters stand for a text', () => {
  test.each([
    ['[a]({{< ref "posts/b.md" >}})', '[a](./b.md)'],
    ['[a]({{< relref path="b" >}} "T")', '[a](./b.md "T")'],
    ['[a]({{% ref "b" %}}#c)', '[a](./b.md#c)'],
    ['[a]({{< ref "b.md#c" >}})', '[a](./b.md#c)'],
    ['[a]: {{< ref "b" >}}\n\n[a]', '[a]: ./b.md\n\n[a]'],
    ['<a href=\'{{< ref "b" >}}\'>x</a>', "<a href='./b.md'>x</a>"],
    ['v{{< param version >}} and `{{< param "version" >}}`', 'v1.2 and `1.2`'],
    ['{{< param Note >}}', 'a \\*b\\*'],
    ['{{< param "nested.key" >}}', 'deep'],
  ])('%j', (body, expected) => {
    expect(text(body)).toBe(expected);
  });

  test('a dead one keeps its path', () => {
    expect(convert('[a]({{< ref "missing.md" >}})')).toMatchObject({
      text: '[a](missing.md)',
      diagnostics: [
        { severity: 'warning', message: 'ref: page missing.md not found in the old blog' },
      ],
    });
    expect(text('{{< param list >}}')).toBe('<!-- {{< param list >}} -->');
  });
});

describe('callouts and what is closed', () => {
  test.each([
    ['{{< note >}}\na\n{{< /note >}}', ':::note\n\na\n\n:::'],
    ['{{< note >}}a *b*{{< /note >}}', ':::note\n\na *b*\n\n:::'],
    ['{{% notice warning "A title" %}}\na\n{{% /notice %}}', ':::warning[A title]\n\na\n\n:::'],
    ['{{< callout type="danger" title="T" >}}\na\n{{< /callout >}}', ':::caution[T]\n\na\n\n:::'],
    [
      '{{< admonition type=tip title=T open=false >}}\na\n{{< /admonition >}}',
      ':::tip[T]{collapsed}\n\na\n\n:::',
    ],
    ['{{< admonition tip T false >}}\na\n{{< /admonition >}}', ':::tip[T]{collapsed}\n\na\n\n:::'],
    ['{{< alert "icon-name" >}}\na\n{{< /alert >}}', ':::note\n\na\n\n:::'],
    ['{{< alert >}}\n:::x\n{{< /alert >}}', '::::note\n\n\\:::x\n\n::::'],
    [
      '{{< note >}}\n{{< tip >}}\na\n{{< /tip >}}\n{{< /note >}}',
      '::::note\n\n:::tip\n\na\n\n:::\n\n::::',
    ],
    [
      '- a\n  {{< note >}}\n  b\n  {{< /note >}}\n- c',
      '- a\n  \n  :::note\n\n  b\n  \n  :::\n\n- c',
    ],
    ['> {{< note >}}\n> a\n> {{< /note >}}', '> :::note\n>\n> a\n> \n> :::'],
    ['a {{< note >}}b{{< /note >}} c', 'a b c'],
    ['| a |\n|---|\n| {{< note >}}b{{< /note >}} |', '| a |\n|---|\n| b |'],
    [
      '{{< details summary="A <b>" >}}\na\n{{< /details >}}',
      '<details>\n<summary>A &lt;b&gt;</summary>\n\na\n\n</details>',
    ],
    [
      '{{< collapse summary="A" openByDefault=true >}}\na\n{{< /collapse >}}',
      '<details open>\n<summary>A</summary>\n\na\n\n</details>',
    ],
    ['{{< rtl >}}\na\n{{< /rtl >}}', '<div dir="rtl">\n\na\n\n</div>'],
  ])('%j', (body, expected) => {
    expect(text(body)).toBe(expected);
  });
});

describe('the content is kept as it is', () => {
  test.each([
    [
      '{{< highlight go "linenos=table,hl_lines=8 15-17,linenostart=199" >}}\na *b*\n{{< /highlight >}}',
      '```go {8,15-17} showLineNumbers startLine=199\na *b*\n```',
    ],
    ['{{< highlight go >}}\n```\n{{< / highlight >}}', '````go\n```\n````'],
    ['- {{< highlight sh >}}\n  a\n  {{< /highlight >}}', '- ```sh\n  a\n  ```'],
    ['> {{< highlight sh >}}\n> a\n>\n> b\n> {{< /highlight >}}', '> ```sh\n> a\n>\n> b\n> ```'],
    [
      '{{< mermaid >}}\ngraph TD\n  A --> B\n{{< /mermaid >}}',
      '```mermaid\ngraph TD\n  A --> B\n```',
    ],
    ['{{< math >}}\na_b\n{{< /math >}}', '$$\na_b\n$$'],
    ['a {{< katex >}}b_c{{< /katex >}}.', 'a $b_c$.'],
    ['{{< katex display >}}\nb\n{{< /katex >}}', '$$\nb\n$$'],
    ['{{< math >}}$$ b $${{< /math >}}', '$$\nb\n$$'],
    ['{{< katex >}}', ''],
    ['{{< rawhtml >}}\n<p>a</p>\n\n<p>b</p>\n{{< /rawhtml >}}', '<p>a</p>\n<p>b</p>'],
    ['a {{< comment >}} b {{< /comment >}} c', 'a  c'],
  ])('%j', (body, expected) => {
    expect(text(body)).toBe(expected);
  });
});

describe('arguments that say what a shortcode shows', () => {
  const FIGURE = '<figure>\n\n![A](./a.png)\n\n<figcaption>\n\nC *d*\n\n</figcaption>\n</figure>';

  test.each([
    ['{{< figure figcaption="C *d*" >}}\n![A](a.png)\n{{< /figure >}}', FIGURE],
    ['{{< what caption="C *d*" >}}\n![A](a.png)\n{{< /what >}}', FIGURE],
    ['{{< what still="/img/a.svg" full="b.svg" alt="A" >}}', '![A](./a.svg)'],
    ['{{< what "x" "a.png" >}}', '![](./a.png "decorative")'],
    ['{{< video abcdeABCD-1 >}}', '<https://www.youtube.com/watch?v=abcdeABCD-1>'],
    ['{{< asciinema 12ab >}}', '<https://asciinema.org/a/12ab>'],
    ['{{< what "missing.png" >}}', '<!-- {{< what "missing.png" >}} -->'],
  ])('%j', (body, expected) => {
    const resource = (address: string) =>
      /missing|^abc/.test(address) ? undefined : `./${address.replace(/^.*\//, '')}`;
    expect(convert(body, {}, { resource }).text).toBe(expected);
  });

  test('are reported, since the template is unknown', () => {
    const body = '{{< what "a.png" alt="A" >}}\n\n{{< mine caption="C" >}}A{{< /mine >}}';
    expect(diagnostics(body)).toEqual([
      '1:1 warning what: unknown shortcode; shown as a figure',
      "3:1 warning mine: one of the site's own shortcodes; shown as a figure",
    ]);
  });
});

describe('an unknown shortcode is shown as code', () => {
  test.each([
    ['{{< what a="b" >}}', '<!-- {{< what a="b" >}} -->'],
    ['a {{% what %}} b', 'a <!-- {{% what %}} --> b'],
    ['{{< what\n  a="b"\n>}}', '<!-- {{< what a="b" >}} -->'],
    ['{{< what `a` >}}', '<!-- {{< what `a` >}} -->'],
    ['{{< what >}}\n*a*\n{{< /what >}}', '<!-- {{< what >}} -->\n*a*\n<!-- {{< /what >}} -->'],
    [
      '{{< what >}}a{{< youtube b >}}{{< /what >}}',
      'a<https://www.youtube.com/watch?v=b><!-- {{< /what >}} -->',
    ],
    ['![a]({{< what "b.png" >}})', '![a](%7B%7B%3C%20what%20%22b.png%22%20%3E%7D%7D)'],
    ['<p class="{{< what >}}">', '<p class="%7B%7B%3C%20what%20%3E%7D%7D">'],
    ['{{< "a" >}}', '`{{< "a" >}}`'],
    ['{{< what', '`{{< what`'],
    ['{{< /note >}}', '`{{< /note >}}`'],
    ['{{< note >}}', '<!-- {{< note >}} -->'],
    ['a {{< what "-->" >}} b', 'a <!-- {{< what "-- >" >}} --> b'],
  ])('%j', (body, expected) => {
    expect(text(body)).toBe(expected);
  });

  test('is reported with its position', () => {
    expect(diagnostics('a\n\n{{< mine a >}} {{< what >}} {{< youtube >}}\n{{< "a" >}}')).toEqual([
      "3:1 warning mine: one of the site's own shortcodes; left as a comment; map it by --shortcode 'mine=inner'",
      "3:16 warning what: unknown shortcode; left as a comment; map it by --shortcode 'what=inner'",
      "3:29 warning youtube: one of the site's own shortcodes; left as a comment; map it by --shortcode 'youtube=inner'",
      '4:1 warning a shortcode that cannot be read is left as it is written',
    ]);
  });

  test('one of the site’s own by a known name is converted, and named', () => {
    expect(diagnostics('{{< youtube a >}}')).toEqual([
      '1:1 info youtube: replaced like the built-in shortcode of this name; the site has its own',
    ]);
  });
});

describe('in code, comments and HTML', () => {
  test.each([
    ['```\n{{< figure src="a.png" >}}\n```', '```\n{{< figure src="a.png" >}}\n```'],
    [
      '```\n{{</* note */>}}\nx\n{{</* /note */>}}\n```',
      '```\n{{< note >}}\nx\n{{< /note >}}\n```',
    ],
    ['`{{< note >}}`', '`{{< note >}}`'],
    [
      '    {{< highlight go >}}\n    x\n    {{< /highlight >}}',
      '    {{< highlight go >}}\n    x\n    {{< /highlight >}}',
    ],
    ['{{</* note */>}} and `{{%/* a */%}}`', '{{< note >}} and `{{% a %}}`'],
    ['<!-- {{< note >}} -->', '<!-- {{< note >}} -->'],
    ['<div>\n{{< figure src="a.png" alt="A" >}}\n</div>', '<div>\n\n![A](./a.png)\n\n</div>'],
    ['<p>v{{< param version >}}</p>', '<p>v1.2</p>'],
    ['<pre>{{< note >}}</pre>', '<pre>{{< note >}}</pre>'],
  ])('%j', (body, expected) => {
    expect(text(body)).toBe(expected);
  });
});
