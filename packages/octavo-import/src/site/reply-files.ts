import { contentId } from 'octavo/internal/content/content-file';
import { repliesPath } from 'octavo/internal/content/replies';
import type { Diagnostic } from '../diagnostic.ts';
import { count } from 'octavo/internal/diagnostics/diagnostic';
import type { ImportedFile } from '../imported-site.ts';
import { inThreads } from '../old/old-reply.ts';
import type { Placed } from './placing.ts';

/** Returns the files of comments on posts; pages have none here. */
export function replyFiles(placed: readonly Placed[]): {
  files: ImportedFile[];
  count: number;
  diagnostics: Diagnostic[];
} {
  const commented = placed.filter(({ replies = [] }) => replies.length > 0);
  const [posts, pages] = [
    commented.filter(({ collection }) => collection === 'posts'),
    commented.filter(({ collection }) => collection === 'pages'),
  ];
  return {
    files: posts.map(({ path, replies = [] }) => ({
      path: repliesPath(contentId(path)),
      content: `${JSON.stringify(inThreads(replies), null, 2)}\n`,
    })),
    count: posts.reduce((sum, { replies = [] }) => sum + replies.length, 0),
    diagnostics: pages.map(({ page, replies = [] }) => ({
      ...{ file: page.file, line: 1, severity: 'info' },
      message: `${count(replies.length, 'comment')} skipped: only posts have replies`,
    })),
  };
}
