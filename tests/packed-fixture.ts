import { png } from './pictures.ts';
import { post } from './posts.ts';
import type { Fixture } from './site.ts';

const TEXT = `A paragraph with [a link](/about/) and \`code\`.

## A heading

\`\`\`ts title="a.ts" {1}
const answer: number = 42;
\`\`\`

![A square](./square.png)

:::note
A callout.
:::
`;

/** A post with a formula and one with a diagram, for which the engine loads a package each. */
const RARE = {
  'posts/math.md': post({ title: 'Math', date: '2024-01-03' }, 'So $a^2 + b^2 = c^2$.'),
  'posts/diagram.md': post(
    { title: 'Diagram', date: '2024-01-04' },
    '```mermaid\ngraph TD\n  accTitle: Steps\n  A --> B\n```',
  ),
};

/** A small blog that uses every part of the engine that finds files or packages by itself. */
export async function packedFixture(): Promise<Fixture> {
  const { files } = await plainFixture();
  return { files: { ...files, ...RARE } };
}

/** The same without formulas and diagrams. */
export async function plainFixture(): Promise<Fixture> {
  return {
    files: {
      'posts/bundle/index.md': post(
        {
          title: 'A bundle',
          tags: ['Go', 'C++'],
          series: 'Bundles',
          cover: { image: './square.png', alt: 'A cover' },
        },
        TEXT,
      ),
      'posts/bundle/square.png': await png(1600, 800),
      'posts/in-mdx.mdx': post(
        { title: 'In MDX', date: '2024-01-02', tags: ['Go'] },
        '<strong>{1 + 1}</strong> and a [link](/about/).',
      ),
      'pages/about.md': '---\ntitle: About\n---\n\nText.\n',
    },
  };
}
