import { cascaded } from './cascade.ts';
import { OldAddresses } from './addresses.ts';
import type { HugoConfig } from './config.ts';
import { readContent, type OldContent } from './content.ts';
import { datedByName } from './dated-by-name.ts';
import { sortPages, type SortedPages } from './sorting.ts';

/** The content of a Hugo blog in one language. */
export interface HugoPages {
  content: OldContent;
  sorted: SortedPages;
  pages: ReturnType<typeof cascaded>;
  addresses: OldAddresses;
}

/** Reads the content in the language of a configuration. */
export function readPages(
  root: string,
  config: HugoConfig,
  mainSections: readonly string[] | undefined,
  progress?: (done: number, all: number) => void,
): HugoPages {
  const content = readContent(root, config, progress);
  const dated = (page: OldContent['pages'][number]) => datedByName(page, config);
  const pages = cascaded(content.pages, config.values['cascade']).map(dated);
  const addresses = new OldAddresses(config, pages);
  return { content, pages, sorted: sortPages(pages, config, mainSections), addresses };
}
