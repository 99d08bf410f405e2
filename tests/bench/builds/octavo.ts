import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteConfig } from '../../../packages/octavo/src/settings/settings.ts';
import type { Packed } from '../../packed.ts';
import { post } from '../../posts.ts';
import type { Article } from '../articles.ts';
import type { Contender, ContenderName } from './contender.ts';

/** Returns a site of the engine as it is published, with all that it does unless the settings say less. */
export function octavo(
  name: ContenderName,
  packed: Packed,
  all: readonly Article[],
  settings: Partial<SiteConfig> = {},
): Contender {
  const files = Object.fromEntries(
    all.map((article) => [`posts/${article.slug}.md`, source(article)]),
  );
  const site = packed.linkedBlog(name, {
    settings: { ...settings, title: 'Bench', description: 'Many posts.' },
    files,
  });
  return {
    ...{ name, folder: site.folder, output: join(site.folder, 'dist') },
    command: { program: process.execPath, args: [site.bin, 'build'], folder: site.folder },
    clean: () => {
      site.removeCaches();
      rmSync(join(site.folder, 'dist'), { recursive: true, force: true });
    },
    write: (article) => site.write(fileOf(article), source(article)),
    remove: (article) => rmSync(join(site.folder, 'src', fileOf(article)), { force: true }),
    configure: (description) =>
      site.edit('site.config.ts', /"description": ".*"/, `"description": "${description}"`),
  };
}

/** Returns articles of which the second half are translations of the first. */
export function inTwoLanguages(all: readonly Article[]): Article[] {
  const half = Math.ceil(all.length / 2);
  return all.map((article, index) => ({
    ...article,
    slug: index < half ? article.slug : `${all[index - half]!.slug}.de`,
    // Links lead to posts of the first half, or to their translations.
    text: article.text.replace(
      /(?<=\/posts\/post-)\d+/g,
      (number) => `${Number(number) % half || half}`,
    ),
  }));
}

function fileOf({ slug }: Article): string {
  return `content/posts/${slug}.md`;
}

function source({ title, date, tags, text }: Article): string {
  return post({ title, date, tags }, text);
}
