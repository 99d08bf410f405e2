import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECKS } from '../../packages/octavo/src/diagnostics/check-ids.ts';
import { SiteInBrowser } from '../browser/site-in-browser.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
import { blocksWith, VECTORS } from '../xss.ts';

/** Returns a blog with each vector as HTML in one post, and wherever else it can be in another. */
function blogOfVectors(): TestSite {
  const files: Record<string, string> = { 'posts/plain.md': post({ title: 'Plain' }, PLAIN) };
  for (const [index, vector] of VECTORS.entries()) {
    const line = vector.replace(/\s+/g, ' ').trim();
    // A slug must not be too long for a folder.
    const name = `${index} ${line.slice(0, 100)}`;
    const facts = { title: line, description: line, tags: [name], series: name };
    const author = { authors: [`a${index}`] };
    const mermaid = `\`\`\`mermaid\nflowchart TD\n  accTitle: ${line}\n  A["${line.replaceAll('"', "'")}"] --> B\n\`\`\``;
    const text = [...blocksWith(line, vector), mermaid].join('\n\n');
    files[`authors/a${index}.md`] = `---\nname: ${JSON.stringify(line)}\n---\n\n${vector}\n`;
    files[`posts/html-${index}.md`] = post(facts, vector);
    files[`posts/text-${index}.md`] = post({ ...facts, ...author }, text);
  }
  const title = 'Test</title></style><script>alert(1)</script>';
  const checks = Object.fromEntries(Object.keys(CHECKS).map((id) => [id, 'off']));
  const settings = { title, description: title, cards: false, checks };
  return new TestSite('xss', { settings, files });
}

/** What makes the engine add scripts and styles to a page. */
const PLAIN = '```js\na();\n```\n\n$a$\n\n```mermaid\nflowchart TD\n  A --> B\n```';

/** Finds most posts. */
const SEARCH = 'search/?q=alert';

const blog = new SiteInBrowser();
let pages: string[];

beforeAll(async () => {
  const site = blogOfVectors();
  await blog.open(site.mustBuild());
  // posts/ redirects.
  pages = site
    .files('**/index.html')
    .map((file) => file.slice(1, -'index.html'.length))
    .filter((path) => path !== 'posts/')
    .concat(SEARCH);
});

afterAll(() => blog.close());

describe('nothing runs and nothing is fetched from elsewhere', () => {
  test.each([
    ['a post', 'posts/', true],
    ['a post without the policy', 'posts/', false],
    ['the page of a tag without it', 'tags/', false],
    ['the page of a series without it', 'series/', false],
    ['the page of an author without it', 'authors/', false],
    ['other pages', '', true],
    ['other pages without it', '', false],
  ])(
    'on %s',
    async (_, folder, hasPolicy) => {
      const ofEntries = /^(?:posts|tags|series|authors)\/./;
      const visited = pages.filter((path) =>
        folder === '' ? !ofEntries.test(path) : path.startsWith(folder) && path !== folder,
      );
      expect(visited.length).toBeGreaterThan(folder === '' ? 3 : 200);
      expect(await problemsOn(visited, hasPolicy)).toEqual([]);
    },
    600_000,
  );
});

test('what does run and what is fetched is noticed', async () => {
  const file = join(blog.site.folder, 'dist/control/index.html');
  mkdirSync(dirname(file));
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'">`;
  const style = '<link rel="stylesheet" href="https://site.invalid/x.css">';
  writeFileSync(file, `<!doctype html>${policy}<body onload="alert(1)">${style}`);
  expect(await problemsOn(['control/'], false)).toEqual([
    'control/: stylesheet https://site.invalid/x.css',
    'control/: dialog 1',
    `control/: ${style}`,
    'control/: onload=alert(1)',
  ]);
});

/** Visits pages one after the other, and returns what an author should not be able to make. */
async function problemsOn(paths: readonly string[], hasPolicy: boolean): Promise<string[]> {
  const problems: string[] = [];
  let path = '';
  const origin = new URL(blog.url('')).origin;
  const page = await blog.visit('', {
    before: async (page) => {
      page.on('dialog', (dialog) => {
        problems.push(`${path}: dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        const isElsewhere = /^https?:/.test(request.url()) && !request.url().startsWith(origin);
        // Pictures and films of other sites are part of Markdown.
        if (isElsewhere && !['image', 'media'].includes(request.resourceType()))
          problems.push(`${path}: ${request.resourceType()} ${request.url()}`);
      });
      await page.route(
        ({ protocol, origin: of }) => protocol.startsWith('http') && of !== origin,
        (route) => route.abort(),
      );
      if (!hasPolicy)
        await page.route(
          ({ origin: of, pathname }) => of === origin && pathname.endsWith('/'),
          withoutPolicy,
        );
    },
  });
  for (path of paths) {
    await page.goto(blog.url(path));
    if (path === SEARCH) await page.locator('search h2 a').first().waitFor();
    if (page.url() !== blog.url(path)) problems.push(`${path}: led to ${page.url()}`);
    problems.push(...(await page.evaluate(activeIn)).map((problem) => `${path}: ${problem}`));
  }
  await blog.leave();
  return problems;
}

async function withoutPolicy(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = await response.text();
  const policy = /<meta http-equiv="content-security-policy"[^>]*>/;
  expect(body).toMatch(policy);
  await route.fulfill({ response, body: body.replace(policy, '') });
}

/** Returns what could run or lead elsewhere, as the browser has read it. */
function activeIn(): string[] {
  const elements = [...document.querySelectorAll('body, body *')];
  const attributesOf = Object.getOwnPropertyDescriptor(Element.prototype, 'attributes')!.get!;
  const blocked = 'iframe, object, embed, base, body meta, body link, [style], template';
  return [
    ...elements.filter((element) => element.matches(blocked)).map(({ outerHTML }) => outerHTML),
    ...elements.flatMap((element) =>
      // A form with a field of that name has no attributes of its own.
      [...attributesOf.call(element)]
        .filter(({ name, value }) => {
          const isUrl = /href$|^(?:src|action|formaction)$/.test(name);
          const protocol = isUrl ? URL.parse(value, document.baseURI)?.protocol : undefined;
          return name.startsWith('on') || protocol === 'javascript:' || protocol === 'vbscript:';
        })
        .map(({ name, value }) => `${name}=${value}`),
    ),
    ...[...document.scripts]
      .filter(({ type, text }) => type !== 'application/ld+json' && text.includes('alert'))
      .map(({ text }) => `script ${text}`),
  ];
}

test('the policy of a post allows the scripts of the engine and no other', () => {
  const hashes = (path: string) => {
    const [, sources = ''] = /script-src ([^;"]*)/.exec(blog.site.read(path)) ?? [];
    return sources.split(' ');
  };
  const own = hashes('/posts/plain/');
  const posts = pages.filter((path) => /^posts\/./.test(path));
  expect(posts.filter((path) => hashes(`/${path}`).some((hash) => !own.includes(hash)))).toEqual(
    [],
  );
});
