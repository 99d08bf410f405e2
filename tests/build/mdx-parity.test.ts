import { beforeAll, expect, test } from 'vitest';
import { toHtml } from 'hast-util-to-html';
import type { HastNode } from 'satteri';
import { attribute, elements } from '../html.ts';
import type { BuiltSite } from '../site.ts';
import { SECTIONS } from '../sites/markdown-texts.ts';
import { blogOfTexts } from '../sites/texts.ts';
import { deadLinks, validationFindings } from './sound.ts';

let site: BuiltSite;

beforeAll(async () => {
  site = await blogOfTexts();
});

/** Returns the text of an article, white space between elements and the names of the two apart. */
function article(path: string): string {
  const prose = elements(site.read(path), 'div').find((element) =>
    String(attribute(element, 'className')).split(',').includes('prose'),
  );
  return toHtml(prose as Parameters<typeof toHtml>[0] & HastNode)
    .replace(/>\s+/g, '>')
    .replace(/\s+</g, '<')
    .replaceAll(/other-mdx?/g, 'other');
}

test.each(Object.keys(SECTIONS))('%s are the same in Markdown and in MDX', (name) => {
  const markdown = article(`/posts/only-${name}-md/`);
  expect(markdown.length).toBeGreaterThan(100);
  expect(article(`/posts/only-${name}-mdx/`)).toBe(markdown);
});

test('posts in Markdown and in MDX are valid, and all their links resolve', async () => {
  expect(await validationFindings(site, 'posts/only-*/index.html')).toEqual([]);
  expect(deadLinks(site)).toEqual([]);
});
