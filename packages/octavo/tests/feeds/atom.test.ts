import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { atomFeed } from '../../src/feeds/atom.ts';
import { parseDate } from '../../src/content/dates.ts';
import type { FeedItem } from '../../src/feeds/items.ts';
import { ARCHIVED, feedWith, inside } from './feeds.ts';

const feed = (...items: Partial<FeedItem>[]) => atomFeed(feedWith(items));

type Parsed = Record<string, string & Record<string, string>>;

/** Returns the first entry, as a parser reads it that leaves white space as it is. */
function entry(xml: string): Parsed {
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
  });
  const { feed: root } = parser.parse(xml) as { feed: { entry: Parsed } };
  return root.entry;
}

describe('the Atom feed', () => {
  test('says what it is a feed of', () => {
    const xml = feed({});
    expect(xml).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">');
    expect(inside(xml, 'id')[0]).toBe('https://example.com/blog/');
    expect(inside(xml, 'title')[0]).toBe('Notes &amp; more');
    expect(inside(xml, 'subtitle')).toEqual(['On &lt;many&gt; things.']);
    expect(inside(xml, 'uri')[0]).toBe('https://example.com/blog/authors/jane/');
    expect(xml).toContain(
      '<link href="https://example.com/blog/feed" rel="self" type="application/atom+xml"/>',
    );
    expect(xml).toContain(
      '<link href="https://example.com/blog/" rel="alternate" type="text/html"/>',
    );
    expect(inside(xml, 'icon')).toEqual(['https://example.com/blog/icon-512.png']);
  });

  test('has the author of the site beside those of its entries', () => {
    expect(inside(feed(), 'name')).toEqual(['Jane']);
    expect(inside(feed(), 'uri')).toEqual(['https://example.com/blog/authors/jane/']);
    expect(feed()).not.toContain('undefined');
    expect(inside(atomFeed(feedWith([], { author: undefined })), 'name')).toEqual([]);
  });

  test('has an entry with its page, its authors and tags of the site', () => {
    const authors = ['Jane', 'John'].map((name) => ({ name, url: `https://${name}.example/` }));
    const [entry = ''] = inside(feed({ authors, tags: ['Go'] }), 'entry');
    expect(entry).toContain(
      '<link href="https://example.com/blog/posts/a/" rel="alternate" type="text/html"/>',
    );
    expect(inside(entry, 'name')).toEqual(['Jane', 'John']);
    expect(inside(entry, 'uri')).toEqual(['https://Jane.example/', 'https://John.example/']);
    expect(entry).toContain('<category term="Go" scheme="https://example.com/blog/tags/"/>');
  });

  test('was updated with its items, and never where it has none: the clock is not asked', () => {
    expect(inside(feed({}), 'updated')[0]).toBe('2024-02-01T00:00:00Z');
    expect(inside(feed(), 'updated')).toEqual(['1970-01-01T00:00:00Z']);
  });

  test('tells the update of an entry apart from its publication', () => {
    const updated = parseDate('2024-03-01', 'UTC');
    expect(entry(feed({ updated }))).toMatchObject({
      published: '2024-01-06T10:30:00Z',
      updated: '2024-03-01T00:00:00Z',
    });
    expect(entry(feed({}))['updated']).toBe('2024-01-06T10:30:00Z');
  });

  test.each(['https://example.com/?a=1&b=2', 'a&b', '007', '<a>'])(
    'has no white space around the id %s',
    (id) => {
      expect(entry(feed({ id }))['id']).toBe(id);
    },
  );

  test.each(['a < b & "c"', '<![CDATA[a]]> ]]>', '&amp;', '  a  <b>  c', '<b>\n  <![CDATA[x]]>'])(
    'has a title as it is: %s',
    (title) => {
      expect(entry(feed({ title }))['title']!['#text']).toBe(title);
    },
  );

  test('has contents as HTML, whole', () => {
    const html = '<pre>a &lt; b\n\n  ]]&gt;</pre>\n<p>&amp;amp;</p>';
    expect(entry(feed({ html }))['content']).toEqual({ '#text': html, '@_type': 'html' });
    expect(feed({ html: undefined })).not.toContain('<content');
    expect(entry(feed({}))['summary']!['#text']).toBe('S');
    expect(feed({ summary: '' })).not.toContain('<summary');
  });

  test('has all enclosures and categories', () => {
    const enclosures = ['a', 'b'].map((name) => {
      return { url: `https://example.com/${name}.mp3`, length: 5, type: 'audio/mpeg' };
    });
    const xml = feed({ enclosures, tags: ['Q&A', 'Go'] });
    expect(xml.match(/<link [^>]*rel="enclosure"[^>]*>/g)).toEqual(
      ['a', 'b'].map(
        (name) =>
          `<link href="https://example.com/${name}.mp3" rel="enclosure" type="audio/mpeg" length="5"/>`,
      ),
    );
    expect(xml.match(/term="[^"]*"/g)).toEqual(['term="Q&amp;A"', 'term="Go"']);
  });

  test('has no characters that XML forbids', () => {
    const text = 'a\u001Bb';
    const xml = feed({ id: text, title: text, summary: text, html: text, tags: [text] });
    expect(xml).not.toContain('\u001B');
    expect(entry(xml)['id']).toBe('ab');
  });

  test('is marked as a page of an archive, and leads to its neighbours and to the feed', () => {
    const xml = atomFeed(feedWith([{}], ARCHIVED));
    expect(xml).toContain('<fh:archive/>');
    expect(xml).toContain('xmlns:fh="http://purl.org/syndication/history/1.0"');
    expect(
      [...xml.matchAll(/href="([^"]*)" rel="(\S+)" type="application/g)].map(([, , rel]) => rel),
    ).toEqual(['self', 'current', 'prev-archive', 'next-archive']);
    expect(feed({})).not.toMatch(/fh:|rel="current"/);
  });
});
