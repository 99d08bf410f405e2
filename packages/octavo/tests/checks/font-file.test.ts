import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { context, folder, found } from '../helpers.ts';

const { resolve } = createRequire(import.meta.url);

test.each([
  [resolve('@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2')],
  ['none.woff2', 'none.woff2 not found'],
  ['@fontsource/none/none.woff2', '@fontsource/none/none.woff2 not found'],
  ['src/fonts/text.woff2', 'src/fonts/text.woff2 is not a WOFF2 font'],
])('the font file %s', async (file, problem?: string) => {
  const fonts = { headings: { files: [file] } };
  const root = folder({
    'src/content/authors/jane.md': '---\nname: Jane\n---\n',
    'src/fonts/text.woff2': 'version https://git-lfs.github.com/spec/v1',
    'src/site.config.ts': `export default defineConfig({\n  fonts: ${JSON.stringify(fonts)} });\n`,
  });
  const { diagnostics } = await checkContent(context(root, { fonts }));
  expect(found(diagnostics).map((line) => line.replace(/;.*/, ''))).toEqual(
    problem === undefined ? [] : [`2:33 fonts.headings: ${problem}`],
  );
});
