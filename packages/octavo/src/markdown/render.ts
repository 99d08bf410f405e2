import {
  defineHastPlugin,
  htmlToHast,
  markdownToHtml,
  mdxToJs,
  type CompileOptions,
  type Data,
  type HastNode,
  type HastPluginList,
} from 'satteri';
import type { ArticleMetadata, Heading } from '../words/excerpt.ts';
import type { SearchText } from '../words/search-text.ts';
import type { CheckId } from '../diagnostics/check-ids.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Extensions } from '../settings/context.ts';
import type { ColoredCode } from './code/highlighter.ts';
import {
  markdownDocument,
  type Dependency,
  type MarkdownDocument,
  type SiteIndex,
  type SiteSettings,
  type Source,
} from './document.ts';
import { checkingPlugins, hastPlugins, mdastPlugins } from './features.ts';
import { withIncludes } from './directives/include.ts';
import { diagramIds } from './diagrams/feed-drawing.ts';
import { anchorsOf } from './headings/anchors.ts';
import { headings as headingPlugins } from './headings/headings.ts';
import { wikilinks } from './links/wikilinks.ts';
import { reportingPlugins } from './owner-plugins.ts';
import { scriptReader } from './mdx/scripts.ts';
import { readArticle } from './read-article.ts';
import { searchTextOf } from './search-text.ts';
import { textReader, type WrittenText } from './source-text.ts';
import { markdownFeatures } from './syntax.ts';
import type { CheckedText } from './text-check.ts';
import { cjkMarks } from './text/cjk-marks.ts';
import { emoji } from './text/emoji.ts';
import { protectProse } from './text/escape-prose.ts';
import { MOST_LEVELS, TOO_DEEP } from './text/oversized.ts';
import { childrenOf } from './tree.ts';

/** A document as HTML, with its metadata. */
export interface Rendering extends ArticleMetadata {
  /** Empty for MDX, which Astro renders. */
  html: string;
  /** Absent in a check, and for a text that could not be rendered. */
  search?: SearchText | undefined;
  /** Absent for a text that could not be rendered. */
  colored?: ColoredCode;
  diagnostics: Diagnostic[];
  dependencies: Dependency[];
}

/** A rendering, with what checks of its text depend on. */
interface CheckableRendering extends Rendering, Pick<CheckedText, 'document' | 'anchors'> {
  /** The text as its author wrote it; `undefined` for MDX that does not parse. */
  written: WrittenText | undefined;
}

interface RenderOptions {
  /** The blog's root folder. */
  root: URL;
  site: SiteSettings;
  /** The owner's plugins. */
  plugins: Pick<Extensions, 'mdastPlugins' | 'hastPlugins'>;
  siteIndex: Partial<SiteIndex>;
  /** True for a check without HTML: code is not colored. */
  onlyChecked?: boolean | undefined;
}

/** Renders a document. Errors of the author are in `diagnostics`, never thrown. */
export async function renderMarkdown(
  source: Source,
  { root, site, plugins, siteIndex, onlyChecked = false }: RenderOptions,
): Promise<CheckableRendering> {
  const document = markdownDocument(source.path, siteIndex, {
    site,
    ...(source.language !== undefined && { language: source.language }),
    // Plugins of the owner's may read whatever the features make.
    onlyChecked: onlyChecked && plugins.hastPlugins.length === 0,
    original: (position) => included.original(original(position)),
    colored: { before: source.colored ?? {}, now: {} },
  });
  const included = withIncludes(source, document.text, document.exists);
  document.diagnostics.push(...included.diagnostics);
  const { body, original } = protectProse(included.body, source.format);
  const headings: Heading[] = [];
  const images = { localImagePaths: new Set<string>(), remoteImagePaths: new Set<string>() };
  const data: Data = { octavo: document, astro: { frontmatter: {}, headings, ...images } };
  const compiled = await compile({ ...source, body }, document, {
    ...{ features: markdownFeatures(site), data },
    fileURL: new URL(encodeURI(source.path), root),
    mdastPlugins: [
      wikilinks,
      textReader,
      scriptReader,
      mdastPlugins,
      reportingPlugins(plugins.mdastPlugins),
    ],
    hastPlugins: document.onlyChecked
      ? checkingPlugins
      : [hastPlugins, reportingPlugins(plugins.hastPlugins)],
  });
  // Only MDX needs Vite's parser of JavaScript.
  if (data.scripts) (await import('./mdx/names.ts')).reportNames(data.scripts, document);
  const { diagnostics, dependencies, targets } = document;
  return {
    ...{ ...compiled, headings, diagnostics, dependencies, document },
    ...{ targets: [...targets], colored: document.colored.now },
    ...{ written: data.written, ...(data.replaced && { replaced: data.replaced }) },
  };
}

