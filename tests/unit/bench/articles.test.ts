import { expect, test } from 'vitest';
import { articles } from '../../bench/articles.ts';

const all = articles(200);
const blocks = all.map(({ text }) => [...text.matchAll(/^```(\w+)\n[^]*?^```$/gm)]);

test('articles are the same for the same seed, and others for another', () => {
  expect(articles(20)).toEqual(articles(20));
  const [one, other] = [articles(20, 1), articles(20, 2)];
  expect(one.filter(({ text }, index) => text === other[index]!.text)).toEqual([]);
});

test('no two blocks of code are alike, and the four of an article are in four languages', () => {
  const texts = blocks.flat().map(([text]) => text);
  expect(texts).toHaveLength(800);
  expect(new Set(texts).size).toBe(800);
  expect(blocks.map((four) => new Set(four.map(([, language]) => language)).size)).toEqual(
    all.map(() => 4),
  );
  expect(new Set(blocks.flat().map(([, language]) => language)).size).toBe(10);
});

test('no two paragraphs are alike', () => {
  const seen = new Set<string>();
  const prose = all.flatMap(({ text }) =>
    text.replace(/^```[^]*?^```$/gm, '').match(/^\w.{60,}$/gm)!,
  );
  expect(prose.filter((line) => seen.size === seen.add(line).size)).toEqual([]);
});

test('an article has some 900 words, a list, a table, and links', () => {
  const words = all.map(({ text }) => text.split(/\s+/).length);
  expect(words.reduce((sum, count) => sum + count) / words.length).toBeGreaterThan(800);
  expect(words.reduce((sum, count) => sum + count) / words.length).toBeLessThan(1000);
  const slugs = new Set(all.map(({ slug }) => slug));
  for (const { text, tags } of all) {
    expect(text).toMatch(/^- .+\n- .+\n- /m);
    expect(text).toMatch(/^\| --- \| --- \| ---: \|$/m);
    expect(text).toContain('](https://example.org/');
    const linked = [...text.matchAll(/\]\(\/posts\/([^/]+)\/\)/g)].map(([, slug]) => slug!);
    expect(linked).toHaveLength(2);
    expect(linked.filter((slug) => !slugs.has(slug))).toEqual([]);
    expect(tags.length).toBeGreaterThan(0);
    expect(new Set(tags).size).toBe(tags.length);
  }
});
