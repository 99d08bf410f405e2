/** The URLs of posts that readers can answer elsewhere. */
const PATTERNS = [
  ['Bluesky', 'https://bsky.app/profile/:user/post/:id{/}?'],
  ['GitHub', 'https://github.com/:user/:repository/discussions/:id(\\d+){/}?'],
  ['Mastodon', 'https://*/@:user/:id(\\d+){/}?'],
  ['Mastodon', 'https://*/users/:user/statuses/:id(\\d+){/}?'],
] as const;

/** A post on another network, or a discussion on GitHub, that is about a post of the blog. */
export interface Discussion {
  network: (typeof PATTERNS)[number][0];
  url: string;
  /** Of the post or discussion, in its network. */
  id: string;
  /** A handle or DID, or the owner of the repository. */
  user: string;
  /** The name of the repository on GitHub. */
  repository?: string | undefined;
}

const matchers = PATTERNS.map(([network, url]) => [network, new URLPattern(url)] as const);

/** Returns the discussion at a URL; `undefined` for one of no known network. */
export function discussionAt(url: string): Discussion | undefined {
  for (const [network, pattern] of matchers) {
    const { id, user, repository } = pattern.exec(url)?.pathname.groups ?? {};
    if (id !== undefined && user !== undefined) return { network, url, id, user, repository };
  }
  return undefined;
}
