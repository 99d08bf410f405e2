import { expect, test } from 'vitest';
import { robotsText } from '../../src/sitemap/robots.ts';
import { settings } from '../helpers.ts';

const URL = 'https://example.com/blog/';
const SITEMAP = `Sitemap: ${URL}sitemap-index.xml\n`;

test.each([
  [undefined, `User-agent: *\nAllow: /\n\n${SITEMAP}`],
  [false, `User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /\n\n${SITEMAP}`],
  [true, `User-agent: *\nContent-Signal: search=yes, ai-train=yes\nAllow: /\n\n${SITEMAP}`],
])('robots.txt names the sitemap, and where aiTraining is %s says so', (aiTraining, expected) => {
  const site = settings({ url: URL, ...(aiTraining !== undefined && { aiTraining }) });
  expect(robotsText({ mode: 'build', settings: site })).toBe(expected);
});

test('robots.txt of a preview forbids all', () => {
  const site = settings({ url: URL, aiTraining: true });
  expect(robotsText({ mode: 'preview', settings: site })).toBe('User-agent: *\nDisallow: /\n');
});
