import { describe, expect, test } from 'vitest';
import { loadContext } from '../../src/content/load-context.ts';
import { folder, REQUIRED, settings } from '../helpers.ts';

const DEFAULT = `export default ${JSON.stringify(REQUIRED)};`;

/** Returns the root folder of a blog with this `src/site.config.ts`. */
const blog = (config: string, files: Record<string, string> = { 'src/content.config.ts': '' }) =>
  `${folder({ 'src/site.config.ts': config, ...files })}/`;

/** Returns the lines of the error that the file ends in. */
async function errorLines(config: string, files?: Record<string, string>): Promise<string[]> {
  const error = await loadContext(blog(config, files)).then(
    () => undefined,
    (reason: unknown) => reason as Error,
  );
  expect(error?.name).toBe('SettingsError');
  return error!.message.split('\n');
}

describe('the context of a command', () => {
  test('has the settings with their defaults, and no extensions if none are exported', async () => {
    const root = blog(DEFAULT);
    expect(await loadContext(root, { mode: 'preview', now: 5 })).toEqual({
      root,
      settings: settings(),
      mode: 'preview',
      now: 5,
      extensions: { frontMatter: {}, mdastPlugins: [], hastPlugins: [] },
    });
  });

  test('is that of a build at the current time by default', async () => {
    const before = Date.now();
    const { mode, now } = await loadContext(blog(DEFAULT));
    expect(mode).toBe('build');
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  test('has only the extensions that are exported', async () => {
    const plugin = "export const mdastPlugins = [{ name: 'mine' }];";
    const { extensions } = await loadContext(
      blog(`${DEFAULT}\n${plugin}\nexport const other = 1;`),
    );
    expect(extensions).toEqual({
      frontMatter: {},
      mdastPlugins: [{ name: 'mine' }],
      hastPlugins: [],
    });
  });
});

test('a blog without settings ends a command, as after astro add octavo', async () => {
  await expect(loadContext(`${folder({ 'src/pages/index.astro': '' })}/`)).rejects.toThrow(
    'src/site.config.ts:1:1  file not found; copy src/site.config.ts and src/content.config.ts from a blog',
  );
});

test('a blog without collections, whose content would be lost, ends a command', async () => {
  expect(await errorLines(DEFAULT, {})).toEqual([
    expect.stringMatching(/^src\/content\.config\.ts:1:1 {2}file not found; copy /),
  ]);
});

test('a blog may have its collections in a file of another ending', async () => {
  const { mode } = await loadContext(blog(DEFAULT, { 'src/content.config.mjs': '' }));
  expect(mode).toBe('build');
});

describe('a file of settings ends a command', () => {
  test('without a default export', async () => {
    expect(await errorLines("export const settings = { title: 'T' };")).toEqual([
      'src/site.config.ts:1:1  missing default export; write export default defineConfig({ … })',
    ]);
  });

  test('with a line for each invalid setting', async () => {
    const config = { ...REQUIRED, titel: 'T', pageSize: 0 };
    expect(await errorLines(`export default ${JSON.stringify(config)};`)).toEqual([
      expect.stringMatching(/^src\/site\.config\.ts {2}pageSize: /),
      'src/site.config.ts  unknown key titel; did you mean title?',
    ]);
  });

  test('with the invalid settings and extensions of one run', async () => {
    const config = `export default ${JSON.stringify({ ...REQUIRED, titel: 'T' })};`;
    const wrong = 'export const frontMatter = { post: {} };\nexport const hastPlugins = 1;';
    expect(await errorLines(`${config}\n${wrong}`)).toEqual([
      'src/site.config.ts  unknown key titel; did you mean title?',
      'src/site.config.ts  unknown key frontMatter.post; did you mean posts?',
      'src/site.config.ts  hastPlugins: must be a list, not 1',
    ]);
  });

  test('without the export frontMatter that src/content.config.ts imports', async () => {
    const collections = "import { frontMatter } from './site.config.ts';\n";
    expect(await errorLines(DEFAULT, { 'src/content.config.ts': collections })).toEqual([
      'src/site.config.ts  missing export frontMatter, which src/content.config.ts imports; add export const frontMatter = defineFrontMatter({})',
    ]);
  });

  test('that throws, by its name', async () => {
    const lines = await errorLines("throw new Error('it broke');");
    expect(lines.join('\n')).toMatch(/^src\/site\.config\.ts.*it broke/);
  });
});
