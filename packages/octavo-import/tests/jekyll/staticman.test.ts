import { expect, test } from 'vitest';
import { importedBlog } from './jekyll-blog.ts';

test('comments of Staticman are the replies to their post', () => {
  const { files } = importedBlog({
    '_posts/2024-01-06-post.md': '---\ntitle: Post\n---\nText\n',
    '_data/comments/post/entry1.yml':
      '_id: a-1\nname: Jane\nurl: jane.example\nmessage: "*Yes*"\ndate: "2024-02-01T10:30:00Z"\n',
    '_data/comments/post/entry2.yml':
      '_id: b-2\n_parent: a-1\nname: John\nmessage: No\ndate: 1707000000\n',
  });
  const file = files.find(({ path }) => path === 'src/content/replies/post.json');
  expect(JSON.parse(String(file?.content))).toEqual([
    {
      id: 'a-1',
      author: { name: 'Jane' },
      date: '2024-02-01T10:30:00.000Z',
      html: '<p><em>Yes</em></p>',
    },
    {
      ...{ id: 'b-2', parent: 'a-1', author: { name: 'John' } },
      ...{ date: '2024-02-03T22:40:00.000Z', html: '<p>No</p>' },
    },
  ]);
});
