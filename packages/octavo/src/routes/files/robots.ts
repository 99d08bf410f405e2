import { context } from 'virtual:octavo/context';
import { robotsText } from '../../sitemap/robots.ts';

export function GET(): Response {
  return new Response(robotsText(context));
}
