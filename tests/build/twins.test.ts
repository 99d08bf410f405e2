import { beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SITE } from '../../packages/octavo/src/markdown/document.ts';
import { renderMarkdown } from '../../packages/octavo/src/markdown/render.ts';
import { NO_EXTENSIONS } from '../../packages/octavo/src/settings/context.ts';
import { attribute, elements, text, type Element } from '../html.ts';
import type { BuiltSite } from '../site.ts';
import { fixtureBlog } from '../sites/example.ts';

let site: BuiltSite;
let twins: string[];

beforeAll(async () => {
  site = await fixtureBlog();
  twins = site.files('**/*.md');
});

/** Renders the text of an article's Markdown for a reader who knows of no other file. */
async function rendered(path: string): Promise<Element> {
  const [, , ...rest] = site.read(path).split(/^---\n/m);
  const body = rest.join('---\n').replace(/^\n# .*\n(?:\n!\[.*\n\n.*\n)?/, '');
  const { html, diagnostics } = await renderMarkdown(
    { path: 'twin.md', format: 'md', body },
    {
      root: new URL('file:///nowhere/'),
      site: DEFAULT_SITE,
      plugins: NO_EXTENSIONS,
      siteIndex: {},
    },
  );
  expect(diagnostics).toEqual([]);
  return elements(`<div>${html}</div>`, 'div')[0]!;
}

/** The text of an article on its page. */
function shown(path: string): Element {
  return elements(site.read(path.replace(/\.md$/, '/')), 'div').find((element) =>
    String(attribute(element, 'className')).split(',').includes('prose'),
  )!;
}

/** Returns the text of an element, what stands in the place of sounds and videos apart. */
function words(tree: Element): string {
  const without = (element: Element): Element => ({
    ...element,
    children: element.children.flatMap((child): Element['children'] => {
      if (child.type !== 'element') return [child];
      return ['audio', 'video'].includes(child.tagName) ? [] : [without(child)];
    }),
  });
  return text(without(tree));
}

/** Returns the whole addresses that a text leads to, those of pictures apart. */
function links(tree: Element, path: string): string[] {
  const page = new URL(path.replace(/\.md$/, '/'), 'https://octavo.example/');
  const visit = (node: Element): string[] => [
    ...(node.tagName === 'a' ? [new URL(String(attribute(node, 'href')), page).href] : []),
    ...node.children.flatMap((child) => (child.type === 'element' ? visit(child) : [])),
  ];
  return visit(tree).filter((address) => !address.includes('/_astro/'));
}

describe('the Markdown of an article, rendered where no other file is', () => {
  test('says the words of its page', async () => {
    expect(twins.length).toBeGreaterThan(1);
    for (const path of twins) {
      expect([path, words(await rendered(path))]).toEqual([path, words(shown(path))]);
    }
  });

  test('leads where its page leads', async () => {
    for (const path of twins) {
      expect([path, links(await rendered(path), path)]).toEqual([path, links(shown(path), path)]);
    }
  });

  test('has no comment and no relative address', () => {
    for (const path of twins) {
      const prose = site.read(path).replace(/^(`{3,}).*?^\1$|`[^`\n]*`/gms, '');
      expect([path, prose.match(/<!--|\]\(\.{0,2}\//)]).toEqual([path, null]);
    }
  });
});
