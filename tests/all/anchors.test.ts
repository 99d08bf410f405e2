import { beforeAll, describe, expect, test } from 'vitest';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

/** Of each two, the first links to a heading of the second. */
const FILES = {
  'posts/a.md': post({ title: 'A' }, 'See [a part](./b.md#a-part).'),
  'posts/b.md': post({ title: 'B' }, '## A part'),
  'posts/d.md': post({ title: 'D' }, 'See [a note](./c.mdx#noted).'),
  'posts/c.mdx': post({ title: 'C' }, '## Noted'),
  'posts/e.mdx': post({ title: 'E' }, 'See [what is included](./f.md#included).'),
  'posts/f.md': post({ title: 'F' }, '::include{file="./_part.txt"}'),
  'posts/_part.txt': '## Included\n',
};

let site: TestSite;

beforeAll(async () => {
  site = await new TestSite('anchors', { files: FILES }).mustBuild();
});

describe('a warm build reports a link to a heading', () => {
  test('that was renamed in another file, in MDX, or in a file that the other includes, until it is fixed', async () => {
    site.edit('content/posts/b.md', '## A part', '## Another part');
    site.edit('content/posts/c.mdx', '## Noted', '## Notes');
    site.edit('content/posts/_part.txt', '## Included', '## Taken in');
    for (let build = 0; build < 2; build += 1) {
      const { status, stderr } = await site.build();
      expect(status).toBe(1);
      expect(stderr).toContain('posts/a.md:6:5  link: ./b.md has no heading #a-part');
      expect(stderr).toContain(
        'posts/d.md:6:5  link: ./c.mdx has no heading #noted; did you mean #notes?',
      );
      expect(stderr).toContain('posts/e.mdx:6:5  link: ./f.md has no heading #included');
    }
    site.edit('content/posts/b.md', '## Another part', '## Another part {#a-part}');
    site.edit('content/posts/c.mdx', '## Notes', '## Noted');
    site.edit('content/posts/_part.txt', '## Taken in', '## Included');
    await site.mustBuild();
  });
});
