import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { decodeText } from '../old/decode.ts';
import { text, type Values } from '../old/values.ts';
import type { JekyllConfig } from './config.ts';
import type { JekyllPage } from './content.ts';
import type { LiquidSite } from '../liquid/expansion.ts';
import { categoriesOf, tagsOf } from './permalinks.ts';
import { typed } from './typed.ts';

/** A page, with what templates may ask of it. */
export interface Located {
  page: JekyllPage;
  url: string;
  id: string;
  /** Milliseconds since 1970. */
  time: number | undefined;
}

/** A date that templates print as Ruby does: `2024-01-06 10:30:00 +0000`. */
class JekyllDate extends Date {
  override toString(): string {
    return this.toISOString().replace(/T(.*)\..*/, ' $1 +0000');
  }
}

/** Returns what templates know of the blog. */
export function liquidSite(
  root: string,
  config: JekyllConfig,
  data: Values,
  located: readonly Located[],
  now: number,
): LiquidSite {
  const url = (config.baseUrl ?? '').replace(/\/$/, '');
  const source = join(root, config.source);
  const byPath = new Map(located.map((one) => [one.page.path, one.url]));
  const posts = located
    .filter(({ page }) => page.type === 'posts')
    .toSorted((a, b) => (b.time ?? 0) - (a.time ?? 0));
  const byName = new Map(posts.flatMap((one) => postNames(one).map((name) => [name, one.url])));
  const collections = [...config.collections.keys()].map((name): [string, unknown] => [
    name,
    located.filter(({ page }) => page.type === name).map(pageScope),
  ]);
  return {
    url,
    site: {
      ...(typed(config.values) as Values),
      ...{ url, baseurl: '', time: new JekyllDate(now), data: typed(data) },
      posts: posts.map(pageScope),
      pages: located.filter(({ page }) => page.type === 'pages').map(pageScope),
      ...Object.fromEntries(collections),
    },
    include: (name) => includedFile(source, name, config),
    postUrl: (name) => byName.get(name.replace(/^\//, '').replace(/\.\w+$/, '')),
    fileUrl: (path) => {
      const plain = path.replace(/^\//, '');
      return byPath.get(plain) ?? (existsSync(join(source, plain)) ? `/${plain}` : undefined);
    },
  };
}

/** A post is named by its file, with the folders of its category or without. */
function postNames({ page }: Located): string[] {
  const path = page.path.replace(/\.[^./]*$/, '').replace(/(?:^|\/)_posts\//, '/');
  return [page.basename, path.replace(/^\//, '')];
}

/** Returns `page` in templates. */
export function pageScope({ page, url, id, time }: Located): Record<string, unknown> {
  return {
    ...(typed(page.source.values) as Values),
    ...{ url, id, path: page.path, name: page.path.replace(/^.*\//, '') },
    categories: categoriesOf(page),
    tags: tagsOf(page),
    slug: page.name,
    ...(time !== undefined && { date: new JekyllDate(time) }),
  };
}

function includedFile(source: string, name: string, { values }: JekyllConfig): string | undefined {
  const folders = [text(values['includes_dir']) ?? '_includes', '.', '_posts'];
  for (const folder of folders) {
    const path = normalize(join(source, folder, name));
    if (!path.startsWith(source) || !existsSync(path)) continue;
    return decodeText(readFileSync(path))?.text;
  }
  return undefined;
}
