import { toHtml } from 'hast-util-to-html';
import { element, text, type Child } from '../html/hast.ts';
import { readTree } from '../html/html-to-markdown.ts';
import { replyAuthor, type OldReply } from '../old/old-reply.ts';
import { plainText } from '../html/plain-text.ts';
import { replyLink } from './content.ts';
import { withParagraphs } from './paragraphs.ts';
import { dateOf } from './post-data.ts';
import type { Comment, Item } from './read-export.ts';

/** Returns the comments of readers on a post or page, without pingbacks and trackbacks. */
export function repliesOf({ comments, date, dateUtc }: Item): OldReply[] {
  const ids = new Set(comments.map(({ id }) => id));
  return comments.flatMap((comment): OldReply[] => {
    const { id, parent, author, url } = comment;
    const html = htmlOf(comment, ids);
    const when = dateOf(comment.date, comment.dateUtc) ?? dateOf(date, dateUtc);
    if (html === '' || when === undefined) return [];
    const name = plainText(author);
    return [
      { id, parent, author: replyAuthor(name, url), date: new Date(when.time).toISOString(), html },
    ];
  });
}

function htmlOf({ content }: Comment, ids: ReadonlySet<string>): string {
  const tree = withParagraphs(readTree(content.replace(/\r\n?/g, '\n').trim()));
  return toHtml({ ...tree, children: linked(tree.children, ids) as typeof tree.children }).trim();
}

/** Makes links of URLs, as WordPress does in comments. */
function linked(nodes: readonly Child[], ids: ReadonlySet<string>): Child[] {
  return nodes.flatMap((node): Child[] => {
    if (node.type === 'text') return withLinks(node.value);
    if (node.type !== 'element' || ['code', 'pre'].includes(node.tagName)) return [node];
    const href = String(node.properties['href']);
    if (node.tagName === 'a')
      return [{ ...node, properties: { href: replyLink(href, ids) ?? href } }];
    return [{ ...node, children: linked(node.children, ids) as typeof node.children }];
  });
}

function withLinks(value: string): Child[] {
  return value
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((part, index) =>
      index % 2 === 1 && URL.canParse(part) ? element('a', { href: part }, text(part)) : text(part),
    );
}
