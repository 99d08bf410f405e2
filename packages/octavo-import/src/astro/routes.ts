import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page or file that a project makes by code, in `src/pages/`. */
export interface Route {
  /** Relative to the project. */
  file: string;
  /** `/posts/[...slug]/`, `/rss.xml` */
  pattern: string;
  /** The names of its parameters. */
  parameters: string[];
  /** Its source. */
  source: string;
  isEndpoint: boolean;
}

/** Returns the routes of a project that are made by code; texts are pages of their own. */
export function readRoutes(root: string): Route[] {
  return globSync('src/pages/**/*.{astro,js,ts,mjs,html}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\/_|\.d\.ts$|\.test\./.test(path))
    .sort()
    .map((file) => {
      const isEndpoint = /\.[mc]?[jt]s$/.test(file);
      const path = file
        .slice('src/pages'.length)
        .replace(/\.\w+$/, '')
        // The default language has no folder.
        .replace(/\/\[\.\.\.(?:locale|lang)\](?=\/)/, '');
      const page = path.replace(/\/index$/, '/').replace(/\/?$/, '/');
      return {
        ...{ file, isEndpoint, pattern: isEndpoint ? path : page },
        parameters: [...path.matchAll(/\[(?:\.\.\.)?([^\]]+)\]/g)].map(([, name = '']) => name),
        source: readFileSync(join(root, file), 'utf8'),
      };
    });
}

/** Returns a pattern with its parameters replaced; the path of a page has one slash at its end. */
export function filled(pattern: string, values: (parameter: string) => string): string {
  return pattern
    .replace(/\[(?:\.\.\.)?([^\]]+)\]/g, (_, name: string) => values(name))
    .replace(/\/{2,}/g, '/');
}

/** Parameters of lists, which no post has. */
const OF_LISTS =
  /^(?:page|pageNum\w*|tag|tags|category|cat|year|month|author|series|lang|locale|letter)$/i;

/** Returns the route of the entries of a collection; `undefined` if no page shows them. */
export function routeOf(
  collection: string,
  routes: readonly Route[],
  isOfPosts: boolean,
): Route | undefined {
  const stem = collection.replace(/s$/, '');
  const scored = routes
    .filter(({ isEndpoint, parameters }) => !isEndpoint && parameters.length > 0)
    .filter(({ parameters }) => !OF_LISTS.test(parameters.at(-1) ?? ''))
    .map((route) => ({ route, score: scoreOf(route, collection, stem) }))
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  return best && best.score >= (isOfPosts ? 0 : 2) ? best.route : undefined;
}

function scoreOf({ source, pattern }: Route, collection: string, stem: string): number {
  const named = [
    ...source.matchAll(/get(?:Collection|Entry)\w*(?:<[^>]*>)?\(\s*["'`](\w[\w-]*)/g),
  ].map(([, name]) => name);
  const isNamed = named.includes(collection) ? 4 : named.length > 0 ? -3 : 0;
  const folders = pattern.split('/').filter(Boolean);
  const isInFolder = folders.some((part) => part.replace(/s$/, '') === stem) ? 2 : 0;
  const isUsual = /^\/(?:posts?|blog|articles?|writing)\//.test(pattern) ? 1 : 0;
  // A draft or preview of a post has another address.
  return isNamed + isInFolder + isUsual - (/preview|embed|og|amp/i.test(pattern) ? 2 : 0);
}
