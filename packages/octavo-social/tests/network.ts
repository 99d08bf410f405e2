import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { World } from '../src/world.ts';
import { fetchFrom } from './fetch-from.mjs';

/** A request that the server got; `url` is that of the other server which it plays. */
interface Asked {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: unknown;
}

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** A string as HTML, else JSON. */
  body?: unknown;
}

/** Answers by host and path; a function for those that depend on the request. */
export type Answers = Record<string, Answer | ((asked: Asked) => Answer)>;

/** Starts a server that plays others until the test ends; it answers what it does not know by 404. */
export async function network(answers: Answers, env: NodeJS.ProcessEnv = {}) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url!, `https://${String(request.headers['x-host'])}`);
      const isJson = request.headers['content-type'] === 'application/json';
      const body = request.method === 'POST' ? await (isJson ? json : text)(request) : undefined;
      const one = { method: request.method!, url, headers: request.headers, body };
      asked.push(one);
      const found = answers[url.host + url.pathname] ?? { status: 404 };
      const answer = typeof found === 'function' ? found(one) : found;
      const type = typeof answer.body === 'string' ? 'text/html' : 'application/json';
      response.writeHead(answer.status ?? 200, { 'Content-Type': type, ...answer.headers });
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const [printed, warned]: string[][] = [[], []];
  const world: World = {
    fetch: fetchFrom(port),
    env,
    print: (line) => printed!.push(line),
    warn: (line) => warned!.push(line),
  };
  return { world, port, asked, printed: printed!, warned: warned! };
}
