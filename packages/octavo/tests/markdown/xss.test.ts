import { htmlToHast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { blocksWith, VECTORS } from '../../../../tests/xss.ts';
import { blockedHtml } from '../../src/html/blocked-html.ts';
import { readHtml } from '../../src/html/read-html.ts';
import { nodesOf } from '../../src/markdown/tree.ts';
import { render } from '../helpers.ts';

/** Returns what is left of blocked HTML, for a parser as browsers have and for that of pages. */
function blockedIn(html: string): string[] {
  const elements = nodesOf(htmlToHast(html, { fragment: true })).flatMap((node) =>
    node.type === 'element' ? [[node.tagName, Object.entries(node.properties)] as const] : [],
  );
  const tags = readHtml(html).tags.map(
    ({ name, attributes }) =>
      [name, attributes.map(({ name, value }) => [name, value] as const)] as const,
  );
  return [...elements, ...tags].flatMap(([name, attributes]) =>
    blockedHtml(name, attributes).map(({ message }) => message),
  );
}

describe('the HTML of a text has nothing that is blocked, whatever is pasted', () => {
  test.each(VECTORS.map((vector) => [vector.replace(/\s+/g, ' '), vector]))(
    '%s',
    async (line, vector) => {
      expect(blockedIn((await render(vector)).html)).toEqual([]);
      expect(blockedIn((await render(blocksWith(line, vector).join('\n\n'))).html)).toEqual([]);
    },
  );
});
