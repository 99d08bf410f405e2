import { z } from 'zod';
import type { PostData } from 'octavo/internal/content/content-file';
import type { Settings } from 'octavo/internal/settings/settings';
import { shortened } from 'octavo/internal/words/shorten';
import { requestJson } from '../request.ts';
import type { World } from '../world.ts';

/** An article to announce. */
export interface Article extends Pick<PostData, 'title' | 'description'> {
  url: string;
  language: string;
}

/** A network with accounts that announce articles. */
export interface Service {
  /** The variables of the environment that it needs. */
  keys: readonly string[];
  /** Returns the text of an announcement. */
  textOf: (article: Article) => string;
  /** Posts an announcement and returns its URL. */
  announce: (server: string, article: Article, context: PostContext) => Promise<string>;
}

interface PostContext extends Pick<World, 'fetch' | 'env'> {
  /** In milliseconds since 1970. */
  now: number;
}

/** By their keys in the setting `announce`. */
const SERVICES: Record<'mastodon' | 'bluesky', Service> = {
  mastodon: {
    keys: ['MASTODON_TOKEN'],
    // Far below the limit of 500 characters.
    textOf: ({ title, description, url }) =>
      [title, ...(description ? [description] : [])]
        .map((text) => shortened(text))
        .concat(url)
        .join('\n\n'),
    announce: async (server, article, { fetch, env }) => {
      const headers = {
        Authorization: `Bearer ${env['MASTODON_TOKEN']}`,
        // Posts it once if the request is sent again.
        'Idempotency-Key': article.url,
      };
      const body = {
        status: SERVICES.mastodon.textOf(article),
        visibility: 'public',
        language: new Intl.Locale(article.language).language,
      };
      const url = new URL('/api/v1/statuses', server);
      return (await requestJson(fetch, posted, url, { body, headers })).url;
    },
  },
  bluesky: {
    keys: ['BLUESKY_IDENTIFIER', 'BLUESKY_APP_PASSWORD'],
    // Its link is a card below it.
    textOf: ({ title }) => shortened(title),
    announce: async (server, article, { fetch, env, now }) => {
      const method = (name: string) => new URL(`/xrpc/com.atproto.${name}`, server);
      const [identifier, password] = SERVICES.bluesky.keys.map((key) => env[key]);
      const { did, handle, accessJwt } = await requestJson(
        ...([fetch, session, method('server.createSession')] as const),
        { body: { identifier, password } },
      );
      const record = {
        $type: 'app.bsky.feed.post',
        text: SERVICES.bluesky.textOf(article),
        createdAt: new Date(now).toISOString(),
        langs: [article.language],
        embed: {
          $type: 'app.bsky.embed.external',
          external: {
            uri: article.url,
            title: article.title,
            description: article.description ?? '',
          },
        },
      };
      const { uri } = await requestJson(fetch, created, method('repo.createRecord'), {
        body: { repo: did, collection: 'app.bsky.feed.post', record },
        headers: { Authorization: `Bearer ${accessJwt}` },
      });
      return `https://bsky.app/profile/${handle}/post/${uri.slice(uri.lastIndexOf('/') + 1)}`;
    },
  },
};

const posted = z.object({ url: z.string() });
const session = z.object({ did: z.string(), handle: z.string(), accessJwt: z.string() });
const created = z.object({ uri: z.string() });

/** Returns the services of the settings, each with its server. */
export function servicesOf({ announce }: Pick<Settings, 'announce'>): [Service, string][] {
  return (['mastodon', 'bluesky'] as const).flatMap((name) => {
    const server = announce?.[name];
    return server === undefined ? [] : [[SERVICES[name], server] as [Service, string]];
  });
}
