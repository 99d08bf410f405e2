import type { LoaderContext } from 'astro/loaders';
import { z } from 'zod';
import type { ContentFile, PostData } from '../content/content-file.ts';
import { errorAt } from '../content/front-matter.ts';
import { picturesIn } from '../content/picture-keys.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { schemaErrors } from '../diagnostics/schema-errors.ts';
import { unexpectedError } from '../diagnostics/unexpected-error.ts';

type Data = Record<string, unknown>;
type Dates = Partial<Pick<PostData, 'date' | 'updated'>>;
type ParsedFile = Pick<ContentFile, 'id' | 'path' | 'frontMatter' | 'data'>;

/** The schema of a collection in `src/content.config.ts`. */
export type OwnSchema = z.ZodType | ((context: { image: () => z.ZodType }) => z.ZodType);

/**
 * Parses the front matter of a file by the schema in `src/content.config.ts`; returns the data or a
 * diagnostic for each error.
 */
export type ParseFile = (
  file: ParsedFile,
  filePath: string,
) => Promise<{ data?: Data; errors: Diagnostic[] }>;

const BY_SCHEMA = ' (the schema in src/content.config.ts)';

/** Returns the values as written, but dates as Octavo reads them. */
function valuesOf({ frontMatter, data }: ParsedFile): Data {
  const { date, updated } = data as Dates;
  return { ...frontMatter.data, ...(date && { date }), ...(updated && { updated }) };
}

/**
 * Lets Astro parse files. Its `parseData` throws an error with a line for each:
 * `  **cover.alt**: Required`.
 */
export function parsedByAstro(parseData: LoaderContext['parseData']): ParseFile {
  return async (file, filePath) => {
    try {
      const data = await parseData({ id: file.id, data: valuesOf(file), filePath });
      return { data, errors: [] };
    } catch (error) {
      const { name, message } = error as Error;
      if (name !== 'InvalidContentEntryDataError') throw error;
      return { errors: issuesIn(message).map(([keys, text]) => errorAt(file, keys, text)) };
    }
  };
}

/**
 * Parses files by a schema without Astro, one after the other.
 *
 * @throws {Error} for pictures in keys of the owner, which only Vite resolves.
 */
export function parsedBySchema(schema: OwnSchema = z.record(z.string(), z.unknown())): ParseFile {
  let pictures = 0;
  const image = () => z.string().transform((path) => (pictures++, path));
  // Creating it takes longer than parsing.
  let whole: z.ZodType | undefined;
  return async (file) => {
    const values = valuesOf(file);
    try {
      whole ??= typeof schema === 'function' ? schema({ image }) : schema;
      pictures = 0;
      const { data, error } = await whole.safeParseAsync(values, { reportInput: true });
      const errors = schemaErrors(error, whole).map(({ path, message }) =>
        errorAt(file, path, message + BY_SCHEMA),
      );
      if (errors.length > 0) return { errors };
      if (picturesIn(values).length === pictures) return { data: data as Data, errors };
    } catch (error) {
      return { errors: [unexpectedError(file.path, error)] };
    }
    throw new Error('pictures in keys of the owner');
  };
}

/** Returns the key and the message of each issue that Astro lists. */
function issuesIn(message: string): [keys: PropertyKey[], text: string][] {
  const issues = [...message.matchAll(/^ {2}\*\*(.*?)\*\*: ([^]*?)(?=\n {2}\*\*|\n*$(?![^]))/gm)];
  return issues.map(([, subject = '', issue = '']) => {
    const keys = subject.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    const text = issue.replaceAll('**', '').replace(/\s+/g, ' ').trim();
    const about = subject === '' ? 'front matter: ' : `${subject}: `;
    // Astro names the key in some messages.
    const message = text.startsWith(about) ? text : about + text;
    return [keys, message + BY_SCHEMA];
  });
}
