import { z } from 'zod';

/** A host that pages may load from, with no characters that separate the parts of a policy. */
const HOST = /^https:\/\/[a-z\d.-]+(?::\d+)?(?:\/[\w./~%@+-]*)?$/i;

export const hosts = z.array(
  z.string().regex(HOST, { error: 'must be the URL of a host, like https://example.com' }),
);

/** The kinds of what pages load from hosts, and of what they send there. */
const KINDS = ['script', 'connect', 'frame', 'img', 'font', 'style', 'media', 'form'] as const;

/** The hosts of a setting or a component. */
export type PolicyHosts = Partial<
  Record<(typeof KINDS)[number], string | readonly string[] | undefined>
>;

/** A directive and a host that is added to it: `frame-src`, `https://example.com`. */
export type PolicySource = readonly [directive: string, host: string];

/** Returns hosts as a policy has them: `frame-src https://example.com;img-src …`. */
export function declarationOf(all: PolicyHosts): string {
  return Object.entries(all)
    .map(([kind, hosts = []]) => [directiveOf(kind), ...[hosts].flat()].join(' '))
    .join(';');
}

/** Reads a declaration; parts of a policy that are no hosts are `invalid`. */
export function readDeclaration(text: string) {
  const sources = text.split(';').flatMap((part): PolicySource[] => {
    const [directive = '', ...hosts] = part.split(/\s+/).filter(Boolean);
    return hosts.map((host) => [directive, host]);
  });
  const [valid, invalid] = [sources.filter(isValid), sources.filter((source) => !isValid(source))];
  return { sources: valid, invalid: invalid.map((source) => source.join(' ')) };
}

const DIRECTIVES: readonly string[] = KINDS.map(directiveOf);

/** Returns the kind of hosts that a directive may list; `undefined` for a directive that has none. */
export function kindOfDirective(directive: string): string | undefined {
  return KINDS.find((kind) => directiveOf(kind) === directive);
}

function directiveOf(kind: string): string {
  return kind === 'form' ? 'form-action' : `${kind}-src`;
}

function isValid([directive, host]: PolicySource): boolean {
  return DIRECTIVES.includes(directive) && HOST.test(host);
}
