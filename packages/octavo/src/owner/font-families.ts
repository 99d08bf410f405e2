import type { AstroUserConfig } from 'astro';
import { fontProviders } from 'astro/config';
import { fontFiles } from '../content/font-files.ts';
import type { Context } from '../settings/context.ts';
import { FONT_ROLES, FONT_TOKENS } from '../settings/font-tokens.ts';

type LocalProvider = ReturnType<typeof fontProviders.local>;
type Families = NonNullable<AstroUserConfig<never, never, LocalProvider[]>['fonts']>;

/** Returns the setting `fonts` as Astro has it, without files that the checks report. */
export function fontFamilies(context: Context): Families {
  const files = fontFiles(context).filter(({ problem }) => problem === undefined);
  const { text, headings } = context.settings.fonts;
  const fallbacks = { text: text?.fallback, headings: headings?.fallback, code: 'monospace' };
  return FONT_ROLES.flatMap((role) => {
    const ofRole = files.filter((file) => file.role === role);
    const [first, ...others] = ofRole.map(({ path }): { src: [string] } => ({ src: [path] }));
    if (!first) return [];
    return {
      name: role,
      cssVariable: FONT_TOKENS[role],
      provider: fontProviders.local(),
      fallbacks: [fallbacks[role] ?? 'sans-serif'],
      // Astro measures the first one, browsers look for a character in the last one first.
      options: { variants: [first, ...others.toReversed(), first] },
    };
  });
}
