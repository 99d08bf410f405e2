import { replacedRoute } from './routes.ts';
import { pathKey } from './path-key.ts';

/** A route of a file in the blog's `src/pages/`. */
export interface OwnRoute {
  /** Relative to the blog's root folder. */
  file: string;
  /** Astro's pattern: `/projects`, `/projects/[id]`, `/data.json`. */
  pattern: string;
  /** False for an endpoint. */
  isPage: boolean;
}

/** Returns the route at a path of the site, without the base path. */
export type FindOwnRoute = (path: string) => OwnRoute | undefined;

/** The files that are pages, those of the MDX integration included. */
const PAGE = /\.(?:astro|html|md|mdx|markdown|mdown|mkdn|mkd|mdwn)$/;
const ENDPOINT = /\.[jt]s$/;
/** Segments that Astro ignores: `_draft.astro`, `.DS_Store`. */
const IGNORED = /\/(?:_|\.(?!well-known(?:\/|$)))/;

/** The folder of the owner's routes, relative to the blog's root folder. */
export const PAGES = 'src/pages';

/**
 * Returns the route of a file in `src/pages/` by the rules of Astro, from its path there, such as
 * `/projects/index.astro`; `undefined` for a file that Astro ignores.
 */
export function routeOf(path: string): OwnRoute | undefined {
  if (IGNORED.test(path) || !(PAGE.test(path) || ENDPOINT.test(path))) return undefined;
  return {
    file: PAGES + path,
    pattern: path.replace(/\.[^./]+$/, '').replace(/\/index$/, '') || '/',
    isPage: PAGE.test(path),
  };
}

/** Returns the path that a route without parameters answers; `undefined` for one with parameters. */
export function staticPath({ pattern, isPage }: OwnRoute): string | undefined {
  if (pattern.includes('[')) return undefined;
  return (isPage && pattern !== '/' ? `${pattern}/` : pattern).normalize('NFC');
}

/**
 * Returns a function that finds the route at a path. A route with parameters matches every path of
 * its pattern, unless it replaces a route of the engine, whose paths are known.
 */
export function findOwnRoute(routes: readonly OwnRoute[]): FindOwnRoute {
  const byPath = new Map(routes.map((route) => [staticPath(route), route]));
  const dynamic = routes
    .filter(({ pattern }) => pattern.includes('[') && replacedRoute(pattern) === undefined)
    .map((route) => ({ route, matches: matcherOf(route) }));
  return (path) => {
    const key = pathKey(path);
    return (
      byPath.get(key) ??
      byPath.get(`${key}/`) ??
      dynamic.find(({ matches }) => matches.test({ pathname: key }))?.route
    );
  };
}

/** Returns Astro's pattern as a URL pattern: `/a/[b]/[...c]` → `/a/([^\/]+){/*}?`. */
function matcherOf({ pattern, isPage }: OwnRoute): URLPattern {
  const pathname = pattern
    .normalize('NFC')
    .replace(/[+*?(){}:\\]/g, '\\$&')
    .replace(/\/\[\.{3}[^\]]+\](?=\/|$)/g, '{/*}?')
    .replace(/\[\.{3}[^\]]+\]/g, '*')
    .replace(/\[[^\]]+\]/g, '([^\\/]+)');
  return new URLPattern({ pathname: isPage ? `${pathname}{/}?` : pathname });
}
