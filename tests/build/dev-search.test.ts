import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DevServer } from '../dev-server.ts';
import { TestSite } from '../site.ts';

test('dev below a base path searches the index of the last build', async () => {
  const settings = { url: 'https://example.com/blog/' };
  const site = new TestSite('dev-search', { settings, files: {} });
  const folder = join(site.folder, 'dist/pagefind');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pagefind-entry.json'), '{"version":"0"}');
  const server = await DevServer.start(site);
  onTestFinished(() => server.stop());
  const answer = async (path: string) => {
    const response = await fetch(server.url(path));
    return [response.status, await response.text()];
  };
  expect(await answer('pagefind/pagefind-entry.json')).toEqual([200, '{"version":"0"}']);
  expect(await answer('pagefind/nothing.json')).toEqual([404, '']);
  expect(await answer('pagefind/..%2f..%2fpackage-lock.json')).toEqual([404, '']);
});
