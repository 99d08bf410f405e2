import { describe, expect, test } from 'vitest';
import { imported, oldPost } from './hugo/old-blog.ts';

const PNG = Buffer.from('not a picture');

/** A blog whose post a.md has this body. */
const site = (body: string) =>
  imported({
    'content/posts/a.md': oldPost('title: A\ndate: 2020-01-01', body),
    'content/posts/b.md': oldPost('title: B\ndate: 2020-01-01', '## Here'),
    'content/posts/draft.md': oldPost('title: D\ndate: 2020-01-01\ndraft: true'),
    'content/about.md': oldPost('title: About'),
    'static/x.png': PNG,
    'static/cv.pdf': 'PDF',
  });

describe('a problem of the new blog', () => {
  test.each([
    ['dead-link', '/gone/', '[a](/gone/)'],
    ['dead-link', 'gone', '[a](gone)'],
    ['dead-link', './gone.md', '[a](./gone.md)'],
    ['dead-link', '/posts/draft/', '[a](/posts/draft/)'],
    ['dead-link', 'https://old.example/gone', '[a](https://old.example/gone)'],
    ['dead-link', 'http://%20http://x.example', '[a](http://%20http://x.example)'],
    ['dead-link', 'http://x.example”, y', '<a href="http://x.example&rdquo;, y">a</a>'],
    ['dead-link', 'gone.md', '[a]({{< ref "gone.md" >}})'],
    ['missing-anchor', '#no', '[a](#no)'],
    ['missing-anchor', './b.md#no', '[a](/posts/b/#no)'],
    ['missing-anchor', '/posts/b/#no', '[a](/posts/b/#no)'],
    ['missing-anchor', '#%20No', '[a]({{< relref "# No" >}})'],
    ['missing-anchor', '#no', '[a]({{% ref "a.md#no" %}})'],
    ['missing-anchor', '#html', '[a](#html)\n\n## <b id="html">A</b>'],
    ['missing-picture', '/no.png', '![a](/no.png)'],
    ['missing-picture', 'no%20picture.png', '![a](<no picture.png>)'],
    ['picture-unreadable', '/x.png', '![a](/x.png)'],
    ['empty-link', undefined, '[](/about/)'],
    ['empty-link', undefined, '[here]( )'],
    ['formula', undefined, '$\\x$'],
  ] as const)('was one of the old blog: %s %s', (rule, target, body) => {
    const { hadProblem } = site(body);
    expect(hadProblem({ file: 'src/content/posts/a.md', rule, target })).toBe(true);
  });

  test.each([
    // What the old blog answered.
    ['dead-link', '/about/', '[a](/about/)'],
    ['dead-link', '/cv.pdf', '[a](/cv.pdf)'],
    ['dead-link', '/tags/', '[a](/tags/)'],
    ['dead-link', '../b/', '[a](../b/)'],
    ['missing-picture', '/x.png', '![a](/x.png)'],
    ['missing-anchor', './b.md#here', '[a](/posts/b/#here)'],
    ['missing-anchor', '#own', '[a](#own)\n\n## A {#own}'],
    // What the author never wrote.
    ['dead-link', '/gone/', 'Text.'],
    ['missing-anchor', '#no', 'Text.'],
    ['missing-picture', './no.png', 'Text.'],
    ['picture-unreadable', './x.png', 'Text.'],
    ['empty-link', undefined, '[a](/about/)'],
    // What is no link, anchor or picture.
    ['front-matter', undefined, 'Text.'],
  ] as const)('is one of the import: %s %s', (rule, target, body) => {
    const { hadProblem } = site(body);
    expect(hadProblem({ file: 'src/content/posts/a.md', rule, target })).toBe(false);
  });

  test.each(['dead-link', 'missing-picture'] as const)('is found in the settings: %s', (rule) => {
    const had = (target: string) =>
      site('').hadProblem({ file: 'src/site.config.ts', rule, target });
    expect([had('/gone.png'), had('/x.png')]).toEqual([true, false]);
  });

  test('is one of the import where an id of raw HTML is lost', () => {
    const body = '[a](#html)\n\n<b id="html">A</b>';
    const files = { 'content/posts/a.md': oldPost('title: A\ndate: 2020-01-01', body) };
    const unsafe = 'title: Old\nmarkup: { goldmark: { renderer: { unsafe: true } } }\n';
    const problem = {
      file: 'src/content/posts/a.md',
      rule: 'missing-anchor',
      target: '#html',
    } as const;
    expect(imported(files, unsafe).hadProblem(problem)).toBe(false);
    expect(imported(files, 'title: Old\n').hadProblem(problem)).toBe(true);
  });
});
