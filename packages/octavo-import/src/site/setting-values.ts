import { isLanguage } from 'octavo/internal/words/language';
import type { Diagnostic } from '../diagnostic.ts';

/** Reports a problem of the old configuration. */
export type Report = (severity: Diagnostic['severity'], message: string) => void;

/** Returns a string on one line. */
export function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

/** Returns the URL of the site with a slash at its end; `key` is the setting that has it. */
export function siteUrl(key: string, given: string | undefined, report: Report): string {
  const url = given?.startsWith('//') ? `https:${given}` : given;
  if (url !== undefined && URL.canParse(url) && /^https?:/.test(url)) {
    const { origin, pathname } = new URL(url);
    return origin + pathname.replace(/\/?$/, '/');
  }
  report(
    'error',
    `${key}: ${given === undefined ? 'missing' : `invalid ${given}`}; set url to the URL of the site`,
  );
  return 'https://my-blog.example/';
}

/** Returns the first of some codes that is a language, as BCP 47 writes it; else `en`. */
export function language(codes: readonly [string, ...string[]], report: Report): string {
  const known = codes.map((code) => code.replaceAll('_', '-')).find(isLanguage);
  if (known === undefined) report('warning', `${codes[0]} is an unknown language; set to en`);
  return known === undefined ? 'en' : (Intl.getCanonicalLocales(known)[0] ?? 'en');
}

/** The spelling of names of services. */
const NAMES: Record<string, string> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  linkedin: 'LinkedIn',
  stackoverflow: 'Stack Overflow',
  youtube: 'YouTube',
  x: 'X',
  bluesky: 'Bluesky',
  hackernews: 'Hacker News',
  orcid: 'ORCID',
  email: 'Email',
  'ko-fi': 'Ko-fi',
  kofi: 'Ko-fi',
  paypal: 'PayPal',
  soundcloud: 'SoundCloud',
};

/** Returns the name of a service as it is spelled: `github` → `GitHub`. */
export function socialName(name: string): string {
  return NAMES[name.toLowerCase()] ?? name.charAt(0).toUpperCase() + name.slice(1);
}
