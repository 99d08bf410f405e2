import { expect, test } from 'vitest';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

const THROWS = "---\nthrow new Error('no clock');\n---\n";
const imports = (name: string) => `import ${name} from '../../components/${name}.astro';\n\n`;

test('a check tells where MDX imports a component that throws, or uses what fails', async () => {
  const site = new TestSite('check-mdx', {
    files: {
      'posts/thrown.mdx': post({}, `${imports('Clock')}<Clock />`),
      'posts/within.mdx': post({}, `${imports('Outer')}<Outer />`),
      'posts/expression.mdx': post({}, 'export const data = {};\n\nText {data.a} and {data.a.b}.'),
      'posts/lines.mdx': post({}, "export const data =\n  JSON.parse('');\n\nText."),
      'posts/item.mdx': post({}, 'export const rows = [];\n\nText {rows[0][1]}.'),
      'posts/package.mdx': post({}, "import Clock from 'no-such-package';\n\n<Clock />"),
      'posts/known.mdx': post({}, `${imports('Clock')}<Clok />`),
      'posts/content.mdx': post({}, `${imports('Reader')}<Reader />`),
      'posts/draft.mdx': post({ draft: true }, "import Clock from 'no-package';\n\n<Clock />"),
      'posts/good.mdx': post({}, 'export const one = 1;\n\nText {one}.'),
    },
  });
  site.write('components/Clock.astro', THROWS);
  site.write('components/Outer.astro', "---\nimport Clock from './Clock.astro';\n---\n<Clock />");
  const reads =
    "import { getEntry } from 'astro:content';\nconst { data } = await getEntry('posts', 'good');";
  site.write('components/Reader.astro', `---\n${reads}\n---\n{data.title}`);
  const { stdout, status } = await site.check();
  expect(stdout.split('\n')).toEqual([
    "src/content/posts/expression.mdx:8:26  MDX: Cannot read properties of undefined (reading 'b')",
    "src/content/posts/item.mdx:8:15  MDX: Cannot read properties of undefined (reading '1')",
    'src/content/posts/known.mdx:8:1  <Clok>: unknown component; did you mean Clock?',
    'src/content/posts/lines.mdx:6:1  MDX: Unexpected end of JSON input',
    "src/content/posts/package.mdx:6:20  MDX: Cannot find module 'no-such-package'",
    'src/content/posts/thrown.mdx:6:37  MDX: no clock (src/components/Clock.astro:2:1)',
    'src/content/posts/within.mdx:6:37  MDX: no clock (src/components/Clock.astro:2:1)',
    '',
    "src/content/posts/draft.mdx:7:20  warning: MDX: Cannot find module 'no-package'",
    '',
    '7 errors, 1 warning',
    '',
    '9 published, 1 draft, 0 scheduled, 0 files ignored',
    '',
  ]);
  expect(status).toBe(1);
});
