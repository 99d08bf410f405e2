import { expect, test } from 'vitest';
import { parseSettings, type SiteConfig } from '../../octavo/src/settings/settings.ts';
import { decodeText } from '../src/old/decode.ts';
import type { ImportedSite } from '../src/imported-site.ts';
import type { Diagnostic } from '../src/diagnostic.ts';
import { reportFile, reportLines } from '../src/write/report.ts';
import { settingsSource } from '../src/write/settings-source.ts';
import { REQUIRED } from '../../octavo/tests/helpers.ts';

const note = (severity: Diagnostic['severity'], message: string, line: number): Diagnostic => ({
  file: 'content/x.md',
  line,
  severity,
  message,
});
const SITE: ImportedSite = {
  hadProblem: () => false,
  from: 'Hugo',
  files: [],
  settings: REQUIRED,
  addresses: [
    { from: '/a/', to: '/a/', by: 'same', kind: 'post' },
    { from: '/old/', to: '/a/', by: 'alias', kind: 'alias' },
    { from: '/tags/page/1/', to: '/tags/', by: 'page', kind: 'list' },
    { from: '/index.json', to: undefined, by: 'nothing', kind: 'file' },
  ],
  diagnostics: [
    note('info', 'a key is skipped', 1),
    note('warning', 'fixed', 2),
    note('warning', 'fixed often <b>', 3),
    note('warning', 'fixed often <b>', 4),
    note('error', 'skipped', 5),
  ],
  counts: { posts: 1, drafts: 0, pages: 2, authors: 1, pictures: 0, replies: 0 },
};
const PLAN = {
  write: [],
  same: ['a'],
  edited: ['src/content/posts/mine.md'],
  removed: [],
  stale: [],
};

test('the report on the terminal has counts, kept files, errors and warnings', () => {
  expect(reportLines({ site: SITE, plan: PLAN, dryRun: true, proposed: undefined })).toEqual([
    'From Hugo: 1 post, 2 pages, 1 author, 0 pictures beside posts.',
    '4 old URLs: 1 unchanged, 2 redirected, 1 not carried over.',
    '0 files would be written, 1 unchanged.',
    '',
    'Kept, since you edited them (--force overwrites them):',
    '  src/content/posts/mine.md',
    '',
    'Errors and warnings:',
    '  content/x.md:5  skipped',
    '  content/x.md:3 (and 1 more)  warning: fixed often <b>',
    '  content/x.md:2  warning: fixed',
    '',
    '1 more message: see import-report.md',
  ]);
});

test('the report in a file has all of it, and the redirects', () => {
  const report = reportFile({
    site: SITE,
    plan: PLAN,
    dryRun: false,
    proposed: 'export default {};\n',
  });
  expect(report).toContain('## Errors: not imported\n\n- `content/x.md:5` skipped\n');
  expect(report).toContain('- `content/x.md:3` fixed often \\<b\\>; also `content/x.md:4`\n');
  expect(report).toContain('## Information\n\n- `content/x.md:1` a key is skipped\n');
  expect(report).toContain('```ts\nexport default {};\n```');
  expect(report).toContain('- `/old/` → `/a/` (an alias in front matter)\n');
  expect(report).toContain('- `/index.json` (not carried over)\n');
  expect(report).not.toContain('/tags/page/1/');
});

test('settings are TypeScript that holds what they are', async () => {
  const settings: SiteConfig = {
    ...REQUIRED,
    title: 'It\'s "quoted" \\ here',
    intro: 'One\n\nTwo',
    nav: [{ label: 'A', link: '/a/' }],
    feeds: {
      alsoAt: {
        rss: Array.from({ length: 9 }, (_, index) => `/a/long/address/${index}/index.xml`),
      },
    },
    checks: { 'heading-one': false },
  };
  const source = settingsSource(settings);
  const functions = 'const [defineConfig, defineFrontMatter] = Array(2).fill((value) => value);';
  const script = source.replace(/^import .*$/m, functions);
  const read = (await import(`data:text/javascript,${encodeURIComponent(script)}`)) as {
    default: SiteConfig;
  };
  expect(read.default).toEqual(settings);
  expect(parseSettings(read.default)).toEqual(parseSettings(settings));
  expect(source.split('\n').every((line) => line.length <= 100)).toBe(true);
});

test.each([
  ['UTF-8', Buffer.from('größe\r\n'), 'größe\n', 0],
  ['UTF-8 with a mark', Buffer.from('\uFEFFgröße\n'), 'größe\n', 0],
  ['UTF-16', Buffer.from('\uFEFFgröße\n', 'utf16le'), 'größe\n', 1],
  ['Latin-1', Buffer.from('größe\n', 'latin1'), 'größe\n', 1],
])('a text is read from %s', (_, bytes, text, fixed) => {
  const decoded = decodeText(bytes)!;
  expect([decoded.text, decoded.fixed.length]).toEqual([text, fixed]);
});

test('a binary file is not decoded', () => {
  expect(decodeText(Uint8Array.from([0x89, 0x50, 0, 1]))).toBeUndefined();
});
