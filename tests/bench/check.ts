// Prints what checking 1,000 posts costs, and comparing their addresses with the lock: each post has
// 900 words, four blocks of code, a picture, a footnote, links and an alias, the same in every run.
//
//   npm run bench:check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseLock } from '../../packages/octavo/src/addresses/lock/lock.ts';
import { NO_EXTENSIONS } from '../../packages/octavo/src/settings/context.ts';
import { parseSettings } from '../../packages/octavo/src/settings/settings.ts';
import { checkContent } from '../../packages/octavo/src/checks/check-content.ts';
import { permalinkChecks } from '../../packages/octavo/src/checks/permalink-checks.ts';
import { recordUrls } from '../../packages/octavo/src/cli/permalinks.ts';
import { png } from '../pictures.ts';
import { post, words } from '../posts.ts';

const POSTS = 1000;

const picture = await png(600, 400, '#345678');
const root = `${mkdtempSync(join(tmpdir(), 'octavo-check-'))}/`;
write('src/content/authors/someone.md', '---\nname: Someone\n---\n');
for (let index = 0; index < POSTS; index++)
  write(`src/content/posts/post-${index}/index.md`, text(index));
for (let index = 0; index < POSTS; index++) write(`src/content/posts/post-${index}/a.png`, picture);

const settings = parseSettings({
  ...{ title: 'Bench', description: 'Many posts.', url: 'https://example.com/', author: 'someone' },
});
const now = Date.now();
const context = { root, settings, mode: 'build' as const, now, extensions: NO_EXTENSIONS };
const start = performance.now();
const before = process.cpuUsage();
const { diagnostics, files, content } = await checkContent(context);
const { user, system } = process.cpuUsage(before);
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
const time = `${seconds(performance.now() - start)} (processor: ${seconds((user + system) / 1000)})`;
console.log(`${files} files checked in ${time}; ${diagnostics.length} mistakes found`);

const { source } = recordUrls(parseLock(''), content.sources.values(), now);
const compared = performance.now();
const lock = parseLock(source);
const nothing = {
  media: [],
  svgFiles: [],
  ignored: [],
  replacements: [],
  usedFiles: new Set<string>(),
  text: () => undefined,
  size: () => undefined,
  fileError: () => undefined,
  located: [],
  fonts: [],
  coverError: () => undefined,
  missingGlyphs: () => [],
  ownRoute: () => undefined,
};
const site = {
  ...{ ...nothing, sources: [...content.sources.values()], settings, now, lock },
  exists: () => false,
  isFile: () => false,
};
for (const { ofSite } of permalinkChecks) ofSite?.(site);
const share = (100 * (performance.now() - compared)) / (compared - start);
console.log(`${lock.entries.length} URLs of the lock compared: ${share.toFixed(1)} % of that time`);
rmSync(root, { recursive: true });

function write(path: string, source: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), source);
}

function text(index: number): string {
  const part = (number: number) => `## Part ${number}

${words(110, index * number)}

- ${words(55)}
- [Another](../post-${(index * 7) % POSTS}/index.md#part-2), and ${words(55)}

\`\`\`ts title="src/part.ts" {2}
export function part${number}(items: readonly string[]): number {
  return items.length * ${index};
}
\`\`\`
`;
  const parts = [1, 2, 3, 4].map(part).join('\n');
  const rest =
    '![A picture](./a.png)\n\nA note[^1], [a tag](/tags/one/) and $5.\n\n[^1]: The note.';
  return post(
    { title: `Post ${index}`, tags: ['One', 'Two'], aliases: [`/old/${index}/`] },
    `${parts}\n${rest}`,
  );
}
