import { beforeAll, expect, test } from 'vitest';
import { MATH_AND_DIAGRAMS } from '../diagrams.ts';
import { elements } from '../html.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
import { validationFindings } from './sound.ts';

let site: TestSite;
beforeAll(async () => {
  site = await new TestSite('math-and-diagrams', {
    files: {
      'pages/about.md': '---\ntitle: About\n---\n\nOf $x^2$.\n',
      'posts/plain.md': post({ title: 'Plain' }),
      'posts/markdown.md': post({ title: 'Both' }, MATH_AND_DIAGRAMS),
      'posts/mdx.mdx': post({ title: 'Both' }, MATH_AND_DIAGRAMS),
    },
  }).mustBuild();
});

const both = (path: string) =>
  elements(site.read(path)).filter(({ tagName }) => ['figure', 'math'].includes(tagName));

test('the pages are valid', async () => {
  expect(await validationFindings(site)).toEqual([]);
});

test('the same comes of Markdown and of MDX', () => {
  expect(both('/posts/markdown/').length).toBeGreaterThan(10);
  expect(both('/posts/mdx/')).toEqual(both('/posts/markdown/'));
});

test('a page has the styles of formulas and diagrams where it has such', () => {
  const styles = (path: string) => {
    const html = site.read(path);
    return [html.includes('math *{'), html.includes('.diagram-box')];
  };
  expect(styles('/posts/markdown/')).toEqual([true, true]);
  expect(styles('/posts/mdx/')).toEqual([true, true]);
  expect(styles('/about/')).toEqual([true, false]);
  expect(styles('/posts/plain/')).toEqual([false, false]);
  expect(styles('/')).toEqual([false, false]);
});

test('nothing has a style of its own', () => {
  for (const page of ['/posts/markdown/', '/posts/mdx/']) {
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
