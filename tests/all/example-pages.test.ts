import { expect, test } from 'vitest';
import { exampleBlog } from '../sites/example.ts';
import { axeFindings } from '../browser/axe.ts';
import { overflowing } from '../browser/layout.ts';
import { siteInBrowser } from '../browser/site-in-browser.ts';

const blog = siteInBrowser(exampleBlog);

test('every text of this repository is quiet, narrow enough and accessible', async () => {
  const texts = blog.site
    .files('**/index.html')
    .filter((path) => blog.site.read(path).includes('class="column prose e-content"'));
  expect(texts.length).toBeGreaterThan(10);
  for (const text of ['/index.html', ...texts]) {
    const page = await blog.visit(text.slice(1).replace(/index\.html$/, ''), { width: 320 });
    const findings = [...(await overflowing(page)), ...(await axeFindings(page))];
    await page.emulateMedia({ colorScheme: 'dark' });
    findings.push(...(await axeFindings(page)), ...blog.messages(page));
    expect(findings, text).toEqual([]);
    await blog.leave();
  }
});
