import { beforeAll, describe, expect, test } from 'vitest';
import { post } from '../posts.ts';
import type { TestSite } from '../site.ts';
import { astroConfig, extendedBlog, SHOUT, SIGN, sitemapOf } from '../sites/extended.ts';

const SLOT = `---
import { line } from '../../line.ts';
---

<p>{line}, {import.meta.env.PUBLIC_LINE}</p>
`;

let site: TestSite;

beforeAll(async () => {
  site = await extendedBlog('extending-again');
});

describe('a second build', () => {
  test('with the integrations in another order makes the same, and sees a change of a plugin', async () => {
    const before = site.snapshot();
    site.write('../astro.config.mjs', astroConfig('octavo(), other()'));
    await site.mustBuild();
    const after = site.snapshot();
    const changed = [...before.keys()].filter((path) => after.get(path) !== before.get(path));
    expect(changed).toEqual([]);
    expect(after.size).toBe(before.size);

    const urls = sitemapOf(site);
    site.write('../sign.ts', SIGN.replace('signed', 'sealed'));
    site.write('plugins/shout.ts', SHOUT.replace('toUpperCase()', "concat('!')"));
    await site.mustBuild();
    expect(site.read('/posts/one/')).toContain('<strong title="sealed">loud!</strong>');
    expect(site.read('/posts/two/')).toContain('<strong title="sealed">loud!</strong>');
    // The pages of talks are reused.
    expect(sitemapOf(site)).toEqual(urls);
  });

  test('sees changes of .env, and of what a slot imports from outside of src/', async () => {
    const set = (value: string) => {
      site.write('../line.ts', `export const line = '${value} line';`);
      site.write('../.env', `PUBLIC_LINE=${value}\n`);
      return site.mustBuild();
    };
    site.write('slots/footer.astro', SLOT);
    await set('first');
    expect(site.read('/about/')).toContain('<p>first line, first</p>');
    await set('second');
    expect(site.read('/about/')).toContain('<p>second line, second</p>');
  });
});

describe('an error', () => {
  test('of a rule in src/content.config.ts is reported by the build', async () => {
    site.write('content/posts/one.md', post({ title: 'A title that is long', mood: 'calm' }));
    site.write('content/posts/two.mdx', post({ title: 'Two' }));
    site.edit(
      'content.config.ts',
      '.extend(frontMatter.posts)',
      ".extend({ title: z.string().max(9, 'is too long') })",
    );
    site.edit('content.config.ts', 'import {', "import { z } from 'octavo/config';\nimport {");
    const { status, stderr } = await site.build();
    expect(status).toBe(1);
    expect(stderr.split('\n').filter((line) => line.startsWith('src/'))).toEqual([
      'src/content/posts/one.md:1:1  front matter: Unrecognized key: "mood" (the schema in src/content.config.ts)',
      'src/content/posts/one.md:2:1  title: is too long (the schema in src/content.config.ts)',
    ]);
  });
});
