import { readText } from '../content/read-text.ts';
import { positionIn } from '../diagnostics/position-in.ts';
import { NO_EXTENSIONS } from '../settings/context.ts';
import type { CheckedText } from './check-site.ts';
import type { CheckedSource, RenderContext } from './check-text.ts';

const FILE = 'src/site.config.ts';

/** Checks the links and the Markdown in the settings as those of a post. */
export async function checkSettings(
  { context, siteIndex }: RenderContext,
  check: (body: CheckedSource, context: RenderContext) => Promise<CheckedText>,
): Promise<CheckedText[]> {
  const { root, settings } = context;
  const { intro = '', footer = '', nav, social, license } = settings;
  const lists = Object.entries({ nav, social }).flatMap(([key, list]) =>
    list.map(({ link }, index) => ({ key, subject: `${key}[${index}].link`, written: link })),
  );
  const licenses = license
    ? [{ key: 'license', subject: 'license.link', written: license.link }]
    : [];
  const links = [...lists, ...licenses].map((one) => {
    return { ...one, body: `[link](<${one.written.replace(/[<>]/g, encodeURIComponent)}>)` };
  });
  const texts = Object.entries({ intro, footer }).map(([key, body]) => {
    return { key, subject: key, written: body, body };
  });
  const source = readText(root, FILE).text;
  const options = {
    context: { ...context, extensions: NO_EXTENSIONS },
    // The engine resolves no links to Markdown files in settings.
    siteIndex: {
      ...siteIndex,
      address: () => undefined,
      exists: (path: string) => !/\.mdx?$/.test(path) && (siteIndex.exists?.(path) ?? false),
    },
  };
  return Promise.all(
    [...texts, ...links].map(async ({ key, subject, written, body }) => {
      const checked = { path: FILE, format: 'md', body, isDraft: false } as const;
      const { diagnostics, dependencies } = await check(checked, options);
      // A string with escaped characters is not found; its key is.
      const string = new RegExp(`(?<=['"\`])${RegExp.escape(written)}(?=['"\`])`);
      const starts = [string, new RegExp(`\\b${key}\\b`)].map((pattern) => source.search(pattern));
      const position = positionIn(source, starts.find((start) => start !== -1) ?? 0);
      const found = diagnostics.map((diagnostic) => ({
        ...{ ...diagnostic, ...position },
        message: `${subject}: ${diagnostic.message.replace(/^link: /, '')}`,
      }));
      return { diagnostics: found, dependencies };
    }),
  );
}
