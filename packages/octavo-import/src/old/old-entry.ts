import type { OldData } from './old-data.ts';
import type { OldPage } from './old-page.ts';
import type { OldReply } from './old-reply.ts';

/** A post or page of the old blog, and its URLs there. Paths are without the base path, not encoded. */
export interface OldEntry {
  page: OldPage;
  data: OldData;
  /** `/posts/x/`, `/posts/x.html` */
  oldUrl: string;
  /** The key that its translations have too; absent in a blog of one language. */
  translationKey?: string | undefined;
  /** Paths that redirect to it. */
  aliases: readonly string[];
  /** Its id in feeds, a URL; absent if that is its own URL. */
  feedId?: string | undefined;
  /** Comments of readers. */
  replies?: readonly OldReply[];
}
