import { childrenOf, textOf } from './feed-document.ts';
import {
  isLanguage,
  isMediaType,
  isRfc3339,
  isWhole,
  more,
  notOnce,
  selfAndWhole,
  without,
  type Rule,
} from './feed-rule.ts';

/** Atom 1.0 (RFC 4287). */
export const atomRules: Rule[] = [
  {
    of: ['atom'],
    rule: 'the root is of the namespace of Atom (1.2)',
    broken: ({ root }) => without(root.attributes['xmlns'] === 'http://www.w3.org/2005/Atom'),
  },
  {
    of: ['atom'],
    rule: 'a feed has one id, title and updated, and one icon, logo, subtitle at most (4.1.1)',
    broken: ({ root }) => [
      ...notOnce(root, ['id', 'title', 'updated']),
      ...more(root, ['icon', 'logo', 'subtitle', 'rights', 'generator']),
    ],
  },
  {
    of: ['atom'],
    rule: 'an entry has one id, title and updated, and one content, summary, published at most (4.1.2)',
    broken: ({ root }) =>
      childrenOf(root, 'entry').flatMap((entry) => [
        ...notOnce(entry, ['id', 'title', 'updated']),
        ...more(entry, ['content', 'summary', 'published', 'rights', 'source']),
      ]),
  },
  {
    of: ['atom'],
    rule: 'feed or entries have an author; a person has one name, and a whole uri (3.2, 4.1.1)',
    broken: ({ root }) => {
      const entries = childrenOf(root, 'entry');
      const people = [root, ...entries].flatMap((owner) => childrenOf(owner, 'author'));
      const nameless = people.filter(
        (person) => notOnce(person, ['name']).length > 0 || !isWhole(textOf(person, 'uri')),
      );
      if (childrenOf(root, 'author').length > 0) return nameless;
      return [...nameless, ...entries.filter((entry) => childrenOf(entry, 'author').length === 0)];
    },
  },
  {
    of: ['atom'],
    rule: 'an id is a whole IRI without white space, and the feed’s is no entry’s (4.2.6)',
    broken: ({ root }) => {
      const ids = childrenOf(root, 'entry').map((entry) => textOf(entry, 'id'));
      const id = textOf(root, 'id');
      return [id, ...ids].filter((one, index) => !isIri(one) || (index > 0 && one === id));
    },
  },
  {
    of: ['atom'],
    rule: 'dates are those of RFC 3339 (3.3)',
    broken: ({ root }) =>
      [root, ...childrenOf(root, 'entry')]
        .flatMap((owner) => [...childrenOf(owner, 'updated'), ...childrenOf(owner, 'published')])
        .map(({ text }) => text)
        .filter((date) => !isRfc3339(date)),
  },
  {
    of: ['atom'],
    rule: 'links have a whole address, and one says where the feed is itself (4.1.1, 4.2.7)',
    broken: ({ root }) => [
      ...selfAndWhole(childrenOf(root, 'link')),
      ...childrenOf(root, 'entry')
        .flatMap((entry) => childrenOf(entry, 'link'))
        .filter(({ attributes }) => !isWhole(attributes['href'])),
    ],
  },
  {
    of: ['atom'],
    rule: 'no two alternates are of one type, and an entry without content has one (4.1.1, 4.1.2)',
    broken: ({ root }) =>
      [root, ...childrenOf(root, 'entry')].filter((owner) => {
        const types = childrenOf(owner, 'link')
          .filter(({ attributes: { rel = 'alternate' } }) => rel === 'alternate')
          .map(({ attributes: { type } }) => type);
        return types.length === 0 || new Set(types).size !== types.length;
      }),
  },
  {
    of: ['atom'],
    rule: 'texts and contents are of a type that is known, and hold no elements (3.1.1, 4.1.3)',
    broken: ({ root }) =>
      [root, ...childrenOf(root, 'entry')]
        .flatMap(({ children }) => children)
        .filter(({ name }) => ['title', 'subtitle', 'summary', 'content', 'rights'].includes(name))
        .filter(
          ({ attributes: { type = 'text' }, children }) =>
            !['text', 'html'].includes(type) || children.length > 0,
        ),
  },
  {
    of: ['atom'],
    rule: 'a category has a term, and a whole scheme (4.2.2)',
    broken: ({ root }) =>
      childrenOf(root, 'entry')
        .flatMap((entry) => childrenOf(entry, 'category'))
        .filter(({ attributes: { term, scheme } }) => !term || !isWhole(scheme)),
  },
  {
    of: ['atom'],
    rule: 'an enclosure has its length and type (4.2.7)',
    broken: ({ root }) =>
      childrenOf(root, 'entry')
        .flatMap((entry) => childrenOf(entry, 'link'))
        .filter(({ attributes: { rel } }) => rel === 'enclosure')
        .filter(
          ({ attributes: { length, type } }) => !/^\d+$/.test(length ?? '') || !isMediaType(type),
        ),
  },
  {
    of: ['atom'],
    rule: 'the feed says its language (2)',
    broken: ({ root }) => [root.attributes['xml:lang']].filter((tag) => !isLanguage(tag)),
  },
];

function isIri(id: string | undefined): boolean {
  return id !== undefined && /^[a-z][a-z0-9+.-]*:\S+$/i.test(id);
}
