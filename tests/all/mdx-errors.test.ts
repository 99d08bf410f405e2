import { expect, test } from 'vitest';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

test('a build tells where MDX imports what throws, without a stack trace', async () => {
  const site = new TestSite('build-mdx', {
    files: {
      'posts/reader.mdx': post(
        {},
        "import Reader from '../../components/Reader.astro';\n\nText.\n\n<Reader />",
      ),
    },
  });
  site.write(
    'components/Reader.astro',
    "---\nimport { getCollection } from 'astro:content';\nconst posts = await getCollection('posts');\n---\n{posts.first.title}",
  );
  const { stderr, status } = await site.build();
  expect(stderr).toBe(
    [
      "src/content/posts/reader.mdx:6:38  MDX: Cannot read properties of undefined (reading 'title') (src/components/Reader.astro:5:2)",
      '',
      '1 error, 0 warnings',
      'The build failed.',
      '',
    ].join('\n'),
  );
  expect(status).toBe(1);
});
