import { describe, expect, test } from 'vitest';
import type { SiteConfig } from '../../src/settings/settings.ts';
import { post } from '../../../../tests/posts.ts';
import { AUTHOR, content, context, folder, found } from '../helpers.ts';
import { checkContent } from '../../src/checks/check-content.ts';

const nav = (link: string) => ({
  nav: [
    { label: 'Home', link: '/' },
    { label: 'x', link },
  ],
});

/** Returns the messages about the settings of a site with some files. */
async function check(config: Partial<SiteConfig>): Promise<string[]> {
  const files = {
    'posts/a.md': post({ slug: 'a' }, '## One'),
    'posts/draft.md': post({ draft: true }),
    'posts/soon.md': post({ date: '2099-01-01' }),
  };
  const root = folder({
    ...{ ...AUTHOR, ...content(files) },
    'src/pages/uses.astro': '',
    'public/cv.pdf': '',
    'src/site.config.ts': `export default defineConfig(\n  ${JSON.stringify(config)},\n);\n`,
  });
  return found((await checkContent(context(root, config))).diagnostics);
}

describe('a link in the settings', () => {
  test.each<[Partial<SiteConfig>, string?]>([
    [nav('/posts/a/')],
    [nav('/posts/a/#one')],
    [nav('/uses/')],
    [nav('/cv.pdf')],
    [nav('/tags/')],
    [nav('https://example.org/nowhere/')],
    [nav('/nowhere/'), '2:60 nav[1].link: /nowhere/ not found'],
    [nav('/posts/a/#two'), '2:60 nav[1].link: /posts/a/#two has no heading #two'],
    [nav('https://example.com/no/'), '2:60 nav[1].link: /no/ not found'],
    [nav('/posts/draft/'), '2:60 nav[1].link: /posts/draft/ is a draft and has no page'],
    [
      nav('/posts/soon/'),
      '2:60 nav[1].link: /posts/soon/ is scheduled for 2099-01-01 and has no page until then',
    ],
    [
      { social: [{ name: 'a', link: 'https://example.com/b/' }] },
      '2:34 social[0].link: /b/ not found',
    ],
    [{ social: [{ name: 'a', link: 'mailto:a@example.com' }] }],
    [{ license: { name: 'a', link: '/license/' } }, '2:34 license.link: /license/ not found'],
    [{ intro: 'Read [this](/posts/a/), and see [what I use](/uses).' }],
    [{ intro: 'Read [this](/b/).' }, '2:13 intro: /b/ not found'],
    [{ intro: 'Read [this](./posts/a.md).' }, '2:13 intro: ./posts/a.md not found'],
    [{ footer: '"Me", [x](/b/)' }, '2:5 footer: /b/ not found'],
    [{ footer: '<a href="/b/">b</a>' }, '2:5 footer: /b/ not found'],
    [{ footer: 'a <script>b</script>' }, expect.stringMatching(/warning: footer: HTML: a script/)],
    [{ ...nav('/nowhere/'), checks: { 'dead-link': 'off' } }],
    [
      { ...nav('/nowhere/'), checks: { 'dead-link': 'warn' } },
      '2:60 warning: nav[1].link: /nowhere/ not found',
    ],
  ])('%j: %s', async (config, message) => {
    expect(await check(config)).toEqual(message === undefined ? [] : [message]);
  });
});
