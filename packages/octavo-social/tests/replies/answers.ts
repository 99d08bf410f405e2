// Answers of the APIs, with the keys that are read and some that are not.
import type { Answers } from '../network.ts';

/** Returns a reply as Mastodon has it: https://docs.joinmastodon.org/entities/Status/ */
export function status(id: string, answered: string, own: object = {}) {
  return {
    id,
    in_reply_to_id: answered,
    visibility: 'public',
    sensitive: false,
    spoiler_text: '',
    created_at: `2026-01-01T${Number(id) - 91}:00:00.000Z`,
    url: `https://other.example/@max/${Number(id) - 100}`,
    content: `<p>Reply ${id}</p>`,
    favourites_count: 1,
    account: {
      acct: 'max@other.example',
      display_name: 'Max :cat:',
      url: 'https://other.example/@max',
      avatar: 'https://other.example/max.png',
      emojis: [{ shortcode: 'cat', url: 'https://other.example/cat.png' }],
    },
    ...own,
  };
}

const mention = '<a href="https://social.example/@jane" class="u-url">@<span>jane</span></a>';

/** Three replies to a post, and a like, which is no reply. */
export const MASTODON: Answers = {
  'social.example/api/v1/statuses/100/context': {
    body: {
      ancestors: [],
      descendants: [
        status('101', '100', { content: `<p onclick="x()">${mention} First</p>` }),
        status('102', '100'),
        status('103', '101'),
      ],
    },
  },
};

const JANE = 'did:plc:jane';

/** Returns a node of a thread on Bluesky: app.bsky.feed.defs#threadViewPost */
export function threadPost(key: string, replies: object[] = [], own: object = {}) {
  return {
    $type: 'app.bsky.feed.defs#threadViewPost',
    post: {
      uri: `at://did:plc:max/app.bsky.feed.post/${key}`,
      cid: 'x',
      author: { did: 'did:plc:max', handle: 'max.example', displayName: 'Max', labels: [] },
      record: {
        $type: 'app.bsky.feed.post',
        text: `Reply ${key}`,
        createdAt: '2026-01-02T10:00:00Z',
      },
      indexedAt: '2026-01-02T10:00:01Z',
      likeCount: 2,
      labels: [],
      ...own,
    },
    replies,
  };
}

/** Returns the answers for a post on Bluesky with a thread below it. */
export function bluesky(replies: object[], more: object = {}): Answers {
  const api = 'public.api.bsky.app/xrpc/';
  return {
    [`${api}com.atproto.identity.resolveHandle`]: ({ url }) =>
      url.searchParams.get('handle') === 'jane.example'
        ? { body: { did: JANE } }
        : { status: 400, body: { error: 'InvalidRequest', message: 'Unable to resolve handle' } },
    [`${api}app.bsky.feed.getPostThread`]: ({ url }) =>
      url.searchParams.get('uri') === `at://${JANE}/app.bsky.feed.post/3abc`
        ? { body: { thread: threadPost('3abc', replies), ...more } }
        : { status: 400, body: { error: 'NotFound' } },
  };
}

/** Returns a comment on GitHub: https://docs.github.com/en/graphql/reference/objects#discussioncomment */
export function comment(databaseId: number, replies: object[] = [], own: object = {}) {
  return {
    databaseId,
    url: `https://github.com/jane/blog/discussions/5#discussioncomment-${databaseId}`,
    createdAt: '2026-01-03T10:00:00Z',
    bodyHTML: `<p dir="auto">Comment ${databaseId}</p>`,
    isMinimized: false,
    author: { login: 'max', url: 'https://github.com/max' },
    replies: { nodes: replies },
    ...own,
  };
}

/** Returns the answer of GitHub for pages of comments. */
export function github(pages: object[][]): Answers {
  return {
    'api.github.com/graphql': ({ body, headers }) => {
      const { after } = (body as { variables: { after: string | null } }).variables;
      if (headers.authorization !== 'Bearer secret') return { status: 401 };
      const index = Number(after ?? 0);
      const hasNextPage = index + 1 < pages.length;
      const pageInfo = { hasNextPage, endCursor: hasNextPage ? `${index + 1}` : null };
      const comments = { pageInfo, nodes: pages[index] };
      return { body: { data: { repository: { discussion: { comments } } } } };
    },
  };
}

/** Returns a mention of webmention.io: https://github.com/aaronpk/webmention.io#api */
export function webmention(id: number, own: object = {}) {
  return {
    type: 'entry',
    author: { type: 'card', name: 'Max', photo: '', url: 'https://max.example/' },
    url: `https://max.example/${id}`,
    published: null,
    'wm-received': '2026-01-04T10:00:00Z',
    'wm-id': id,
    'wm-source': `https://max.example/${id}`,
    'wm-target': 'https://example.com/posts/a/',
    'wm-property': 'in-reply-to',
    'wm-private': false,
    content: { html: `<p>Mention ${id}</p>`, text: `Mention ${id}` },
    ...own,
  };
}

/** Returns the answer of webmention.io for mentions of a domain, in pages. */
export function webmentionIo(all: object[]): Answers {
  return {
    'webmention.io/api/mentions.jf2': ({ url: { searchParams } }) => {
      if (searchParams.get('token') !== 'secret') return { status: 401 };
      const size = Number(searchParams.get('per-page'));
      const start = Number(searchParams.get('page')) * size;
      return { body: { type: 'feed', children: all.slice(start, start + size) } };
    },
  };
}
