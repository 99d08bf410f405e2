import type { Liquid } from 'liquidjs';
import { posix } from 'node:path';
import { at, boolean, text } from '../old/values.ts';
import type { Resolve } from '../site/old-blog.ts';
import type { ConvertedText } from '../text/text-source.ts';
import type { JekyllConfig } from './config.ts';
import type { JekyllPage } from './content.ts';
import { headingAnchor } from './heading-anchor.ts';
import type { LiquidSite } from '../liquid/expansion.ts';
import { asksForMath } from '../text/asks-for-math.ts';
import { markupOf, parserOf } from './markup.ts';
import { inFolder } from './post-data.ts';
import { convertText } from './text.ts';

/** The parts of a blog that texts refer to. */
export interface PageSources {
  config: JekyllConfig;
  /** True if all pages have a script for formulas. */
  hasMath: boolean;
  engine: Liquid;
  site: LiquidSite;
  /** Returns `page` in templates. */
  scopeOf: (page: JekyllPage) => Record<string, unknown>;
  /** Returns the path of a page by the path of its file. */
  urlOfFile: (path: string) => string | undefined;
}

/** Returns the text of a page as Octavo's Markdown. */
export function convertPage(
  page: JekyllPage,
  resolve: Resolve,
  sources: PageSources,
): ConvertedText {
  const { config, engine, site } = sources;
  const { values, body, firstLine } = page.source;
  const parser = parserOf(config);
  const hasMath = sources.hasMath || asksForMath(values);
  const usesLiquid = boolean(values['render_with_liquid']) !== false;
  return convertText(
    { file: page.file, body, firstLine },
    {
      context: {
        markup: markupOf(config, hasMath),
        anchorOf: (line) => headingAnchor(line, parser),
        headingIdsFrom: 'source',
        ref: resolve.ref,
        link: (address) => resolve.link(ofFile(address, page, sources) ?? address),
        resource: (address) => resolve.resource(inFolder(address, values)),
      },
      parser,
      liquid: usesLiquid ? { engine, site, page: sources.scopeOf(page) } : undefined,
      isHtml: /^x?html?$/.test(page.ending),
      excerptSeparator: text(values['excerpt_separator']) ?? config.excerptSeparator,
      isMarkdownInHtml: boolean(at(config.values, 'kramdown', 'parse_block_html')) === true,
    },
  );
}

/** A link to the file of a page leads to the page (jekyll-relative-links). */
function ofFile(address: string, page: JekyllPage, { urlOfFile }: PageSources): string | undefined {
  const [, path = '', rest = ''] = /^([^?#]*\.(?:md|markdown))([?#].*)?$/i.exec(address) ?? [];
  if (path === '' || /^[a-z]+:/i.test(path)) return undefined;
  const folder = posix.dirname(page.path);
  const url = urlOfFile(posix.join(path.startsWith('/') ? '.' : folder, path));
  return url === undefined ? undefined : url + rest;
}
