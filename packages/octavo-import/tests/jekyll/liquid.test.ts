import { describe, expect, test } from 'vitest';
import { convert, importedBlog, postOf } from './jekyll-blog.ts';

const BASE = 'baseurl: /base\n';

describe('Liquid becomes what Jekyll made of it', () => {
  test.each([
    ['a value of the site', '{{ site.title }} by {{ site.author }}', 'Old by Ada'],
    ['a value of the page', '{{ page.title | upcase }}', 'POST'],
    [
      'a date',
      '{% for post in site.posts limit: 1 %}{{ post.date }}{% endfor %}',
      '2024-01-06 00:00:00 +0000',
    ],
    ['a value that is none', 'a{{ nothing }}b', 'ab'],
    ['a link with the base path', '[a]({{ site.baseurl }}/assets/x.png)', '[a](/assets/x.png)'],
    ['a whole link', '[a]({{ site.url }}/assets/x.png)', '[a](/assets/x.png)'],
    ['relative_url', '![A]({{ "/assets/x.png" | relative_url }})', '![A](/assets/x.png)'],
    ['absolute_url', '![A]({{ "assets/x.png" | absolute_url }})', '![A](/assets/x.png)'],
    ['post_url', '[a]({% post_url 2024-01-01-other %})', '[a](./other.md)'],
    ['link', '[a]({% link _posts/2024-01-01-other.md %}#part)', '[a](./other.md#part)'],
    ['a link to a file of Markdown', '[a](2024-01-01-other.md#part)', '[a](./other.md#part)'],
    ['raw', '{% raw %}{{ a }}{% endraw %}', '{{ a }}'],
    ['a comment', 'a{% comment %} b {% endcomment %}c', 'ac'],
    ['a condition', '{% if page.title == "Post" %}a{% else %}b{% endif %}', 'a'],
    ['a loop over data', '{% for x in site.data.tools %}{{ x.name }} {% endfor %}', 'Lever Screw'],
    ['an assignment for later', '{% assign a = "b" %}x {{ a }}', 'x b'],
    [
      'an include of its own',
      '{% include box.html kind="x" text="*a*" %}',
      '<div class="x">\n*a*\n</div>',
    ],
    [
      'a figure',
      '{% include figure.html path="assets/x.png" caption="A" %}',
      '![A](/assets/x.png "A")',
    ],
    ['a film', '{% include youtube.html id="a-b" %}', '<https://www.youtube.com/watch?v=a-b>'],
    [
      'a film of Chirpy',
      "{% include embed/youtube.html id='a' %}",
      '<https://www.youtube.com/watch?v=a>',
    ],
    ['a gist', '{% gist ada/12 a.rb %}', '<https://gist.github.com/ada/12#file-a-rb>'],
    [
      'a message',
      '{% twitter https://twitter.com/a/status/1 %}',
      '<https://twitter.com/a/status/1>',
    ],
    ['a table of contents', '{% include toc.html html=content %}a', 'a'],
    ['code', '{% highlight ruby %}\nx\n{% endhighlight %}', '```ruby\nx\n```'],
    [
      'code with numbers and marks',
      '{% highlight go linenos mark_lines="1 2" %}\nx\n{% endhighlight %}',
      '```go {1,2} showLineNumbers\nx\n```',
    ],
    [
      'code in a list',
      '- a\n\n  {% highlight sh %}\n  x\n  {% endhighlight %}',
      '- a\n\n  ```sh\n  x\n  ```',
    ],
    [
      'a code block of Octopress',
      '{% codeblock lang:js a.js %}\nx\n{% endcodeblock %}',
      '```js title="a.js"\nx\n```',
    ],
    ['a block of a plugin', '{% note Mind %}\na\n{% endnote %}', '> [!NOTE] Mind\n> a'],
    [
      'details of a plugin',
      '{% details More %}\na\n{% enddetails %}',
      '<details>\n<summary>More</summary>\n\na\n\n</details>',
    ],
  ])('%s', (_, body, text) => {
    expect(convert(body, BASE).text).toBe(text);
  });
});

describe('Liquid that cannot be evaluated', () => {
  test.each([
    [
      'an unknown include',
      'a\n{% include nothing.html %}',
      'a',
      '5 warning: include: nothing.html',
    ],
    ['an unknown tag', 'a {% foo 1 %}', 'a', '4 warning: foo: unknown Liquid tag; skipped'],
    ['an unknown block', '{% foo %}a{% endfoo %}', 'a', '4 warning: foo: unknown Liquid tag; its'],
    [
      'a page that is not there',
      '[a]({% post_url 2000-01-01-x %})',
      '[a](2000-01-01-x)',
      '4 warning: post_url',
    ],
    ['a mistake', 'a {{ "b | c }} d', 'a  d', '4 warning: Liquid: '],
  ])('is reported: %s', (_, body, text, message) => {
    const converted = convert(body);
    expect(converted.text).toBe(text);
    expect(converted.messages.join('\n')).toContain(message);
  });

  test('stays in code, where it was meant to be read', () => {
    const body = '```yaml\nkey: ${{ secrets.KEY }}\n```';
    expect(convert(body).text).toBe(body);
  });

  test('stays where the page switches it off', () => {
    const frontMatter = 'title: Post\nrender_with_liquid: false';
    expect(convert('`{{ page.title }}`', '', frontMatter).text).toBe('`{{ page.title }}`');
  });
});

test('Liquid in front matter is evaluated', () => {
  const post = '---\ntitle: "About {{ site.title }}"\n---\na';
  expect(postOf(importedBlog({ '_posts/2024-01-06-a.md': post }), 'a')).toContain(
    'title: About Old\n',
  );
});

test('a link that an include makes is one of the old blog', () => {
  const { hadProblem } = importedBlog({
    '_includes/hint.html': '[x](/nowhere/)',
    '_posts/2024-01-06-a.md': '---\ntitle: A\n---\n{% include hint.html %}',
  });
  const problem = {
    file: 'src/content/posts/a.md',
    rule: 'dead-link',
    target: '/nowhere/',
  } as const;
  expect(hadProblem(problem)).toBe(true);
});

test('a tag of a plugin is a block where it has an end', () => {
  const site = importedBlog({
    '_posts/2024-01-05-a.md': '---\ntitle: A\n---\na {% foo %}',
    '_posts/2024-01-06-b.md': '---\ntitle: B\n---\n{% foo %}b{% endfoo %}',
  });
  expect(postOf(site, 'b')).toContain('\n\nb\n');
});
