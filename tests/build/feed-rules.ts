import { attribute, elements } from '../html.ts';
import {
  childrenOf,
  entriesOf,
  linkOf,
  type FeedDocument,
  type XmlElement,
} from './feed-document.ts';
import { isWhole, without, type Rule } from './feed-rule.ts';
import { atomRules } from './feed-rules-atom.ts';
import { jsonRules } from './feed-rules-json.ts';
import { rssRules } from './feed-rules-rss.ts';

const ANY: Rule['of'] = ['rss', 'atom', 'json'];

/** What holds in every format. */
const commonRules: Rule[] = [
  {
    of: ANY,
    rule: 'ids are unique, and not empty',
    broken: (feed) => {
      const ids = entriesOf(feed).map(({ id }) => id);
      return ids.filter((id, index) => !id || ids.indexOf(id) !== index);
    },
  },
  {
    of: ANY,
    rule: 'items have a title and a whole address',
    broken: (feed) => entriesOf(feed).filter(({ title, url }) => !title || !isWhole(url)),
  },
  {
    of: ANY,
    rule: 'no address in content is relative',
    broken: (feed) => entriesOf(feed).flatMap(({ html }) => relativeAddresses(html ?? '')),
  },
  {
    of: ['rss', 'atom'],
    rule: 'every prefix is declared (Namespaces in XML 1.0, 5)',
    broken: ({ source, root }) =>
      [...prefixesOf(root)].filter(
        (prefix) => prefix !== 'xml' && !source.includes(`xmlns:${prefix}="`),
      ),
  },
  {
    of: ['rss', 'atom'],
    rule: 'no character is one that XML has no place for (XML 1.0, 2.2)',
    broken: ({ source }) => source.match(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE]/g) ?? [],
  },
];

/** Archived feeds: RFC 5005, section 4; for RSS appendix B. */
const archiveRules: Rule[] = [
  {
    of: ['rss', 'atom'],
    rule: 'a page of the archive says so and where the feed is, and no other document does',
    broken: (feed) => {
      const isPage = /^\/(?:rss|atom)\/\d+\.xml$/.test(feed.path);
      const marks = childrenOf(feed.root, 'fh:archive').length;
      return without(
        marks === (isPage ? 1 : 0) && (linkOf(feed, 'current') !== undefined) === isPage,
      );
    },
  },
  {
    of: ['rss', 'atom'],
    rule: 'the mark of an archive is of the namespace of RFC 5005',
    broken: ({ source }) =>
      without(
        !source.includes('<fh:archive') ||
          source.includes('xmlns:fh="http://purl.org/syndication/history/1.0"'),
      ),
  },
];

/** Every rule that a feed is held to. */
export const RULES = [...commonRules, ...rssRules, ...atomRules, ...jsonRules, ...archiveRules];

/** Returns what is wrong with a feed: its path, the rule, what breaks it. */
export function findings(feed: FeedDocument): string[] {
  return RULES.filter(({ of }) => of.includes(feed.format)).flatMap(({ rule, broken }) =>
    broken(feed).map((what) => `${feed.path}: ${rule}: ${JSON.stringify(what)}`),
  );
}

function prefixesOf({ name, attributes, children }: XmlElement): Set<string> {
  const names = [name, ...Object.keys(attributes)].filter((one) => !one.startsWith('xmlns'));
  const own = names.flatMap((one) => /^([^:]+):/.exec(one)?.[1] ?? []);
  return new Set([...own, ...children.flatMap((child) => [...prefixesOf(child)])]);
}

const ADDRESSES = ['href', 'src', 'poster', 'cite', 'data'];

/** Returns the addresses in HTML that need the address of a page to lead anywhere. */
function relativeAddresses(html: string): string[] {
  return elements(html)
    .flatMap((element) => [
      ...ADDRESSES.flatMap((name) => attribute(element, name) ?? []),
      ...(attribute(element, 'srcSet') ?? '').split(/,\s+/).filter(Boolean),
    ])
    .filter((address) => !/^[a-z][a-z0-9+.-]*:/i.test(address));
}
