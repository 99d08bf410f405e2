import { beforeAll, describe, expect, test } from 'vitest';
import { different, type TestSite } from '../site.ts';
import { CHANGES, coldTwin, warmBlog } from '../sites/warm.ts';

let site: TestSite;

beforeAll(async () => {
  site = await warmBlog('warm-each');
});

describe('a warm build', () => {
  test.each(Object.entries(CHANGES))(
    'makes what a cold build makes after a change of %s',
    async (_, change) => {
      await change(site);
      const warm = (await site.mustBuild()).snapshot();
      expect(different(warm, await coldTwin(site))).toEqual([]);
    },
  );

  test('shows the styles and overrides of the owner', () => {
    const article = site.read('/posts/zwei/');
    expect(article).toContain('<p class="second">');
    expect(article).toContain('--line:1.7rem');
    expect(site.read('/')).toContain('<div class="around">');
  });
});
