import { site } from 'virtual:octavo/context';
import { getBlog } from '../../site/get-blog.ts';
import { markdownTwins } from '../../twins/twins.ts';
import { llmsText } from '../../twins/llms.ts';

export async function GET(): Promise<Response> {
  return new Response(llmsText(markdownTwins(await getBlog(), site), site));
}
