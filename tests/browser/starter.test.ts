import { expect, test } from 'vitest';
import { starterSite } from '../site.ts';
import { axeFindings } from './axe.ts';
import { overflowing } from './layout.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(() => starterSite('browser-starter'));

test('every text of the site as it is cloned is quiet, narrow enough and accessible', async () => {
  const texts = blog.site.files('{posts/*,about,.}/index.html');
  expect(texts.length).toBeGreaterThan(10);
  for (const text of texts) {
    const page = await blog.visit(text.slice(1).replace('index.html', ''), { width: 320 });
    const findings = [...(await overflowing(page)), ...(await axeFindings(page))];
    await page.emulateMedia({ colorScheme: 'dark' });
    findings.push(...(await axeFindings(page)), ...blog.messages(page));
    expect(findings, text).toEqual([]);
    await blog.leave();
  }
});
