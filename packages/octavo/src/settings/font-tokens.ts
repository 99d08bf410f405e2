/** The tokens of the setting `fonts`; headings have none without it. */
export const FONT_TOKENS = {
  text: '--font',
  headings: '--font-headings',
  code: '--font-code',
} as const;

export type FontRole = keyof typeof FONT_TOKENS;

export const FONT_ROLES = Object.keys(FONT_TOKENS) as FontRole[];
