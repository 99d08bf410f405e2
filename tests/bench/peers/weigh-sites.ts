import { launchBrowser } from '../../../scripts/browser.ts';
import { serveFiles } from '../../serve.ts';
import type { Contender, ContenderName } from '../builds/contender.ts';
import { weigh, type Weight } from '../pages/weigh.ts';
import { INSTALLED } from './peers.ts';

/** The weights of the index and of an article of a site. */
export type SiteWeights = Record<'index' | 'article', Weight>;

/** Weighs the index and one article of built sites. */
export async function weighSites(
  sites: readonly Contender[],
  slug: string,
): Promise<Partial<Record<ContenderName, SiteWeights>>> {
  const browser = await launchBrowser();
  const weights: Partial<Record<ContenderName, SiteWeights>> = {};
  for (const { name, output } of sites) {
    const server = await serveFiles({ base: '/', dist: output });
    const index = INSTALLED[name]?.path;
    weights[name] = {
      index: await weigh(browser, server.url + (index ?? '')),
      article: await weigh(browser, `${server.url}${index ?? 'posts/'}${slug}/`),
    };
    await server.close();
  }
  await browser.close();
  return weights;
}
