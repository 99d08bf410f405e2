import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { AstroIntegration } from 'astro';
import { paths } from '../../addresses/urls.ts';
import type { Blog } from '../../blog/blog.ts';
import { lastSite, writeOrLink } from '../../build/swap.ts';
import { writeWhole } from '../../build/write-whole.ts';
import type { Context } from '../../settings/context.ts';
import { languagesOf, pathInSite } from '../../settings/languages.ts';
import type { Settings } from '../../settings/settings.ts';
import type { SearchText } from '../../words/search-text.ts';
import { makeIndex } from './make-index.ts';
import { searchedEntries } from './searched-entries.ts';
import { stemmersOf } from './stems.ts';
import { wordsOfEntries, type EntryWords } from './words-of-entries.ts';

/** The blogs, and the words and sections of its entries, by digest. */
interface Content {
  blogs: () => readonly Pick<Blog, 'site' | 'posts' | 'pages'>[];
  searchTexts: () => ReadonlyMap<string, SearchText>;
}

/** Makes the search index of each language's listed posts and pages; `dev` makes it when it is opened. */
export function searchIndex({ root, settings }: Context, content: Content): AstroIntegration {
  const languages = languagesOf(settings);
  const pathOf = (site: Settings) => pathInSite(paths.searchIndex(site.language), site);
  return {
    name: 'octavo:search-index',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        // The search page is complete in itself: its policy allows no script but its own.
        const assetsInlineLimit = (file: string) => (file.endsWith('.js') ? true : undefined);
        // The code for several languages is left out of others.
        const define = { 'import.meta.env.SEVERAL_LANGUAGES': `${languages.length > 1}` };
        updateConfig({ vite: { define, build: { assetsInlineLimit } } });
      },
      'astro:server:setup': ({ server }) => {
        for (const site of languages) {
          let files = new Map<string, string>();
          server.middlewares.use(pathOf(site), ({ url = '/' }, response, next) => {
            const name = new URL(url, 'http://localhost').pathname.slice(1);
            const answer = () =>
              response.writeHead(files.has(name) ? 200 : 404).end(files.get(name));
            if (name !== 'index.json') return void answer();
            filesOf(site, content).then((made) => {
              files = made;
              answer();
            }, next);
          });
        }
      },
      'astro:build:done': async ({ dir }) => {
        if (!settings.search) return;
        for (const site of languages) {
          const file = (url: URL, name = '') => join(fileURLToPath(url), pathOf(site), name);
          const cache = join(root, `.cache/octavo/search-${site.code}.bin`);
          const files = await filesOf(site, content, cache);
          if (files.size > 0) mkdirSync(file(dir), { recursive: true });
          for (const [name, json] of files)
            writeOrLink(file(dir, name), json, file(lastSite(dir), name));
        }
      },
    },
  };
}

/** Returns the files of the index; none for a blog without entries. `cache` has the words of the last build. */
async function filesOf(
  site: Settings,
  content: Content,
  cache?: string,
): Promise<Map<string, string>> {
  const blog = content.blogs().find((one) => one.site.code === site.code)!;
  const entries = searchedEntries(blog, content.searchTexts(), site);
  if (entries.length === 0) return new Map();
  const last = cache === undefined ? undefined : readWords(cache);
  const words = wordsOfEntries(entries, last);
  if (cache !== undefined && !entries.every(({ key }) => last?.entries.has(key)))
    writeWhole(cache, serialize(words));
  return makeIndex(entries, words, await stemmersOf(entries.map(({ language }) => language)));
}

/** Returns the cached words; `undefined` if there are none. */
function readWords(file: string): EntryWords | undefined {
  try {
    return deserialize(readFileSync(file)) as EntryWords;
  } catch {
    return undefined;
  }
}
