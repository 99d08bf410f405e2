import type { Result } from './find.ts';
import type { Marked } from './marks.ts';
import type { Passage } from './passages.ts';

/** Returns the string for a number: `# results` is `12 results`. */
export function counted(forms: Record<string, string>, count: number, language: string): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms['other'] ?? '#';
  return form.replace('#', count.toLocaleString(language));
}

/** Creates an element with properties and children. */
export function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** Returns the list item of a result, without its passages. */
export function resultItem({ url, marked, byline }: Result): HTMLLIElement {
  const title = create('a', { href: url }, ...marks(marked));
  return create(
    'li',
    { className: 'entry' },
    create('h2', { dir: 'auto' }, title),
    ...(byline === undefined ? [] : [create('p', { className: 'soft' }, byline)]),
  );
}

/** Adds the passages of a result to its list item, with links to their sections. */
export function addPassages(item: HTMLLIElement, url: string, passages: readonly Passage[]): void {
  const sections = passages.map(({ anchor, heading, text, isCode }) => {
    const link = create('a', { href: `${url}#${anchor}` }, ...marks(heading));
    const content = isCode ? [create('code', {}, ...marks(text))] : marks(text);
    const excerpt = create('p', { className: 'summary', dir: 'auto' }, ...content);
    return create('li', { dir: 'auto' }, ...(anchor === '' ? [] : [link]), excerpt);
  });
  item.append(create('ul', { className: 'plain' }, ...sections));
}

function marks(text: Marked): (Node | string)[] {
  return text.map((part) => (part.hit ? create('mark', {}, part.text) : part.text));
}
