import { describe, expect, test } from 'vitest';
import { render } from '../../../../octavo/tests/helpers.ts';
import { convert } from './text-context.ts';

/** Converts a text in a blog with a shortcode `my`. */
function text(template: string, body: string): string {
  return convert(body, {}, { ownShortcodes: new Map([['my', template]]) }).text;
}

/** Converts a text with shortcodes mapped by the author. */
function mapped(body: string, mappings: Record<string, string>): string {
  return convert(body, {}, { mappedShortcodes: new Map(Object.entries(mappings)) }).text;
}

describe('a shortcode of the site with a simple template is expanded', () => {
  test.each([
    ['arguments by place', '<b>{{ .Get 0 }}</b>', 'a {{< my "x" >}} b', 'a <b>x</b> b'],
    ['arguments by name', '<b>{{.Get "Name"}}</b>', 'a {{< my name=x >}} b', 'a <b>x</b> b'],
    ['a missing argument', '<b>{{ .Get 1 }}</b>', 'a {{< my x >}} b', 'a <b></b> b'],
    ['escaped arguments', '<i>{{ .Get 0 }}</i>', 'a {{< my "<&>" >}}', 'a <i>&lt;&amp;&gt;</i>'],
    ['safe HTML', '{{ .Get 0 | safeHTML }}', 'a {{< my "<i>x</i>" >}}', 'a <i>x</i>'],
    [
      'a default',
      '<i>{{ .Get 0 | default "none" }}</i>',
      'a {{< my >}} {{< my x >}}',
      'a <i>none</i> <i>x</i>',
    ],
    [
      'conditions',
      '{{ if eq (.Get 0) "a" }}A{{ else if .Get 0 }}B{{ else }}C{{ end }}',
      '1 {{< my a >}} {{< my b >}} {{< my >}}',
      '1 A B C',
    ],
    [
      'with',
      '{{ with .Get "href" }}<a href="{{ . }}">x</a>{{ else }}no{{ end }}',
      '1 {{< my href="https://a.example/" >}} {{< my >}}',
      '1 <a href="https://a.example/">x</a> no',
    ],
    [
      'variables',
      '{{ $a := .Get 0 }}{{ if not $a }}{{ $a = "z" }}{{ end }}<u>{{ $a | upper }}</u>',
      '1 {{< my x >}} {{< my >}}',
      '1 <u>X</u> <u>Z</u>',
    ],
    [
      'parameters',
      '{{ .Page.Params.version }} {{ site.Params.nested.key }}',
      '1 {{< my >}}',
      '1 1.2 deep',
    ],
    [
      'printf',
      '{{ printf "<i>%s-%d</i>" (.Get 0) 3 | safeHTML }}',
      '1 {{< my x >}}',
      '1 <i>x-3</i>',
    ],
    ['trim marks', '<b>\n{{- .Get 0 -}}\n</b>', '1 {{< my x >}}', '1 <b>x</b>'],
    ['comments', '{{/* a }} */}}<b>{{- /* b */ -}}</b>', '1 {{< my x >}}', '1 <b></b>'],
    ['Markdown', '<b>{{ .Get 0 | markdownify }}</b>', '1 {{< my "*x*" >}}', '1 <b><em>x</em></b>'],
    [
      'a block',
      '<hr class="x">\n\n<p>{{ .Get 0 }}</p>',
      'a\n\n{{< my x >}}\n\nb',
      'a\n\n<hr class="x">\n<p>x</p>\n\nb',
    ],
    ['Markdown of its own', '**{{ .Get 0 }}**', 'a {{% my x %}} b', 'a **x** b'],
    [
      'no script and no style',
      '<style>a{}</style><b style="x" onclick="y" class="z">{{ .Get 0 }}</b><script>x</script>',
      '1 {{< my x >}}',
      '1 <b class="z">x</b>',
    ],
    [
      'a picture of the blog',
      '<img src="{{ .Get 0 | relURL }}" alt="A">',
      '{{< my "a.png" >}}',
      '<img src="./a.png" alt="A">',
    ],
  ])('%s', (_, template, body, expected) => {
    expect(text(template, body)).toBe(expected);
  });

  test.each([
    [
      'around lines',
      '<div class="n">{{ .Inner | markdownify }}</div>',
      '{{< my >}}\n*a* {{< youtube b >}}\n\n- c\n{{< /my >}}',
      '<div class="n">\n\n*a* <https://www.youtube.com/watch?v=b>\n\n- c\n\n</div>',
    ],
    [
      'around lines, without a paragraph',
      '<aside><p>{{ .Inner }}</p></aside>',
      '{{< my >}}\na\n{{< /my >}}',
      '<aside>\n\na\n\n</aside>',
    ],
    [
      'within a line',
      '<mark>{{ .Inner }}</mark>',
      'a {{< my >}}*b*{{< /my >}} c',
      'a <mark>*b*</mark> c',
    ],
    [
      'within a line of its own',
      '<mark>{{ .Inner | markdownify }}</mark>',
      '{{< my >}}b{{< /my >}}',
      '<mark>b</mark>',
    ],
    [
      'with a title',
      '<div><h4>{{ .Get 0 }}</h4>{{ .Inner }}</div>',
      '{{< my T >}}\na\n{{< /my >}}',
      '<div><h4>T</h4>\n\na\n\n</div>',
    ],
    [
      'without a text',
      '<b>{{ with .Inner }}{{ . }}{{ else }}none{{ end }}</b>',
      'a {{< my />}}',
      'a <b>none</b>',
    ],
  ])('%s', (_, template, body, expected) => {
    expect(text(template, body)).toBe(expected);
  });

  test('so that the text inside is Markdown', async () => {
    const made = text('<div class="n">{{ .Inner }}</div>', '{{< my >}}\n*a*\n{{< /my >}}');
    expect((await render(made)).html).toMatch(/<div class="n">\s*<p><em>a<\/em><\/p>\s*<\/div>/);
  });
});

describe('a shortcode whose template does more is left as a comment', () => {
  test.each([
    '{{ range .Params }}{{ . }}{{ end }}',
    '{{ partial "x" . }}',
    '{{ (.Page.Resources.GetMatch "x").RelPermalink }}',
    '{{ if .Get 0 }}no end',
    '{{ end }}',
    '{{ $x }}',
    '{{ with .Get 0 }}{{ .Name }}{{ end }}',
    '{{ .Inner }}{{ .Inner }}',
    '{{ .Params | printf "%s" }}',
  ])('%s', (template) => {
    const body = 'a {{< my x >}}b{{< /my >}}';
    expect(text(template, body)).toBe('a <!-- {{< my x >}} -->b<!-- {{< /my >}} -->');
  });
});

describe('a shortcode that the author maps', () => {
  test.each([
    ['inner', 'a {{< x >}}*b*{{< /x >}} c', 'a *b* c'],
    ['inner', 'a {{< x >}} c', 'a  c'],
    ['drop', 'a {{< x >}}*b*{{< /x >}} c', 'a  c'],
    ['youtube', '{{< x abc >}}', '<https://www.youtube.com/watch?v=abc>'],
    ['<kbd>{{ .Get 0 }}</kbd>', 'a {{< x C >}}', 'a <kbd>C</kbd>'],
  ])('to %s: %s', (mapping, body, expected) => {
    expect(mapped(body, { x: mapping })).toBe(expected);
  });

  test('goes before the one that is known', () => {
    expect(mapped('a {{< youtube x >}} b', { youtube: 'drop' })).toBe('a  b');
  });
});
