import type { Context } from '../settings/context.ts';
import type { PolicyHosts } from '../settings/policy-hosts.ts';

/** The element that counts the visits of a page, and the hosts that it needs. */
interface Counter {
  /** The attributes of a script. */
  script?: Record<string, string>;
  /** The URL of a picture. */
  pixel?: string;
  policy: PolicyHosts;
}

/** Returns the counter of the pages of a build; previews and `dev` count nothing. */
export function counterOf({
  mode,
  settings: { analytics },
}: Pick<Context, 'mode' | 'settings'>): Counter | undefined {
  if (!analytics || mode !== 'build') return undefined;
  const { goatcounter, plausible, umami, cloudflare, script, pixel } = analytics;
  if (goatcounter) return goatCounter(goatcounter);
  if (plausible)
    return scriptOf(`${originOf(plausible.host)}/js/script.js`, {
      'data-domain': plausible.domain,
    });
  if (umami) {
    const host = originOf(umami.host);
    return scriptOf(`${host}/script.js`, { 'data-website-id': umami.id }, umamiHosts(host));
  }
  if (cloudflare) {
    const data = { 'data-cf-beacon': JSON.stringify({ token: cloudflare }) };
    const src = 'https://static.cloudflareinsights.com/beacon.min.js';
    return scriptOf(src, data, ['https://cloudflareinsights.com']);
  }
  if (script) return scriptOf(script.src, script.attributes, script.connect);
  return pixel ? { pixel, policy: { img: originOf(pixel) } } : undefined;
}

/** Returns the counter of a GoatCounter site: a code, or the URL of an instance (goatcounter.com/help/start). */
function goatCounter(site: string): Counter {
  const isUrl = site.startsWith('https:');
  const host = isUrl ? originOf(site) : `https://${site}.goatcounter.com`;
  const src = isUrl ? `${host}/count.js` : 'https://gc.zgo.at/count.js';
  return scriptOf(src, { 'data-goatcounter': `${host}/count` }, [host]);
}

/** Umami's cloud collects at other hosts than that of its script; an instance at its own. */
function umamiHosts(host: string): string[] {
  if (host !== 'https://cloud.umami.is') return [host];
  return ['https://gateway.umami.is', 'https://api-gateway.umami.dev'];
}

function scriptOf(
  src: string,
  attributes: Record<string, string>,
  connect: readonly string[] = [originOf(src)],
): Counter {
  return {
    script: { defer: '', ...attributes, src },
    policy: { script: originOf(src), connect },
  };
}

/** As hosts in a policy are written: without a path, and in ASCII. */
function originOf(url: string): string {
  return new URL(url).origin;
}
