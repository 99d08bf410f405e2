import type { SiteConfig } from 'octavo/internal/settings/settings';
import { isLanguage, isSameLanguage } from 'octavo/internal/words/language';
import type { OldBlog, OldLanguage } from './old-blog.ts';
import type { SiteLanguage } from './site-language.ts';

/** A language of a blog, and of the new site. */
export interface BlogLanguage extends OldLanguage, SiteLanguage {}

/** Returns the languages of a blog, the default one first. */
export function languagesOf(blog: OldBlog): BlogLanguage[] {
  const { language = { code: '', prefix: '' }, languages = [] } = blog;
  // The folder of the only language is a part of the permalink.
  const own = languages.length === 0 ? { ...language, prefix: '' } : language;
  return [
    {
      ...{ ...blog, ...own },
      folder: own.prefix === '' ? '' : `/${own.code}`,
      files: { folder: '', suffix: '' },
    },
    ...languages.map((one) => ({
      ...{ ...one, folder: `/${one.code}`, files: filesOf(one) },
    })),
  ];
}

/** Translations stay beside the originals, or in a folder, as they were. */
function filesOf({ code, posts, pages }: OldLanguage): SiteLanguage['files'] {
  const hasSuffix = [...posts, ...pages].some(({ page }) =>
    page.file.toLowerCase().includes(`.${code.toLowerCase()}.`),
  );
  return hasSuffix ? { folder: '', suffix: `.${code}` } : { folder: `${code}/`, suffix: '' };
}

interface LanguageSettings {
  language: SiteLanguage;
  settings: SiteConfig;
}

/** Returns the settings of a site, with those that its languages have of their own. */
export function withLanguages(all: readonly LanguageSettings[]): SiteConfig {
  const [{ language: first, settings }, ...others] = all as [
    LanguageSettings,
    ...LanguageSettings[],
  ];
  if (others.length === 0) return settings;
  const isBelow = first.folder !== '';
  const name = nameOf(first);
  // Without a key, its folder is its tag, and a language with the same tag is the blog's own.
  const hasKey =
    'name' in name ||
    (isBelow && first.code !== settings.language) ||
    others.some((one) => one.settings.language === settings.language);
  const languages = others.map((one) => [one.language.code, ownOf(one, settings)]);
  return {
    ...settings,
    languages: {
      ...(hasKey && { [first.code]: { ...tagOf(first, settings), ...name } }),
      ...Object.fromEntries(languages),
    },
    ...(isBelow && { prefixDefaultLanguage: true }),
  };
}

type OwnSettings = NonNullable<SiteConfig['languages']>[string];

function ownOf({ language, settings: its }: LanguageSettings, blog: SiteConfig): OwnSettings {
  const { title, description, nav = [], intro, footer } = its;
  return {
    ...{ ...tagOf(language, its), ...nameOf(language) },
    ...(title !== blog.title && { title }),
    ...(description !== blog.description && { description }),
    ...(nav.length > 0 && { nav }),
    ...(intro !== undefined && { intro }),
    ...(footer !== undefined && { footer }),
  };
}

/** Returns the tag of a language whose key is another one. */
function tagOf({ code }: SiteLanguage, { language = 'en' }: SiteConfig): { language?: string } {
  return isSameLanguage(code, language) ? {} : { language };
}

/** Returns the name of a language, if it is not its own name for itself. */
function nameOf({ code, name }: SiteLanguage): { name?: string } {
  if (name === undefined) return {};
  const known = isLanguage(code) ? new Intl.DisplayNames(code, { type: 'language' }).of(code) : '';
  return known?.toLowerCase() === name.toLowerCase() ? {} : { name };
}
