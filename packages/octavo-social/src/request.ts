import type { z } from 'zod';
import packageJson from '../package.json' with { type: 'json' };

/** In milliseconds. */
const TIMEOUT = 30_000;
const USER_AGENT = `octavo-social/${packageJson.version} (Webmention)`;

type Fetch = typeof fetch;

/** Why a request failed, in one line without the query of its URL, which may have a token. */
export class RequestError extends Error {
  /** That of the answer; absent without one. */
  readonly status: number | undefined;

  constructor({ origin, pathname }: URL, reason: string, status?: number) {
    super(`${origin}${pathname}: ${reason}`);
    this.status = status;
  }
}

/**
 * Sends a request and returns the answer.
 *
 * @throws {RequestError} if there is no answer, or its status is an error.
 */
export async function request(fetch: Fetch, url: URL, init: RequestInit = {}): Promise<Response> {
  const headers = { 'User-Agent': USER_AGENT, ...(init.headers as Record<string, string>) };
  const signal = AbortSignal.timeout(TIMEOUT);
  const response = await fetch(url, { ...init, headers, signal }).catch((error: Error) => {
    const { message, cause } = error;
    throw new RequestError(url, cause instanceof Error ? cause.message : message);
  });
  if (response.ok) return response;
  await response.body?.cancel();
  const { status, statusText } = response;
  throw new RequestError(url, `${status} ${statusText}`.trim(), status);
}

/**
 * Returns the JSON of an answer, as the schema reads it; `body` is sent as JSON.
 *
 * @throws {RequestError} as `request`, and if the schema does not accept the answer.
 */
export async function requestJson<Output>(
  fetch: Fetch,
  schema: z.ZodType<Output>,
  url: URL,
  { body, headers }: { body?: object; headers?: Record<string, string> } = {},
): Promise<Output> {
  const response = await request(fetch, url, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...headers },
  });
  const answer: unknown = await response.json().catch(() => undefined);
  const { data, error } = schema.safeParse(answer);
  if (!error) return data;
  const { path, message } = error.issues[0]!;
  throw new RequestError(url, `unexpected answer: ${path.join('.')}: ${message}`);
}
