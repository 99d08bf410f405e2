import { fontPackage } from '../cards/fonts.ts';
import type { Check, WholeSite } from './check.ts';

export const cardFont: Check = {
  id: 'card-font',
  severity: 'warning',
  about: 'a title with characters that no installed font has, so that its social card shows boxes',
  ofFrontMatter: ({ collection, frontMatter }, site) => {
    const { title, cover } = frontMatter.data;
    const hasCard = collection === 'pages' || (collection === 'posts' && cover === undefined);
    if (!site.settings.cards || !hasCard || typeof title !== 'string') return [];
    return messages(title, site).map((message) => ({
      position: frontMatter.locate(['title']),
      message,
    }));
  },
  ofSite: (site) => {
    const { title, language } = site.settings;
    // The cards of posts show their dates in the language of the blog.
    const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(0);
    return messages(`${title} ${date}`, site).map((message) => ({
      file: { path: 'src/site.config.ts' },
      position: { line: 1, column: 1 },
      message,
    }));
  },
};

function messages(text: string, { missingGlyphs, settings }: WholeSite): string[] {
  const missing = missingGlyphs(text);
  if (missing.length === 0) return [];
  const packages = missing.map((character) => fontPackage(character, settings.language));
  const names = [...new Set(packages)].filter((name) => name !== undefined);
  const how =
    names.length > 0
      ? `npm install ${names.join(' ')}`
      : 'install the package @fontsource-variable/noto-* that has them';
  return [`title: the social card has no font for ${missing.join(' ')}; ${how}`];
}
