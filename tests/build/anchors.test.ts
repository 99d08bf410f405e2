import { beforeAll, describe, expect, test } from 'vitest';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

const FILES = {
  'posts/a.md': post({ title: 'A' }, 'See [a part](./b.md#a-part) and [a note](./c.mdx#noted).'),
  'posts/b.md': post({ title: 'B' }, '## A part\n\n::include{file="./_part.txt"}'),
  'posts/_part.txt': '## Included\n',
  'posts/c.mdx': post({ title: 'C' }, '## Noted\n\nSee [what is included](./b.md#included).'),
};

let site: TestSite;

beforeAll(async () => {
  site = await new TestSite('anchors', { files: FILES }).mustBuild();
});

describe('a warm build tells of a link to a heading', () => {
  test('that was renamed in another file, until it is mended', async () => {
    site.edit('content/posts/b.md', '## A part', '## Another part');
    for (let build = 0; build < 2; build += 1) {
      const { status, stderr } = await site.build();
      expect(status).toBe(1);
      expect(stderr).toContain('posts/a.md:6:5  link: ./b.md has no heading #a-part');
    }
    site.edit('content/posts/b.md', '## Another part', '## Another part {#a-part}');
    await site.mustBuild();
  });

  test('that was renamed in MDX', async () => {
    site.edit('content/posts/c.mdx', '## Noted', '## Notes');
    const { stderr } = await site.build();
    expect(stderr).toContain(
      'posts/a.md:6:33  link: ./c.mdx has no heading #noted; did you mean #notes?',
    );
    site.edit('content/posts/c.mdx', '## Notes', '## Noted');
    await site.mustBuild();
  });

  test('that was renamed in a file that the other includes', async () => {
    site.edit('content/posts/_part.txt', '## Included', '## Taken in');
    const { stderr } = await site.build();
    expect(stderr).toContain('posts/c.mdx:8:5  link: ./b.md has no heading #included');
    site.edit('content/posts/_part.txt', '## Taken in', '## Included');
    await site.mustBuild();
  });
});
