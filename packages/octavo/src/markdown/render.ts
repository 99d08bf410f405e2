import {
  defineHastPlugin,
  htmlToHast,
  markdownToHtml,
  mdxToJs,
  type Features,
  type HastPluginList,
  type MdastPluginList,
} from 'satteri';
import {
  readArticle,
  type ArticleMetadata,
  type ArticleText,
  type Heading,
} from '../words/excerpt.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { stringsFor } from '../strings/strings.ts';
import type { Extensions } from '../settings/context.ts';
import {
  RecordedDocument,
  type Dependency,
  type SiteSettings,
  type SiteIndex,
} from './document.ts';
import { checkingPlugins, hastPlugins, mdastPlugins } from './features.ts';
import { withIncludes } from './directives/include.ts';
import { protectProse } from './text/escape-prose.ts';
import { reportingPlugins } from './owner-plugins.ts';

/** Returns the syntax that is on, with the words of a site. */
export function markdownFeatures(site: Pick<SiteSettings, 'language' | 'strings'>): Features {
  const { footnotes, backToReference } = stringsFor(site);
  return {
    gfm: {
      footnotes: {
        label: footnotes,
        backLabel: (number, again) =>
          backToReference(again > 1 ? `${number}-${again}` : `${number}`),
        // The second character asks for the arrow as text, not as an emoji.
        backContent: '↩\uFE0E',
        clobberPrefix: '',
      },
    },
    smartPunctuation: true,
    math: true,
    directive: true,
    headingAttributes: true,
    definitionList: true,
    rawHtml: true,
    frontmatter: false,
  };
}

/** A document as HTML, and what was learned on the way. */
export interface Rendering extends ArticleMetadata {
  /** Empty for MDX, which Astro renders. */
  html: string;
  diagnostics: Diagnostic[];
  dependencies: Dependency[];
}

export interface Source {
  /** Relative to `root`. */
  path: string;
  format: 'md' | 'mdx';
  /** The Markdown; where its first line is not the file's, diagnostics are off by as much. */
  body: string;
}

interface RenderOptions {
  /** The blog's root folder. */
  root: URL;
  site: SiteSettings;
  /** The owner's plugins. */
  plugins: Pick<Extensions, 'mdastPlugins' | 'hastPlugins'>;
  siteIndex: SiteIndex;
  /** What reads the text as it was written, before anything is done to it. */
  readers?: MdastPluginList;
  /** True for a check without HTML: code is not coloured. */
  onlyChecked?: boolean;
}

/** Renders a document. Errors of the author are in `diagnostics`, never thrown. */
export async function renderMarkdown(source: Source, options: RenderOptions): Promise<Rendering> {
  const features = markdownFeatures(options.site);
  const document = new RecordedDocument(
    source.path,
    options.siteIndex,
    (position) => included.original(original(position)),
    options.site,
  );
  const included = withIncludes(source, features, (path) => document.text(path));
  // Plugins of the owner's own may read whatever the features make.
  document.onlyChecked = (options.onlyChecked ?? false) && options.plugins.hastPlugins.length === 0;
  document.diagnostics.push(...included.diagnostics);
  const { body, original } = protectProse(included.body, source.format, features);
  const astro = {
    frontmatter: {},
    headings: [] as Heading[],
    localImagePaths: new Set<string>(),
    remoteImagePaths: new Set<string>(),
  };
  const shared = {
    features,
    fileURL: new URL(encodeURI(source.path), options.root),
    data: { astro, octavo: document },
    mdastPlugins: [
      ...(options.readers ?? []),
      mdastPlugins,
      reportingPlugins(options.plugins.mdastPlugins),
    ],
    hastPlugins: document.onlyChecked
      ? checkingPlugins
      : [hastPlugins, reportingPlugins(options.plugins.hastPlugins)],
  };
  const read = source.format === 'mdx' ? readMdx : toHtml;
  const { html, text } = await read(body, shared, document);
  return {
    html,
    headings: astro.headings,
    text,
    diagnostics: document.diagnostics,
    dependencies: document.dependencies,
  };
}

interface Shared {
  features: Features;
  fileURL: URL;
  data: Record<string, unknown>;
  mdastPlugins: MdastPluginList;
  hastPlugins: HastPluginList;
}

type Read = Pick<Rendering, 'html' | 'text'>;

async function toHtml(body: string, shared: Shared, document: RecordedDocument): Promise<Read> {
  const { html } = await markdownToHtml(body, shared);
  if (document.onlyChecked) return { html: '', text: NO_TEXT };
  // A hast plugin would read a live tree, node by node: twice as slow as to parse the HTML again.
  return { html, text: readArticle(htmlToHast(html, { fragment: true })) };
}

const NO_TEXT: ArticleText = {
  automatic: { text: '', goesOn: false },
  words: 0,
  characters: 0,
  terms: [],
};

/** Reads the text of MDX for lists and checks; reports syntax errors. */
async function readMdx(body: string, shared: Shared, document: RecordedDocument): Promise<Read> {
  let text = NO_TEXT;
  const reader = defineHastPlugin({
    name: 'octavo:article-text',
    after(root) {
      text = readArticle(root);
    },
  });
  try {
    await mdxToJs(body, {
      ...shared,
      hastPlugins: [shared.hastPlugins, reader],
    });
  } catch (error) {
    document.report(...mdxError(error as Error));
  }
  return { html: '', text };
}

/** Parses position and message from an error of the MDX parser: `3:1: Expected … (rule)`. */
function mdxError({ message }: Error): [{ line: number; column: number }, string] {
  const [, line = '1', column = '1', said = message] =
    /^(\d+):(\d+):\s*([\s\S]*)$/.exec(message) ?? [];
  const sentence = said.replace(/\s*\([\w-]+:[\w-]+\)\s*$/, '').replace(/\s*\n\s*/g, ' ');
  return [{ line: Number(line), column: Number(column) }, `MDX: ${sentence}`];
}
