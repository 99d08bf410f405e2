import { describe, expect, test } from 'vitest';
import type { SiteConfig } from '../../src/settings/settings.ts';
import { checkFiles } from './helpers.ts';

/** Returns the problems of a theme.css, without their fixes. */
async function check(css: string, settings: Partial<SiteConfig> = {}): Promise<string[]> {
  const found = await checkFiles({ '../styles/theme.css': css }, settings);
  return found.map((line) => line.replace('../styles/', '').replace(/;.*/, ''));
}

const FONT = 'font: the security policy blocks @font-face and @import of a font';
const HOST = '@import: the security policy blocks style sheets of other hosts';
const HTTP = 'url: the security policy blocks http:';

describe('theme.css', () => {
  test.each([
    [
      '4:1',
      FONT,
      ':root {\n  --a: b;\n}\n@FONT-FACE {\n  font-family: "X";\n  src: url(x.woff2);\n}',
    ],
    ['2:3', FONT, '@media screen {\n  @font-face { src: local(X), url("https://a.example/x") }\n}'],
    ['1:1', FONT, "@import '@fontsource-variable/inter';"],
    ['1:1', HOST, '@import url(https://a.example/css2?a);'],
    ['1:1', HOST, '@import "//a.example/x.css" screen;'],
    ['1:1', HOST, '@import url("http://a.example");'],
    ['2:15', HTTP, 'body {\n  background: url(http://a.example/x.png);\n}'],
  ])('is reported at %s, %s', async (position, message, css) => {
    expect(await check(css)).toEqual([
      expect.stringMatching(RegExp.escape(`theme.css:${position} ${message}`)),
    ]);
  });

  test.each([
    [{ font: ['https://a.example'] }, '@font-face { src: url("https://a.example/x") }'],
    [{ style: ['https://a.example'] }, '@import "https://a.example/x.css";'],
  ])('may have what the setting policy allows: %j', async (policy, css) => {
    expect(await check(css)).toHaveLength(1);
    expect(await check(css, { policy })).toEqual([]);
  });

  test.each([
    [
      'fonts in words',
      '/* @font-face { src: url(x) } */ p::before { content: "@import url(//a)" }',
    ],
    ['fonts that readers have', '@font-face { font-family: "X"; src: local(Georgia) }'],
    ['files of the blog', "@import './more.css'; @import 'more.css'; p { mask: url(/x.svg) }"],
    ['pictures of other hosts', 'p { background: url(https://a.example/x.png), url(data:,) }'],
    ['errors', '@import; @font-face; p { top: url( }'],
  ])('may have %s', async (_, css) => {
    expect(await check(css)).toEqual([]);
  });
});
