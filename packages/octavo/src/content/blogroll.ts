import { XMLValidator, type ValidationError } from 'fast-xml-parser';
import { DomUtils, parseDocument as parseXml } from 'htmlparser2';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { validate } from '../diagnostics/schema-errors.ts';
import { encodedUrl, text } from '../settings/fields.ts';
import { offsetOf, valuesOf, yamlErrors, type OffsetError } from './front-matter.ts';

const blogSchema = z
  .strictObject({
    title: text,
    /** The page of the blog. */
    url: encodedUrl.optional(),
    feed: encodedUrl.optional(),
    description: text.optional(),
    /** The heading that it is below. */
    group: text.optional(),
  })
  .refine(({ url, feed }) => url ?? feed, { error: 'needs a url or a feed', path: ['url'] });

const blogsSchema = z.object({
  blogs: z
    .array(blogSchema)
    .refine((all) => all.length > 0, { error: 'empty; add a blog, or remove the setting' }),
});

/** A blog of the blogroll. */
export type ListedBlog = z.output<typeof blogSchema>;

/** Returns blogs by their groups, those without one first. */
export function groupsOf(blogs: readonly ListedBlog[]): [name: string | undefined, ListedBlog[]][] {
  const groups = [...Map.groupBy(blogs, ({ group }) => group)];
  return groups.sort(([a], [b]) => Number(a !== undefined) - Number(b !== undefined));
}

/** Returns the blogs in a file of YAML or, by its extension, OPML 2.0, in their order. */
export function parseBlogroll(
  file: string,
  source: string,
): { blogs: ListedBlog[]; errors: OffsetError[] } {
  const { data, errors, offset } = /\.ya?ml$/.test(file) ? readYaml(source) : readOpml(source);
  if (errors.length > 0) return { blogs: [], errors };
  const { data: parsed, errors: invalid } = validate(blogsSchema, {
    blogs: data,
  });
  return {
    blogs: parsed?.blogs ?? [],
    errors: invalid.map(({ path, message }) => ({ offset: offset(path.slice(1)), message })),
  };
}

/** Data as it is written, and where each part of it is. */
interface Written {
  data?: unknown;
  errors: OffsetError[];
  offset: (path: readonly PropertyKey[]) => number;
}

function readYaml(source: string): Written {
  const document = parseDocument(source, { prettyErrors: false, stringKeys: true });
  const errors = yamlErrors(document, source);
  const data = valuesOf(document, errors);
  return { data, errors, offset: (path) => offsetOf(document.contents, path) };
}

/** Reads outlines: those with others in them are groups. */
function readOpml(source: string): Written {
  const document = parseXml(source, { xmlMode: true, withStartIndices: true });
  const [body] = DomUtils.getElementsByTagName('body', document);
  const valid = XMLValidator.validate(source);
  const errors = valid === true ? [] : [xmlError(source, valid)];
  if (!body) errors.push({ offset: 0, message: 'no <body> found; write OPML 2.0' });
  const outlines = DomUtils.getElementsByTagName('outline', body ?? []).filter(
    (outline) => DomUtils.getElementsByTagName('outline', outline.children).length === 0,
  );
  const data = outlines.map(({ attribs, parent }) => {
    const { title, text = title, url, htmlUrl = url, xmlUrl, description } = attribs;
    const group = parent && 'attribs' in parent ? parent.attribs : {};
    const blog = { title: title || text, url: htmlUrl, feed: xmlUrl, description };
    const written = Object.entries({ ...blog, group: group['title'] ?? group['text'] });
    return Object.fromEntries(written.filter(([, value]) => value));
  });
  return { data, errors, offset: ([index]) => outlines[Number(index)]?.startIndex ?? 0 };
}

function xmlError(source: string, { err: { line, col, msg } }: ValidationError): OffsetError {
  const before = source.split('\n', line - 1).map((one) => one.length + 1);
  return {
    offset: before.reduce((sum, length) => sum + length, (col ?? 1) - 1),
    message: msg.replace(/\.$/, ''),
  };
}
