import { site } from '../blog/settings.ts';
import { markdownTwins } from '../markdown/twins.ts';
import { llmsText } from '../meta/llms.ts';

export async function GET(): Promise<Response> {
  return new Response(llmsText(await markdownTwins(), site));
}
