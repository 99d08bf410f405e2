import type { Resolve } from '../site/old-blog.ts';
import { githubAnchor } from '../text/github-anchor.ts';
import type { ConvertedText } from '../text/text-source.ts';
import type { AstroConfig } from './config.ts';
import type { AstroPage } from './content.ts';
import { convertText, markupOf } from './text.ts';

interface PageSources {
  config: AstroConfig;
  /** Returns the address of a picture of a page as `Links` reads it. */
  pictureOf: (page: AstroPage, address: string) => string;
}

/** Returns the text of a page as Octavo's Markdown. */
export function convertPage(
  page: AstroPage,
  resolve: Resolve,
  { config, pictureOf }: PageSources,
): ConvertedText {
  const { body, firstLine } = page.source;
  const { dependencies } = config;
  return convertText(
    { file: page.file, body, firstLine },
    {
      context: {
        markup: markupOf(config),
        anchorOf: githubAnchor,
        headingIdsFrom: 'source',
        ref: resolve.ref,
        link: (address) => resolve.link(address.replace(/\.mdx(?=[?#]|$)/i, '.md')),
        resource: (address) => resolve.resource(pictureOf(page, address)),
      },
      isMdx: page.isMdx,
      hasDirectives: dependencies.has('remark-directive') || config.starlight !== undefined,
      hasContents: dependencies.has('remark-toc'),
    },
  );
}
