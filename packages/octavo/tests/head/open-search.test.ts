import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { parseSettings } from '../../src/settings/settings.ts';
import { openSearchDescription } from '../../src/head/open-search.ts';

test.each([
  ['Short', 'Short'],
  ['A title that goes on', 'A title that goe'],
  ['Fifteen letters and', 'Fifteen letters'],
  ['名前'.repeat(10), '名前'.repeat(8)],
  ['R&D <"x">', 'R&D <"x">'],
])('the site %s is named %s, in 16 characters', (title, name) => {
  const site = parseSettings({
    title,
    description: 'About',
    url: 'https://example.com/blog',
    author: 'someone',
  });
  const xml = new XMLParser({ ignoreAttributes: false, trimValues: false }).parse(
    openSearchDescription(site),
  ) as {
    OpenSearchDescription: {
      ShortName: string;
      Url: Record<string, string>;
      Image: Record<string, string>;
    };
  };
  expect(xml.OpenSearchDescription.ShortName).toBe(name);
  expect(xml.OpenSearchDescription.Image['#text']).toBe('https://example.com/blog/favicon.ico');
  expect(xml.OpenSearchDescription.Url).toEqual({
    '@_type': 'text/html',
    '@_template': 'https://example.com/blog/search/?q={searchTerms}',
  });
});
