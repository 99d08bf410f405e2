import { headingAnchor } from '../../../src/hugo/heading-anchor.ts';
import { scanShortcodes } from '../../../src/hugo/text/scan-shortcodes.ts';
import { runTemplate } from '../../../src/hugo/text/template.ts';
import { convertText } from '../../../src/shortcodes/convert-text.ts';
import type { ShortcodeContext } from '../../../src/shortcodes/shortcode-context.ts';
import type { ConvertedText, TextContext } from '../../../src/text/text-source.ts';

type Markup = TextContext['markup'];

/** Hugo's defaults, and raw HTML as most themes want it. */
const MARKUP: Markup = {
  unsafe: true,
  typographer: true,
  attributeBlock: false,
  attributeTitle: true,
  hardWraps: false,
  definitionList: true,
  footnote: true,
  linkify: true,
  strikethrough: true,
  table: true,
  taskList: true,
  emoji: false,
  lineNos: false,
  mathByTheme: false,
};

/**
 * SiteIndex of a text in a blog: posts are at `/posts/NAME/`, and any file is there but those
 * whose name begins with `missing`.
 */
function around(markup: Partial<Markup> = {}): ShortcodeContext {
  const name = (path: string) => path.replace(/\/$/, '').replace(/^.*\//, '');
  const isThere = (path: string) => !/^https?:|missing/.test(path);
  return {
    markup: { ...MARKUP, ...markup },
    anchorOf: (line) => headingAnchor(line, 'github'),
    headingIdsFrom: 'source',
    params: { version: '1.2', note: 'a *b*', list: ['a'] },
    siteParams: { nested: { key: 'deep' } },
    link: (address) =>
      address.startsWith('/posts/') || address.endsWith('.md')
        ? `./${name(address).replace(/\.md$/, '')}.md`
        : undefined,
    ref: (path) =>
      isThere(path) ? `./${name(path).replace(/(?:\.md)?(?=#|$)/, '.md')}` : undefined,
    resource: (address) => (isThere(address) ? `./${name(address)}` : undefined),
    ownShortcodes: new Map([
      ['mine', '{{ range .Params }}{{ . }}{{ end }}'],
      ['youtube', '{{ partial "x" . }}'],
    ]),
    mappedShortcodes: new Map(),
    runTemplate,
  };
}

/** Converts a text that begins in the first line of its file. */
export function convert(
  body: string,
  markup: Partial<Markup> = {},
  others: Partial<ShortcodeContext> = {},
): ConvertedText {
  const siteIndex = { ...around(markup), ...others };
  return convertText({ file: 'content/posts/a.md', body, firstLine: 1 }, siteIndex, scanShortcodes);
}

/** Returns the diagnostics about a text, each as `3:1 warning message`. */
export function diagnostics(body: string, markup: Partial<Markup> = {}): string[] {
  return convert(body, markup).diagnostics.map(
    ({ line, column, severity, message }) => `${line}:${column ?? 0} ${severity} ${message}`,
  );
}
