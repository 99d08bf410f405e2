import { globSync } from 'node:fs';

import { withSlashes } from '../file-path.ts';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { positionIn } from '../diagnostics/position-in.ts';
import { validate } from '../diagnostics/schema-errors.ts';
import type { Context } from '../settings/context.ts';
import { httpUrl, text } from '../settings/fields.ts';
import { offsetOf } from './front-matter.ts';
import { readText } from './read-text.ts';
import { dateSchema } from './schema.ts';

/** Returns the schema of a file of replies, which are in the order in which they are shown. */
export function repliesSchema(timeZone: string) {
  const reply = z.strictObject({
    id: text.regex(/^[\w-]+$/, 'must be letters, digits, - and _'),
    /** The id of the reply that it answers. */
    parent: text.optional(),
    author: z.strictObject({ name: text, url: httpUrl.optional() }),
    date: dateSchema(timeZone),
    /** Sanitized when it is shown. */
    html: text.default(''),
    /** Absent for a reply; a like or a repost has no text. */
    kind: z.enum(['like', 'repost']).optional(),
    /** Where `octavo replies` found it; absent for one that it leaves alone. */
    source: text.optional(),
    /** The page on which it was written. */
    url: httpUrl.optional(),
    hidden: z.boolean().default(false),
  });
  return z.array(reply).superRefine((replies, context) => {
    const ids = new Set<string>();
    for (const [index, { id, parent, html, kind }] of replies.entries()) {
      const add = (message: string, ...path: string[]) =>
        context.addIssue({ code: 'custom', path: [index, ...path], message });
      if (html === '' && kind === undefined) add('missing; must be a string', 'html');
      if (ids.has(id)) add(`duplicate id ${id}; give each reply its own`);
      // Since a parent is above its replies, there are no circles.
      if (parent && !ids.has(parent))
        add(`parent ${parent} not found above; put the reply with this id above`);
      ids.add(id);
    }
  });
}

/** A reply to a post. */
export type Reply = z.output<ReturnType<typeof repliesSchema>>[number];

const FOLDER = 'src/content/replies/';

/** Returns the path of the file of replies to a post. */
export function repliesPath(id: string): string {
  return `${FOLDER}${id}.json`;
}

/** Reads all replies, by the ids of their posts; reports files whose post is not in `posts`. */
export function readReplies(
  { root, settings }: Pick<Context, 'root' | 'settings'>,
  posts?: ReadonlySet<string>,
) {
  const schema = repliesSchema(settings.timeZone);
  const byPost = new Map<string, Reply[]>();
  const diagnostics: Diagnostic[] = [];
  for (const found of globSync(`${FOLDER}**/*.json`, { cwd: root }).sort()) {
    const file = withSlashes(found);
    const id = file.slice(FOLDER.length, -'.json'.length);
    const { text: source, problem } = readText(root, file);
    const read = problem ? { errors: [problem] } : parseReplies(file, source, schema);
    byPost.set(id, read.replies ?? []);
    diagnostics.push(...read.errors);
    if (!posts || posts.has(id)) continue;
    const message = `replies: no post in src/content/posts/ is named ${id}${didYouMean(id, posts)}`;
    diagnostics.push(diagnosticOf('reply-unused', { file, line: 1, column: 1 }, message));
  }
  return { byPost, diagnostics };
}

function parseReplies(
  file: string,
  source: string,
  schema: z.ZodType<Reply[]>,
): { replies?: Reply[]; errors: Diagnostic[] } {
  // The YAML parser reads JSON too, and has positions; it is slow, so it runs only for errors.
  const parse = () => parseDocument(source, { prettyErrors: false });
  const error = (offset: number, message: string) =>
    diagnosticOf('reply-invalid', { file, ...positionIn(source, offset) }, message);
  let replies: unknown;
  try {
    replies = JSON.parse(source);
  } catch {
    return { errors: [error(parse().errors[0]?.pos[0] ?? 0, 'replies: invalid JSON')] };
  }
  const { data, errors } = validate(z.object({ replies: schema }), { replies });
  if (data) return { replies: shownOf(data.replies), errors: [] };
  const { contents } = parse();
  const offset = (path: PropertyKey[]) => offsetOf(contents, path.slice(1));
  return { errors: errors.map(({ path, message }) => error(offset(path), message)) };
}

/** Returns the replies that are shown: neither hidden ones nor replies to these. */
function shownOf(replies: readonly Reply[]): Reply[] {
  const shown = new Set<string | undefined>([undefined]);
  return replies.filter(({ id, parent, hidden }) => !hidden && shown.has(parent) && shown.add(id));
}
