import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CODE_FEATURES, PROXY } from '../code-features.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

const PAGE = '/posts/code/';
let site: TestSite;

beforeAll(async () => {
  site = await new TestSite('code', {
    files: {
      'examples/proxy.go': PROXY,
      'posts/code.md': post({ title: 'Code' }, `${CODE_FEATURES}\n\`\`\`pyton\nx\n\`\`\`\n`),
    },
  }).mustBuild();
});

describe('code', () => {
  test('follows the file that it quotes, and is the same as before once that is', async () => {
    const before = site.snapshot();
    rmSync(join(site.folder, '.cache', 'octavo'), { recursive: true });
    site.edit('content/examples/proxy.go', 'StatusNoContent', 'StatusTeapot');
    const { stderr } = await site.build();
    expect(site.read(PAGE)).toContain('StatusTeapot');
    expect(stderr).toMatch(/posts\/code\.md:\d+:1 .*unknown language pyton/);
    site.edit('content/examples/proxy.go', 'StatusTeapot', 'StatusNoContent');
    await site.mustBuild();
    expect(site.snapshot()).toEqual(before);
  });

  test('is an error in each build while the file that it quotes is missing', async () => {
    site.remove('content/examples/proxy.go');
    for (const again of [await site.build(), await site.build()]) {
      expect(again.status).toBe(1);
      expect(again.stderr).toMatch(/posts\/code\.md:\d+:1 .*\.\.\/examples\/proxy\.go not found/);
    }
  });

  test('is in the feed as plain text, without buttons', () => {
    const feed = site.read('/rss.xml');
    expect(feed).toContain('$ curl --silent https://example.com/');
    expect(feed).not.toMatch(/button|samp|span/);
  });
});
