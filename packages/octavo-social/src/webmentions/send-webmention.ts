import { request, type RequestError } from '../request.ts';
import type { World } from '../world.ts';
import { endpointOf } from './endpoint.ts';
import { isPublic } from './entry-links.ts';

/** In bytes; the head of a page, and most whole pages, are shorter. */
const MAX_HTML = 1_000_000;

/** Sends a webmention; `none` if the page takes none, or does not exist. */
export async function sendWebmention(
  source: string,
  target: string,
  { fetch, print, warn }: World,
): Promise<'sent' | 'failed' | 'none'> {
  try {
    const endpoint = await discover(target, fetch);
    if (!endpoint) return 'none';
    const body = new URLSearchParams({ source, target });
    const response = await request(fetch, endpoint, { method: 'POST', body });
    await response.body?.cancel();
    print(`${source} → ${target}: sent`);
    return 'sent';
  } catch (error) {
    const { message, status = 500 } = error as RequestError;
    // The page, or what it says of this link, will not change by itself.
    const isFinal = status < 500 && status !== 429;
    warn(
      `warning: ${source} → ${target}: ${message}${isFinal ? '' : '; the next run tries again'}`,
    );
    return isFinal ? 'none' : 'failed';
  }
}

/** Returns the endpoint of a page; `undefined` for one that has none. */
async function discover(target: string, fetch: World['fetch']): Promise<URL | undefined> {
  const headers = { Accept: 'text/html, */*;q=0.1' };
  const response = await request(fetch, new URL(target), { headers });
  const link = response.headers.get('Link');
  const isHtml = /^(?:text\/html|application\/xhtml\+xml)\b/i.test(
    response.headers.get('Content-Type') ?? '',
  );
  const html = isHtml ? await startOf(response) : '';
  if (!isHtml) await response.body?.cancel();
  const endpoint = endpointOf({ url: response.url, link, html });
  return endpoint && isPublic(endpoint) ? endpoint : undefined;
}

/** Returns the text of an answer, of a very long one its start. */
async function startOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > MAX_HTML) break;
  }
  return text;
}
