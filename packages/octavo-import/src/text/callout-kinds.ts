import { CALLOUTS } from 'octavo/internal/markdown/directives/callouts';

/** The kinds of themes and other tools, by those of Octavo. */
const OTHERS: Record<(typeof CALLOUTS)[number], string> = {
  note: 'info abstract question quote example notice summary primary secondary light default todo tldr help faq cite',
  tip: 'success hint check done',
  important: 'key',
  warning: 'attention warn',
  caution: 'danger error failure bug fail critical missing',
};

const KINDS = new Map<string, (typeof CALLOUTS)[number]>(
  CALLOUTS.flatMap((kind) => [kind, ...OTHERS[kind].split(' ')].map((name) => [name, kind])),
);

/** Returns which callout of Octavo's a name stands for, in any case of letters. */
export function calloutKind(name: string | undefined): (typeof CALLOUTS)[number] | undefined {
  return KINDS.get(name?.toLowerCase() ?? '');
}
