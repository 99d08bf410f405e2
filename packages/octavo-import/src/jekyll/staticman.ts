import { markdownToHtml } from 'satteri';
import { readDate } from '../old/dates.ts';
import { replyAuthor, type OldReply } from '../old/old-reply.ts';
import { map, text, type Values } from '../old/values.ts';

/** Returns the comments that Staticman has written below `_data/comments/` for a post, by its slug. */
export function staticmanReplies(data: Values, slug: string, zone: string): OldReply[] {
  const comments = map(data, 'comments', slug);
  return Object.keys(comments).flatMap((name): OldReply[] => {
    const comment = map(comments, name);
    const of = (key: string) => text(comment[key]);
    const time = readDate(of('date') ?? '', zone)?.time;
    const { html } = markdownToHtml(of('message') ?? '');
    if (time === undefined || html.trim() === '') return [];
    const parent = of('_parent') ?? of('replying_to_uid');
    return [
      {
        ...{ id: idOf(of('_id') ?? name), parent: parent && idOf(parent) },
        author: replyAuthor(of('name') ?? '', of('url') ?? ''),
        ...{ date: new Date(time).toISOString(), html: html.trim() },
      },
    ];
  });
}

function idOf(written: string): string {
  return written.replace(/[^\w-]/g, '-');
}
