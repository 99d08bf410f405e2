import type { APIContext } from 'astro';
import { languageOf } from '../../site/language-of.ts';
import { getBlog } from '../../site/get-blog.ts';
import { markdownTwins } from '../../twins/twins.ts';
import { llmsText } from '../../twins/llms.ts';

export async function GET(context: APIContext): Promise<Response> {
  const { site } = languageOf(context);
  return new Response(llmsText(markdownTwins(await getBlog(site)), site));
}
