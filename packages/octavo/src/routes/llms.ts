import { site } from '../settings/settings.ts';
import { markdownTwins } from '../twins/twins.ts';
import { llmsText } from '../twins/llms.ts';

export async function GET(): Promise<Response> {
  return new Response(llmsText(await markdownTwins(), site));
}
