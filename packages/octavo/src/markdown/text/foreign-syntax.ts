import { matchesIn, type TextChecks } from '../text-check.ts';

export const foreignSyntax: TextChecks = {
  // Formulas and callouts as other engines write them, which stay text.
  'foreign-syntax': (text) => [
    ...matchesIn(text, FORMULA, ([opening]) => {
      const dollars = opening === '\\(' ? '$…$' : '$$…$$';
      return `math: ${opening} begins no formula; write ${dollars}`;
    }),
    ...matchesIn(text, ADMONITION, ([, mark = '', kind = '']) => {
      return `callout: ${mark} ${kind} is text; write :::note, the text and :::`;
    }),
  ],
};

/**
 * Escaped brackets around a letter alone or what looks like TeX; others are text. A command needs no
 * closing one, since a formula may be in several lines.
 */
const INSIDE = String.raw`(?:(?!\\[)\]])[^]){0,200}?`;
const FORMULA = new RegExp(
  String.raw`(?<![\p{L}\p{N}\\])\\[([](?=\s*\p{L}\s*\\[)\]]|${INSIDE}\\[a-z]|${INSIDE}(?:[\^=]|(?<!\p{L}\p{L})_|\s[+<>]\s)${INSIDE}\\[)\]])`,
  'gu',
);

/** The names of Material for MkDocs and of Docutils. */
const ADMONITION =
  /^[ \t>]*(!!!|\?\?\?\+?)[ \t]+(note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|attention|caution|error|hint|important|admonition)\b/gmu;
