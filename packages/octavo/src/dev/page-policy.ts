import type { ServerResponse } from 'node:http';
import type { ViteDevServer } from 'vite';
import { findOwnRoute } from '../addresses/owner-routes.ts';
import { finishPage, policyOptions } from '../policy/finish-page.ts';
import { policyErrors } from '../policy/policy-errors.ts';
import { ownRoutes } from '../content/read-owner-routes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Context } from '../settings/context.ts';

/** Calls `report` with what the policy of each page that is served would block in the built site. */
export function checkServedPages(
  { middlewares }: ViteDevServer,
  context: Context,
  report: (path: string, diagnostics: Diagnostic[]) => void,
): void {
  const { root, settings } = context;
  const options = policyOptions(settings);
  middlewares.use(({ url: path = '/' }, response, next) => {
    onBody(response, (html) => {
      const url = new URL(path, settings.origin).href;
      const { blocked = [] } = finishPage(html, { ...options, url });
      const component = findOwnRoute(ownRoutes(root))(path)?.file ?? 'src/site.config.ts';
      report(path, policyErrors([{ component, page: path, blocked }], context));
    });
    next();
  });
}

/** Calls back with the body of a response that is a page. */
function onBody(response: ServerResponse, callback: (html: string) => void): void {
  const chunks: Uint8Array[] = [];
  const methods = response as unknown as Record<'write' | 'end', (...given: unknown[]) => unknown>;
  for (const name of ['write', 'end'] as const) {
    const original = methods[name].bind(response);
    methods[name] = (...given) => {
      const [chunk] = given;
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
      return original(...given);
    };
  }
  response.on('finish', () => {
    const type = String(response.getHeader('content-type') ?? '');
    if (type.startsWith('text/html')) callback(Buffer.concat(chunks).toString());
  });
}
