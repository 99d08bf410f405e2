import { readText } from '../content/read-text.ts';
import { positionIn } from '../diagnostics/position-in.ts';
import { NO_EXTENSIONS } from '../settings/context.ts';
import { languageFolder, languagesOf, settingsPath } from '../settings/languages.ts';
import type { Settings } from '../settings/settings.ts';
import type { CheckedText } from './check-site.ts';
import type { CheckedSource, RenderContext } from './check-text.ts';

const FILE = 'src/site.config.ts';

/** Checks the links and the Markdown in the settings as those of a post, for each language. */
export async function checkSettings(
  render: RenderContext,
  check: (body: CheckedSource, context: RenderContext) => Promise<CheckedText>,
): Promise<CheckedText[]> {
  const { root, settings } = render.context;
  const source = readText(root, FILE).text;
  const checked = languagesOf(settings).flatMap((site) => {
    const { siteIndex } = render;
    const folder = languageFolder(settings, site.code);
    const context = {
      context: { ...render.context, extensions: NO_EXTENSIONS },
      siteIndex: {
        ...siteIndex,
        // Links are paths of the language.
        page: (path: string) => siteIndex.page?.(folder + path),
        // The engine resolves no links to Markdown files in settings.
        address: () => undefined,
        exists: (path: string) => !/\.mdx?$/.test(path) && (siteIndex.exists?.(path) ?? false),
      },
    };
    return textsOf(site).map(async ({ key, subject, written, body }) => {
      const text = { path: FILE, format: 'md', body, isDraft: false } as const;
      const { diagnostics, dependencies } = await check(text, context);
      // A string with escaped characters is not found; its key is.
      const string = new RegExp(`(?<=['"\`])${RegExp.escape(written)}(?=['"\`])`);
      const starts = [string, new RegExp(`\\b${key}\\b`)].map((pattern) => source.search(pattern));
      const position = positionIn(source, starts.find((start) => start !== -1) ?? 0);
      const found = diagnostics.map((diagnostic) => ({
        ...{ ...diagnostic, ...position },
        message: `${subject}: ${diagnostic.message.replace(/^link: /, '')}`,
      }));
      return { diagnostics: found, dependencies };
    });
  });
  return Promise.all(checked);
}

/** Returns the links and Markdown in the settings of a language, as Markdown. */
function textsOf({ code, defaultCode, languages, ...settings }: Settings) {
  const isDefault = code === defaultCode;
  const prefix = settingsPath({ code, defaultCode });
  const { intro = '', footer = '', nav, license } = settings;
  const lists = Object.entries({ nav, social: isDefault ? settings.social : [] });
  const links = lists.flatMap(([key, list]) =>
    list.map(({ link }, index) => ({ key, name: `${key}[${index}].link`, written: link })),
  );
  if (license && (isDefault || languages[code]?.license))
    links.push({ key: 'license', name: 'license.link', written: license.link });
  const texts = Object.entries({ intro, footer }).map(([key, written]) => {
    return { key, subject: prefix + key, written, body: written };
  });
  return [
    ...texts,
    ...links.map(({ name, ...one }) => {
      const body = `[link](<${one.written.replace(/[<>]/g, encodeURIComponent)}>)`;
      return { ...one, subject: prefix + name, body };
    }),
  ];
}
