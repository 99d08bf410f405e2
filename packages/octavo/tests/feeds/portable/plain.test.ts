import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPlainHtml } from '../../../src/html/plain-html.ts';
import { generatedPosts } from '../../../../../tests/bench/posts.ts';
import { repository } from '../../../../../tests/docs.ts';
import { render } from '../../helpers.ts';
import { fromHtml } from './portable.ts';

/** What is left out of a feed, and has HTML read by a parser. */
const NOT_PLAIN = '<nav hidden></nav>';
const parsed = (html: string) => fromHtml(NOT_PLAIN + html);

const files = globSync('{docs,src/content,tests/fixtures}/**/*.md', { cwd: repository });
const sources = [
  ...files.map((path) => [path, readFileSync(join(repository, path), 'utf8')] as const),
  ...Object.entries(generatedPosts(20)),
];
const withoutFrontMatter = (source: string) => source.replace(/^---\n[^]*?\n---\n/, '');

test('HTML that is not plain is told by what is put before it', () => {
  expect(readPlainHtml(NOT_PLAIN)).toBeUndefined();
});

test.each(sources)('%s is the same in a feed however its HTML is read', async (_, source) => {
  const { html } = await render(withoutFrontMatter(source));
  expect(fromHtml(html)).toBe(parsed(html));
});

test('the articles of the benchmarks are plain', async () => {
  for (const source of Object.values(generatedPosts(20))) {
    const { html } = await render(withoutFrontMatter(source));
    expect(readPlainHtml(html)).toBeDefined();
  }
});

describe('plain HTML is in a feed what a parser makes of it', () => {
  test.each([
    ['addresses', '<p><a href="/a?b=1&amp;c=2" title="&quot;a&quot;">a</a></p>'],
    ['a place', '<p id="b">a</p><p><a href="#b">b</a></p>'],
    ['a picture', `<p><img src="a.png" alt="It's \`&lt;b&gt;\`" width="3" height="2"></p>`],
    ['a list', '<ol start="3" reversed type="a"><li value="5">a</li></ol>'],
    ['tasks', '<ul><li><input type="checkbox" checked disabled> a</li></ul>'],
    [
      'a table',
      '<table><thead><tr><th scope="col" class="align-right">a</th></tr></thead><tbody><tr><td colspan="2" rowspan="2" align="left">b</td></tr></tbody></table>',
    ],
    ['what is open', '<details open><summary>a</summary><p>b</p></details>'],
    ['languages', '<p lang="de" dir="ltr">a</p>'],
    ['changes', '<p><ins cite="/a" datetime="2024-01-01">a</ins></p>'],
    ['what is hidden', '<p>a<span hidden>b</span></p>'],
    ['a sign that is a link', '<p><a href="/a" aria-label="b"><i aria-hidden="true"></i></a></p>'],
    ['colours', '<p><code><span class="k">a</span> &lt; <span class="s">&quot;</span></code></p>'],
    ['a picture of several widths', '<p><img srcset="a.png 2x" alt=""></p>'],
  ])('%s', (_, html) => {
    expect(readPlainHtml(html)).toBeDefined();
    expect(fromHtml(html)).toBe(parsed(html));
  });
});
