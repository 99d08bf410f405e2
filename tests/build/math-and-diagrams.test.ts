import { beforeAll, expect, test } from 'vitest';
import { elements } from '../html.ts';
import type { BuiltSite } from '../site.ts';
import { blogOfTexts } from '../sites/texts.ts';
import { validationFindings } from './sound.ts';

let site: BuiltSite;
beforeAll(async () => {
  site = await blogOfTexts();
});

const both = (path: string) =>
  elements(site.read(path)).filter(({ tagName }) => ['figure', 'math'].includes(tagName));

test('the pages are valid', async () => {
  expect(await validationFindings(site, 'posts/math*/index.html')).toEqual([]);
});

test('the same comes of Markdown and of MDX', () => {
  expect(both('/posts/math/').length).toBeGreaterThan(10);
  expect(both('/posts/math-in-mdx/')).toEqual(both('/posts/math/'));
});

test('a page has the styles of formulas and diagrams where it has such', () => {
  const styles = (path: string) => {
    const html = site.read(path);
    return [html.includes('math *{'), html.includes('.least-16')];
  };
  expect(styles('/posts/math/')).toEqual([true, true]);
  expect(styles('/posts/math-in-mdx/')).toEqual([true, true]);
  expect(styles('/about/')).toEqual([true, false]);
  expect(styles('/posts/none/')).toEqual([false, false]);
  // Its summaries have formulas.
  expect(styles('/')).toEqual([true, false]);
  expect(styles('/archive/')).toEqual([false, false]);
});

test('a page has the styles of elements that its text has as HTML', () => {
  const styles = (path: string) => {
    const html = site.read(path);
    return [html.includes('border-collapse'), html.includes('tab-size')];
  };
  expect(styles('/posts/html/')).toEqual([true, true]);
  expect(styles('/posts/empty/')).toEqual([false, false]);
});

test('nothing has a style of its own', () => {
  for (const page of ['/posts/math/', '/posts/math-in-mdx/']) {
    const html = site.read(page);
    expect(html).not.toMatch(/<[^>]*\sstyle=/);
    expect(html).not.toMatch(/@import|fonts\.googleapis/);
  }
});

test('the feed has neither SVG nor MathML, and says what is in them', () => {
  const feed = site.read('/rss.xml');
  expect(feed).not.toMatch(/&lt;(?:svg|math)/);
  expect(feed).toContain('How a request is routed');
  expect(feed).toContain('\\int_{-\\infty}');
});
