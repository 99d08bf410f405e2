import { replacedRoute } from './routes.ts';
import { pathKey } from './path-key.ts';

/** A route of a file in the blog's `src/pages/`. */
export interface OwnRoute {
  /** Relative to the project's folder. */
  file: string;
  /** As Astro names it: `/projects`, `/projects/[id]`, `/data.json`. */
  pattern: string;
  /** False for an endpoint, which makes a file instead of a page. */
  isPage: boolean;
}

/** Returns the route at a path of the site, without the base path. */
export type FindOwnRoute = (path: string) => OwnRoute | undefined;

/** Files of which Astro makes pages, those of the MDX integration included. */
const PAGE = /\.(?:astro|html|md|mdx|markdown|mdown|mkdn|mkd|mdwn)$/;
const ENDPOINT = /\.[jt]s$/;
/** Parts that Astro ignores: `_draft.astro`, `.DS_Store`. */
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
 * Returns what finds the route at a path. A route with parameters is found at every path of its
 * pattern, unless it replaces a route of the engine: its paths are those of posts, tags and so on.
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
      dynamic.find(({ matches }) => matches.test(key))?.route
    );
  };
}

/** `/a/[b]/[...c]` → `/a/x/`, `/a/x/y/z/`. */
function matcherOf({ pattern, isPage }: OwnRoute): RegExp {
  const parts = pattern.split('/').slice(1);
  const source = parts.map((part) =>
    /^\[\.{3}[^\]]+\]$/.test(part) ? '(?:/.+)?' : `/${partSource(part)}`,
  );
  return new RegExp(`^${source.join('')}${isPage ? '/?' : ''}$`);
}

function partSource(part: string): string {
  return part
    .split(/(\[[^\]]+\])/)
    .map((text) => {
      if (text.startsWith('[...')) return '.+';
      return text.startsWith('[') ? '[^/]+' : RegExp.escape(text.normalize('NFC'));
    })
    .join('');
}
