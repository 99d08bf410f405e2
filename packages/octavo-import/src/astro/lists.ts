import { slug as githubSlug } from 'github-slugger';
import { paths } from 'octavo/internal/addresses/urls';
import type { OldAddress } from '../imported-site.ts';
import { feedAddresses, type OldFeed } from '../site/feed-addresses.ts';
import type { OldLists } from '../site/old-blog.ts';
import { termPage } from '../site/term-page.ts';
import { asBuilt } from './addresses.ts';
import type { AstroConfig } from './config.ts';
import { filled, type Route } from './routes.ts';

/** A published post, as lists see it. */
export interface Listed {
  tags: readonly string[];
  categories: readonly string[];
  /** `2024` */
  year: string;
}

interface ListSources {
  routes: readonly Route[];
  /** Routes of entries, which are posts and pages. */
  entryRoutes: ReadonlySet<Route>;
  config: AstroConfig;
  posts: readonly Listed[];
  /** True for the path of a page of the new site. */
  isPage: (path: string) => boolean;
}

/** Returns the URLs of lists, feeds and pages of components, and their targets. */
export function listsOf(sources: ListSources): OldLists {
  const { routes, entryRoutes, config } = sources;
  const others = routes.filter((route) => !entryRoutes.has(route));
  const feeds = feedAddresses([...feedsOf(others, sources), ...starlightFeeds(config)]);
  const pages = others
    .filter(({ isEndpoint }) => !isEndpoint)
    .flatMap((route) => listAddresses(route, sources));
  const known = new Map<string, OldAddress>();
  const all = [
    HOME,
    ...pages,
    ...starlightLists(sources),
    ...feeds.addresses,
    ...fixed(others, config),
  ];
  for (const address of all) if (!known.has(address.from)) known.set(address.from, address);
  return { addresses: [...known.values()], alsoAt: feeds.alsoAt, others: [] };
}

const HOME: OldAddress = { from: '/', to: '/', kind: 'list', by: 'same' };

function leading(from: string, to: string | undefined): OldAddress {
  if (to === undefined) return { from, to, kind: 'page', by: 'nothing' };
  return { from, to, kind: 'list', by: from === to ? 'same' : 'page' };
}

function listAddresses(
  route: Route,
  { config, posts, isPage, entryRoutes }: ListSources,
): OldAddress[] {
  const { pattern, parameters } = route;
  if (/^\/(?:404|500)\/$/.test(pattern)) return [];
  const kinds = parameters.filter((name) => !/^page/i.test(name));
  const [kind] = kinds;
  const of = (values: (name: string) => string) => asBuilt(filled(pattern, values), config);
  if (kind === undefined) {
    const from = of(() => '');
    const isListOfEntries = [...entryRoutes].some(
      (one) => folderOf(one.pattern) === folderOf(pattern),
    );
    const to = targetOf(pattern) ?? (isListOfEntries ? paths.archive : undefined);
    return isPage(from) ? [] : [leading(from, to)];
  }
  if (kinds.length > 1) return [];
  if (/^tags?$|^category$|^cat$/i.test(kind)) {
    const names = posts.flatMap((post) => (/^tag/i.test(kind) ? post.tags : post.categories));
    return [...new Set(names)].map((name) =>
      leading(
        of((one) => (one === kind ? termSlug(name, route) : '')),
        termPage(name),
      ),
    );
  }
  if (/^year$/i.test(kind))
    return [...new Set(posts.map(({ year }) => year))].map((year) =>
      leading(
        of((one) => (one === kind ? year : '')),
        paths.archive,
      ),
    );
  return [];
}

/** Returns the folder of a pattern: `/notes/` of `/notes/[id]/`, of `/notes/[...page]/` and of itself. */
function folderOf(pattern: string): string {
  return filled(pattern.replace(/\[[^/]*\]\/.*$/, ''), () => '');
}

/** A tag in the address of its list: in a slug, if the page or its helpers make one. */
function termSlug(name: string, { source }: Route): string {
  if (/slug|getUniqueTags/i.test(source)) return githubSlug(name);
  return /toLowerCase|getUniqueTags|tagsWithCount/.test(source) ? name.toLowerCase() : name;
}

const TARGETS: [RegExp, string][] = [
  [/^\/$/, '/'],
  [/\/(?:tags?|categor(?:y|ies)|topics?)\/$/, paths.tags],
  [/\/search\/$/, paths.search],
  [/\/(?:archives?|posts?|blog|articles?|writings?|notes?|log)\/(?:\[[^\]]*\]\/)?$/, paths.archive],
];

/** Returns the target of a page that lists posts; `undefined` for any other. */
function targetOf(pattern: string): string | undefined {
  const path = filled(pattern, () => '');
  return TARGETS.find(([test]) => test.test(path))?.[1];
}

function feedsOf(routes: readonly Route[], { posts }: ListSources): OldFeed[] {
  return routes.filter(isFeed).flatMap((route): OldFeed[] => {
    const { pattern, parameters, source } = route;
    const format =
      /@astrojs\/rss|<rss/.test(source) || !/atom/i.test(source + pattern) ? 'rss' : 'atom';
    const [kind] = parameters;
    if (kind === undefined) return [{ path: pattern, format }];
    if (parameters.length > 1 || !/^tag/i.test(kind)) return [];
    return [...new Set(posts.flatMap(({ tags }) => tags))].map((tag) => ({
      ...{ path: filled(pattern, () => termSlug(tag, route)), format, tag },
    }));
  });
}

function isFeed({ isEndpoint, pattern, source }: Route): boolean {
  return (
    isEndpoint && pattern.endsWith('.xml') && /rss|<feed/i.test(source) && !/sitemap/.test(pattern)
  );
}

/** Files that Octavo makes too. */
function fixed(routes: readonly Route[], { dependencies }: AstroConfig): OldAddress[] {
  const file = (path: string): OldAddress => ({ from: path, to: path, kind: 'file', by: 'same' });
  const hasRobots = routes.some(({ pattern }) => pattern === '/robots.txt');
  const hasSitemap = dependencies.has('@astrojs/sitemap') || dependencies.has('@astrojs/starlight');
  return [
    ...(hasRobots ? [file('/robots.txt')] : []),
    ...(hasSitemap ? [file(paths.sitemap)] : []),
  ];
}

/** Returns the folder of the posts of starlight-blog: `/blog/`. */
export function starlightFolder({ starlightBlog }: AstroConfig): string | undefined {
  if (!starlightBlog) return undefined;
  const prefix = starlightBlog['prefix'];
  return `/${typeof prefix === 'string' ? prefix.replace(/^\/|\/$/g, '') : 'blog'}/`;
}

function starlightFeeds(config: AstroConfig): OldFeed[] {
  const folder = starlightFolder(config);
  return folder === undefined ? [] : [{ path: `${folder}rss.xml`, format: 'rss' }];
}

function starlightLists({ config, posts }: ListSources): OldAddress[] {
  const folder = starlightFolder(config);
  if (folder === undefined) return [];
  const tags = [...new Set(posts.flatMap((post) => post.tags))];
  return [
    leading(asBuilt(folder, config), paths.archive),
    ...tags.map((tag) =>
      leading(asBuilt(`${folder}tags/${githubSlug(tag)}/`, config), termPage(tag)),
    ),
  ];
}
