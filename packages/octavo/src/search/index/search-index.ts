import { createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { IndexFile, PagefindIndex } from 'pagefind';
import type { Blog } from '../../blog/blog.ts';
import type { Settings } from '../../settings/settings.ts';
import { fileAt } from '../../addresses/path-key.ts';
import { paths } from '../../addresses/urls.ts';
import { NOT_SEARCHED, searchableHtml } from './searchable-html.ts';

/**
 * Makes the search index of the listed posts and pages, below `/pagefind/`, serves the last one in
 * `dev`, and provides Pagefind's module to the search page as `virtual:pagefind`.
 */
export function searchIndex(site: Settings, blog: () => Blog): AstroIntegration {
  let dist = '';
  return {
    name: 'octavo:search-index',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [pagefindModule()],
            // The search page is complete in itself: its policy allows no script but its own.
            build: { assetsInlineLimit: (file) => (file.endsWith('.js') ? true : undefined) },
          },
        });
      },
      'astro:config:done': ({ config }) => {
        dist = fileURLToPath(config.outDir);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(paths.searchIndex, ({ url = '/' }, response) => {
          const { pathname } = new URL(url, 'http://localhost');
          createReadStream(join(dist, paths.searchIndex, pathname))
            .on('error', () => response.writeHead(404).end())
            .pipe(response);
        });
      },
      'astro:build:done': async ({ dir }) => {
        if (!site.search) return;
        await writeIndex(fileURLToPath(dir), blog(), site.language);
        // Also ends the process that bundling the search page has started.
        await (await import('pagefind')).close();
      },
    },
  };
}

async function writeIndex(folder: string, { posts, pages }: Blog, language: string) {
  const entries = [...posts, ...pages.filter(({ listed }) => listed)];
  if (entries.length === 0) return;
  const index = await openIndex(language);
  for (const entry of entries) {
    const page = readFileSync(join(folder, fileAt(entry.url)), 'utf8');
    const content = searchableHtml(page, entry);
    // One after the other: the index depends on the order, and must be reproducible.
    const { errors } = await index.addHTMLFile({ url: entry.url, content });
    if (errors.length > 0) throw new Error(`${entry.url}: ${errors.join('\n')}`);
  }
  for (const { path, content } of neededFiles(await filesOf(index))) {
    const file = join(folder, paths.searchIndex, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/**
 * The size of one chunk of the index, for which Pagefind has no option: less than its default
 * (20000), since a search fetches a chunk for each word.
 */
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= '8000';

/** Returns an index whose words are letters, digits and `_ + #`, as in C++ and C#. */
async function openIndex(language: string): Promise<PagefindIndex> {
  // Not loaded if search is off.
  const { createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({
    forceLanguage: indexLanguage(language),
    includeCharacters: '+#',
    excludeSelectors: NOT_SEARCHED,
  });
  if (!index) throw new Error(errors.join('\n'));
  return index;
}

/**
 * Returns the language for Pagefind's stemming, or `und` for languages that Pagefind would segment
 * itself, by rules that no browser has: words/words.ts has done it.
 */
function indexLanguage(language: string): string {
  const code = new Intl.Locale(language).language;
  return ['ja', 'th', 'zh'].includes(code) ? 'und' : code;
}

async function filesOf(index: PagefindIndex): Promise<IndexFile[]> {
  const { files, errors } = await index.getFiles();
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return files;
}

/** Returns the files that a search fetches, without Pagefind's own module and interface. */
function neededFiles(files: readonly IndexFile[]): IndexFile[] {
  const hasProgram = files.some(({ path }) => /^wasm\.(?!unknown\.)/.test(path));
  // The program for unknown languages is there beside that of a language.
  const unneeded = hasProgram ? /\.(?:js|css)$|^wasm\.unknown\./ : /\.(?:js|css)$/;
  return files.filter(({ path }) => !unneeded.test(path));
}

const MODULE = 'virtual:pagefind';

/** Pagefind's module for browsers, from its binary, so that it fits the index. */
function pagefindModule() {
  return {
    name: 'octavo:pagefind-module',
    resolveId: (id: string) => (id === MODULE ? `\0${MODULE}` : undefined),
    async load(id: string) {
      if (id !== `\0${MODULE}`) return undefined;
      const index = await openIndex('en');
      const files = await filesOf(index);
      await index.deleteIndex();
      const { content } = files.find(({ path }) => path === 'pagefind.js')!;
      return Buffer.from(content).toString();
    },
  };
}
