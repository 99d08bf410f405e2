import type { LoaderContext } from 'astro/loaders';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { errorAt } from '../content/front-matter.ts';
import type { ContentFile, PostData } from '../content/content-file.ts';

type Data = Record<string, unknown>;
type Dates = Partial<Pick<PostData, 'date' | 'updated'>>;

/**
 * Parses the front matter of a file by the schema in `src/content.config.ts`; returns the data or a
 * diagnostic for each error. Astro's `parseData` throws an error with a line for each:
 * `  **cover.alt**: Required`.
 */
export async function parsedData(
  { id, path, frontMatter, data }: Pick<ContentFile, 'id' | 'path' | 'frontMatter' | 'data'>,
  filePath: string,
  parseData: LoaderContext['parseData'],
): Promise<{ data?: Data; errors: Diagnostic[] }> {
  try {
    const { date, updated } = data as Dates;
    const written = { ...frontMatter.data, ...(date && { date }), ...(updated && { updated }) };
    return { data: await parseData({ id, data: written, filePath }), errors: [] };
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'InvalidContentEntryDataError') throw error;
    return {
      errors: issuesIn(message).map(([keys, text]) => errorAt({ path, frontMatter }, keys, text)),
    };
  }
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
    return [keys, `${message} (the schema in src/content.config.ts)`];
  });
}
