import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { lookup } from 'mrmime';
import { context } from 'virtual:octavo/context';
import { paths } from '../../addresses/urls.ts';
import { mediaVersion } from '../../markdown/pictures/picture-files.ts';
import { withoutMetadata } from '../../markdown/pictures/picture-metadata.ts';
import { blogOfRoute } from '../../site/get-blog.ts';
import { pageKey } from '../../site/page-keys.ts';

export const getStaticPaths = (async (options) => {
  const { posts, unlisted, pages, authors } = await blogOfRoute(options);
  return [...posts, ...unlisted, ...pages, ...authors].flatMap(({ url, path, text }) =>
    text.files.map((name) => {
      const file = posix.join(posix.dirname(path), name);
      const params = { file: paths.beside(url, name).slice(1) };
      return { params, props: { file }, cacheKey: pageKey(mediaVersion(file)) };
    }),
  );
}) satisfies GetStaticPaths;

/** Answers with a file beside a post, as it is, but for the metadata of pictures. */
export const GET: APIRoute<{ file: string }> = async ({ props: { file } }) => {
  const type = lookup(file) ?? '';
  const bytes = await withoutMetadata(readFileSync(join(context.root, file)));
  // A build decodes what has the type of a text, which may be in any encoding.
  const isShown = /^(?:image|video|audio)\/|\/pdf$/.test(type);
  const headers = { 'content-type': isShown ? type : 'application/octet-stream' };
  return new Response(new Uint8Array(bytes), { headers });
};
