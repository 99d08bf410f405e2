import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { HtmlValidate } from 'html-validate';
import { attribute, elements, type Element } from '../html.ts';
import type { BuiltSite } from '../site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Pages are minified: no line is to be read, and end tags are as the compiler prints them.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // The popup of a combobox is no select.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
    // MDX prints `<br/>`, which is the same.
    'void-style': 'off',
  },
});

/** Returns what html-validate's recommended rules find on pages of a built site: a line each. */
export async function validationFindings(
  site: BuiltSite,
  pattern = '**/*.html',
): Promise<string[]> {
  const findings: string[] = [];
  for (const page of site.files(pattern)) {
    const { results } = await validator.validateString(site.read(page));
    const messages = results.flatMap(({ messages: found }) => found);
    findings.push(...messages.map(({ ruleId, message }) => `${page}: ${ruleId}: ${message}`));
  }
  return findings;
}

/** Returns every internal address of a built site that leads nowhere, with the page it stands on. */
export function deadLinks(site: BuiltSite): string[] {
  const files = new Set(site.files());
  const pages = new Map(
    site.files('**/*.html').map((page) => [page, elements(site.read(page))] as const),
  );
  const ids = new Map([...pages].map(([page, all]) => [page, idsOf(all)] as const));
  return [...pages].flatMap(([page, all]) =>
    addressesOf(all)
      .filter((address) => !resolves(address, page, site, files, ids))
      .map((address) => `${page}: ${address}`),
  );
}

/** Returns a file of the built site as parsed XML; throws where it is not well-formed. */
export function parseXml(site: BuiltSite, path: string): Record<string, never> {
  const xml = site.read(path);
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new Error(`${path}: ${valid.err.msg} in line ${valid.err.line}`);
  return new XMLParser({ ignoreAttributes: false, parseTagValue: false }).parse(xml) as Record<
    string,
    never
  >;
}

const ADDRESSES = ['href', 'src', 'poster'];

function addressesOf(all: readonly Element[]): string[] {
  return all.flatMap((element) => {
    const single = ADDRESSES.flatMap((name) => attribute(element, name) ?? []);
    const set = attribute(element, 'srcSet')?.split(/,\s+/) ?? [];
    return [...single, ...set.map((candidate) => candidate.trim().split(/\s+/)[0] ?? '')];
  });
}

function idsOf(all: readonly Element[]): Set<string> {
  return new Set(all.flatMap((element) => attribute(element, 'id') ?? []));
}

function resolves(
  address: string,
  page: string,
  { base }: BuiltSite,
  files: Set<string>,
  ids: Map<string, Set<string>>,
): boolean {
  const origin = 'https://example.com';
  const url = new URL(address, origin + base + page.replace(/^\/|index\.html$/g, ''));
  // An address of the site itself, by whatever host the fixture is published at.
  if (url.origin !== origin) return true;
  if (!url.pathname.startsWith(base)) return false;
  const path = decodeURI(`/${url.pathname.slice(base.length)}`).replace(/\/$/, '/index.html');
  const fragment = decodeURIComponent(url.hash.slice(1));
  if (!files.has(path)) return false;
  // `#top` leads to the top of a page (HTML, "find a potential indicated element").
  return ['', 'top'].includes(fragment) || (ids.get(path)?.has(fragment) ?? false);
}