type Compiled = Pick<
  CheckableRendering,
  'html' | 'search' | 'text' | 'terms' | 'diagrams' | 'values' | 'anchors'
>;

/** Compiles a text, and reads it for lists and checks; reports syntax errors of MDX. */
async function compile(
  { format, body }: Source,
  { onlyChecked, language, site, report }: MarkdownDocument,
  options: CompileOptions & { hastPlugins: HastPluginList },
): Promise<Compiled> {
  let read: Omit<Compiled, 'html' | 'values'> = { ...readArticle(EMPTY), anchors: undefined };
  const readTree = (tree: HastNode, values?: Rendering['values']) => {
    const article = onlyChecked ? EMPTY : tree;
    const diagrams = diagramIds(article);
    read = { ...readArticle(article, values), diagrams, anchors: anchorsOf(tree) };
    if (!onlyChecked && site.search) read.search = searchTextOf(tree, language, values);
  };
  if (format === 'md') {
    try {
      const { html } = await markdownToHtml(body, options);
      // A hast plugin would read a live tree, node by node: twice as slow as to parse the HTML again.
      const tree = htmlToHast(html, { fragment: true });
      if (depthOf(tree) > MOST_LEVELS) throw new RangeError(TOO_DEEP);
      readTree(tree);
      return { html, ...read };
    } catch (error) {
      // Thrown by functions that call themselves for each level.
      if (!(error instanceof RangeError)) throw error;
      report(undefined, TOO_DEEP, 'text-size');
      return { html: '', ...read };
    }
  }
  const { expressionValues } = await import('./mdx/values.ts');
  let values: Rendering['values'] = {};
  const reader = defineHastPlugin({
    name: 'octavo:article',
    after(tree, { data }) {
      if (!onlyChecked && data.scripts) values = expressionValues(data.scripts);
      readTree(tree, values);
    },
  });
  try {
    await mdxToJs(body, { ...options, hastPlugins: [options.hastPlugins, reader] });
  } catch (error) {
    report(...mdxError(error as Error));
  }
  return { html: '', ...read, values };
}

const EMPTY: HastNode = { type: 'root', children: [] };

function depthOf(tree: HastNode): number {
  let depth = 0;
  for (let level = [tree]; level.length > 0; level = level.flatMap(childrenOf)) depth += 1;
  return depth;
}

/** Parses position and message from an error of the MDX parser: `3:1: Expected … (rule)`. */
function mdxError({ message }: Error): [{ line: number; column: number }, string, CheckId] {
  const [, line = '1', column = '1', said = message] =
    /^(\d+):(\d+):\s*([\s\S]*)$/.exec(message) ?? [];
  const sentence = said.replace(/\s*\([\w-]+:[\w-]+\)\s*$/, '').replace(/\s*\n\s*/g, ' ');
  return [{ line: Number(line), column: Number(column) }, `MDX: ${sentence}`, 'mdx'];
}

/**
 * Returns the ids that a link to a document may lead to, without rendering the rest of it; `text`
 * is that of a file that it includes. `undefined` where they are not known: MDX that does not
 * parse, or with components of its own.
 */
export function readAnchors(source: Source, site: SiteSettings, text: SiteIndex['text']) {
  const { body } = protectProse(withIncludes(source, text).body, source.format);
  const options = {
    ...{ features: markdownFeatures(site), data: { octavo: markdownDocument(source.path) } },
    mdastPlugins: [cjkMarks.mdast, emoji.mdast, headingPlugins.mdast],
    hastPlugins: [headingPlugins.hast],
  };
  let anchors: string[] | undefined;
  const reader = defineHastPlugin({
    name: 'octavo:read-anchors',
    before(root) {
      anchors = anchorsOf(root);
    },
  });
  try {
    // As in `compile`: a live tree is slower to read.
    if (source.format === 'md')
      return anchorsOf(htmlToHast(markdownToHtml(body, options).html, { fragment: true }));
    mdxToJs(body, { ...options, hastPlugins: [headingPlugins.hast, reader] });
  } catch {
    // MDX that does not parse, and a text that is nested too deeply, are reported when rendered.
  }
  return anchors;
}
