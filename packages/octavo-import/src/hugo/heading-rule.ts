import { defineMdastPlugin } from 'satteri';
import { decodePath } from 'octavo/internal/addresses/decode-path';
import { at, text } from '../old/values.ts';
import { readAsGoldmark } from '../text/goldmark.ts';
import { lastLine, withoutHashes } from '../text/headings.ts';
import { plainHeading } from '../text/plain-heading.ts';
import type { TextContext } from '../text/text-source.ts';
import type { HugoConfig } from './config.ts';
import type { HugoVersion } from './version.ts';

type Markup = TextContext['markup'];
type Rule = TextContext['headingIdsFrom'];

/** Since Hugo 0.144 ids of headings are made of their plain text. */
const PLAIN_TEXT = 144;

/**
 * Returns what Hugo makes ids of headings of: by its version, else by the ids that the links of the
 * blog itself name, else as today's Hugo does.
 */
export function headingRule(
  version: HugoVersion | undefined,
  { values }: HugoConfig,
  bodies: readonly string[],
  { markup, anchorOf }: Pick<TextContext, 'markup' | 'anchorOf'>,
): Rule {
  if (version) return version.minor < PLAIN_TEXT ? 'source' : 'text';
  const asked = (key: string) =>
    Number(/^0\.(\d+)/.exec(text(at(values, 'module', 'hugoversion', key)) ?? '')?.[1]);
  if (asked('min') >= PLAIN_TEXT) return 'text';
  if (asked('max') < PLAIN_TEXT) return 'source';
  return vote(bodies, markup, anchorOf);
}

/** A heading in whose id syntax may show. */
const WITH_SYNTAX = /^(?:#{1,6}[ \t].*[[<&_*~`:-].*|[^\n]*[[<&_*~`:].*\n[=-]{2,}[ \t]*)$/m;

function vote(bodies: readonly string[], markup: Markup, anchorOf: TextContext['anchorOf']): Rule {
  const linked = new Set(bodies.flatMap(fragments));
  const votes = { source: 0, text: 0 };
  if (linked.size === 0) return 'text';
  for (const body of bodies) {
    if (!WITH_SYNTAX.test(body)) continue;
    const reader = defineMdastPlugin({
      name: 'octavo:heading-votes',
      options: { position: true },
      heading(node) {
        const before = anchorOf(withoutHashes(lastLine(body, node).text));
        const since = anchorOf(plainHeading(body, node, markup).split('\n').at(-1)!);
        if (before === since) return;
        if (linked.has(before)) votes.source += 1;
        if (linked.has(since)) votes.text += 1;
      },
    });
    readAsGoldmark(body, markup, [reader]);
  }
  return votes.source > votes.text ? 'source' : 'text';
}

/** The fragments of links in a text. */
function fragments(body: string): string[] {
  return [...body.matchAll(/[("'=][^\s("'<>]*#([^\s)"'<>]+)/g)].map(([, id = '']) =>
    decodePath(id),
  );
}
