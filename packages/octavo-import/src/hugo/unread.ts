import { posix } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import type { OldAddress } from '../imported-site.ts';
import type { OldPage } from '../old/old-page.ts';
import { texts } from '../old/values.ts';
import type { OldAddresses } from './addresses.ts';
import type { HugoConfig } from './config.ts';
import { readData } from './post-data.ts';

/** Returns the URLs of texts in formats other than Markdown, which redirect to the index. */
export function unreadPages(
  unread: readonly OldPage[],
  addresses: OldAddresses,
  config: HugoConfig,
  now: number,
): { addresses: OldAddress[]; diagnostics: Diagnostic[] } {
  const found: { addresses: OldAddress[]; diagnostics: Diagnostic[] } = {
    addresses: [],
    diagnostics: [],
  };
  for (const page of unread) {
    const { isPublished } = readData(page, config, now);
    const url = addresses.page(page);
    const aliases = texts(page.source.values['aliases']).map((one) => addresses.alias(one, url));
    const isListed = isPublished && page.kind === 'page';
    if (isListed)
      for (const from of [url, ...aliases])
        found.addresses.push({ from, to: '/', kind: 'page', by: 'page' });
    const redirected = isListed ? `; ${url} redirects to the index` : '';
    found.diagnostics.push({
      ...{ file: page.file, line: 1, severity: 'error' },
      message: `${posix.extname(page.file)} is not supported; skipped${redirected}`,
    });
  }
  return found;
}
