import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { AstroIntegration } from 'astro';
import { paths } from '../../addresses/urls.ts';
import type { Blog } from '../../blog/blog.ts';
import type { SiteBuild } from '../../build/site-build.ts';
import { digestOf } from '../../digest-of.ts';
import { writeWhole } from '../../write-whole.ts';
import type { Context } from '../../settings/context.ts';
import { languagesOf, pathInSite } from '../../settings/languages.ts';
import type { Settings } from '../../settings/settings.ts';
import { NO_SEARCH_TEXT, type SearchText } from '../../words/search-text.ts';
import { makeIndex } from './make-index.ts';
import { searchedEntries, type EntryFacts } from './searched-entries.ts';
import { stemmersOf } from './stems.ts';
import { wordsOfEntries, type EntryWords } from './words-of-entries.ts';

/** The blogs, and the words and sections of its entries, by digest. */
interface Content {
  blogs: () => readonly Pick<Blog, 'site' | 'posts' | 'pages'>[];
  searchTexts: () => ReadonlyMap<string, SearchText>;
}

/** With more new entries, all words are read and cached again; reading those of fewer takes less time. */
const MOST_NEW = 20;

/** Makes the search index of each language's listed posts and pages; `dev` makes it when it is opened. */
export function searchIndex(
  { root, settings }: Context,
  content: Content,
  siteBuild: () => Pick<SiteBuild, 'build' | 'cache'>,
): AstroIntegration {
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
            filesOf(entriesOf(site, content), content).then((made) => {
              files = made;
              answer();
            }, next);
          });
        }
      },
      'astro:build:done': async () => {
        const { build, cache } = siteBuild();
        for (const site of settings.search ? languages : []) {
          const folder = pathOf(site).slice(1);
          const entries = entriesOf(site, content);
          const keyOfAll = digestOf(
            build.version,
            entries.map(({ key }) => key),
          );
          if (cache.reuseFolder(folder, 'index.json', keyOfAll)) continue;
          const words = join(root, `.cache/octavo/search-${site.code}.bin`);
          for (const [name, json] of await filesOf(entries, content, words)) {
            const key = name === 'index.json' ? keyOfAll : hash('sha256', json, 'base64url');
            if (cache.reuse(folder + name, key)) continue;
            writeWhole(join(build.folder, folder, name), json);
            cache.add(folder + name, { key, assets: [] });
          }
        }
      },
    },
  };
}

function entriesOf(site: Settings, { blogs }: Content): EntryFacts[] {
  return searchedEntries(
    blogs().find((blog) => blog.site.code === site.code)!,
    site,
  );
}

/** Returns the files of the index; none if there are no entries. `cache` has the words of an earlier build. */
async function filesOf(
  facts: readonly EntryFacts[],
  { searchTexts }: Content,
  cache?: string,
): Promise<Map<string, string>> {
  if (facts.length === 0) return new Map();
  const texts = searchTexts();
  const entries = facts.map((one) => ({ ...one, ...(texts.get(one.digest) ?? NO_SEARCH_TEXT) }));
  const stemmers = await stemmersOf(entries.map(({ language }) => language));
  const last = cache === undefined ? undefined : readWords(cache);
  const known = entries.filter(({ key }) => last?.entries.has(key)).length;
  const isCached = known > 0 && entries.length - known <= MOST_NEW;
  const words = wordsOfEntries(entries, stemmers, isCached ? last : undefined);
  if (cache !== undefined && !isCached) writeWhole(cache, serialize(words));
  return makeIndex(entries, words, stemmers);
}

/** Returns the cached words; `undefined` if there are none. */
function readWords(file: string): EntryWords | undefined {
  try {
    return deserialize(readFileSync(file)) as EntryWords;
  } catch {
    return undefined;
  }
}
