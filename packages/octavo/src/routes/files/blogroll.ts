import { context } from 'virtual:octavo/context';
import { opmlOf } from '../../head/opml.ts';
import { getBlogroll } from '../../site/get-blogroll.ts';

export function GET(): Response {
  return new Response(opmlOf(context.settings.title, getBlogroll()), {
    headers: { 'content-type': 'text/xml' },
  });
}
