import { describe, expect, test } from 'vitest';
import { fileOf, imported, item } from './export.ts';

interface Given {
  id: number;
  parent?: number;
  content?: string;
  more?: string;
}

function comment({ id, parent = 0, content = 'Yes', more = '' }: Given): string {
  return `<wp:comment>
<wp:comment_id>${id}</wp:comment_id>
<wp:comment_author><![CDATA[Jane &amp; John]]></wp:comment_author>
<wp:comment_date>2024-02-0${id} 10:30:00</wp:comment_date>
<wp:comment_date_gmt>2024-02-0${id} 09:30:00</wp:comment_date_gmt>
<wp:comment_content><![CDATA[${content}]]></wp:comment_content>
${more.includes('approved') ? '' : '<wp:comment_approved>1</wp:comment_approved>'}
<wp:comment_parent>${parent}</wp:comment_parent>
${more}
</wp:comment>`;
}

/** Returns the replies to the first post of a blog where it has these comments. */
function repliesOf(...comments: string[]): { id: string; parent?: string; html: string }[] {
  const { files } = imported([item(1, 'Text', comments.join('\n'))]);
  const file = files.find(({ path }) => path === 'src/content/replies/post-1.json');
  return JSON.parse(String(file?.content ?? '[]')) as ReturnType<typeof repliesOf>;
}

describe('comments of WordPress', () => {
  test('are the replies to their post', () => {
    const more = '<wp:comment_author_url>https://jane.example/</wp:comment_author_url>';
    expect(repliesOf(comment({ id: 7, more }))).toEqual([
      {
        id: '7',
        author: { name: 'Jane & John', url: 'https://jane.example/' },
        date: '2024-02-07T09:30:00.000Z',
        html: '<p>Yes</p>',
      },
    ]);
  });

  test('are in threads, those to a missing one at the top', () => {
    const replies = repliesOf(
      comment({ id: 4, parent: 2 }),
      comment({ id: 3 }),
      comment({ id: 2 }),
      comment({ id: 5, parent: 9 }),
    );
    expect(replies.map(({ id, parent }) => [id, parent])).toEqual([
      ['2', undefined],
      ['4', '2'],
      ['3', undefined],
      ['5', undefined],
    ]);
  });

  test.each([
    '<wp:comment_approved>0</wp:comment_approved>',
    '<wp:comment_approved>spam</wp:comment_approved>',
    '<wp:comment_type>pingback</wp:comment_type>',
    '<wp:comment_type>trackback</wp:comment_type>',
  ])('with %s are none', (more) => {
    expect(repliesOf(comment({ id: 1, more }))).toEqual([]);
  });

  test.each([
    ['A\nB\n\nC', '<p>A<br>B</p><p>C</p>'],
    [
      'See https://a.example/x.',
      '<p>See <a href="https://a.example/x">https://a.example/x</a>.</p>',
    ],
    ['<a href="/p/#comment-1" rel="x">A</a>', '<p><a href="/p/#reply-1">A</a></p>'],
    ['<a href="#comment-8">A</a>', '<p><a href="#comment-8">A</a></p>'],
    ['<code>https://a.example/</code>', '<p><code>https://a.example/</code></p>'],
  ])('have %j as %s', (content, html) => {
    expect(repliesOf(comment({ id: 1, content }))[0]?.html).toBe(html);
  });

  test('keep the links to them', () => {
    const text =
      '<a href="#comment-1">A</a> <a href="https://old.example/2024/01/01/post-1/#comment-1">B</a>';
    const site = imported([item(1, 'Text', comment({ id: 1 })), item(2, text)]);
    expect(fileOf(site, 'posts/post-2')).toContain('[A](#reply-1) [B](./post-1.md#reply-1)');
  });

  test('on pages are reported', () => {
    const page = '<wp:post_type>page</wp:post_type><link>https://old.example/about/</link>';
    const { diagnostics, counts } = imported([item(1, 'Text', page + comment({ id: 1 }))]);
    expect(diagnostics.map(({ message }) => message)).toContain(
      '1 comment skipped: only posts have replies',
    );
    expect(counts.replies).toBe(0);
  });
});
