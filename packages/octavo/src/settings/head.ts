import { declarationOf, type PolicyHosts } from './policy-hosts.ts';

type Attributes = Record<string, string | true>;

const METAS = ['description', 'robots', 'theme-color', 'twitter:card', 'viewport'];

/** True for an element that the engine writes into each page. */
export function isOwn(tag: string, { rel, name, property, ...others }: Attributes): boolean {
  if (tag === 'link') return rel === 'canonical' || rel === 'manifest';
  if (tag !== 'meta') return false;
  return (
    'charset' in others ||
    'http-equiv' in others ||
    METAS.includes(String(name)) ||
    String(property).startsWith('og:')
  );
}

/** Returns the hosts that the settings `policy` and `head` allow on all pages, as a policy has them. */
export function declarationOfSettings({
  policy,
  head,
}: {
  policy: PolicyHosts;
  head: readonly { tag: string; attrs: Attributes }[];
}): string {
  const scripts = head.flatMap(({ tag, attrs: { src } }) => {
    const url = tag === 'script' && typeof src === 'string' ? URL.parse(src) : null;
    return url?.protocol === 'https:' ? url.origin : [];
  });
  const styles = head.flatMap(({ tag, attrs: { rel, href } }) => {
    const url = tag === 'link' && rel === 'stylesheet' ? URL.parse(String(href)) : null;
    return url?.protocol === 'https:' ? url.origin : [];
  });
  return [policy, { script: scripts, style: styles }].map(declarationOf).join(';');
}
