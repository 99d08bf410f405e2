import type { Marked, Passage, Passages, Result } from './find.ts';

/** The strings of the results. */
export interface ResultStrings {
  language: string;
  /** `# min`, by the plural category of the number. */
  minutes: Record<string, string>;
}

/** Returns the list item of a result, without its passages. */
export function resultItem(result: Result, strings: ResultStrings): HTMLLIElement {
  const link = create('a', { href: result.url }, ...marked(result.title));
  return create(
    'li',
    { className: 'entry' },
    create('h2', { dir: 'auto' }, link),
    create('p', { className: 'soft' }, ...facts(result, strings)),
  );
}

/** Adds the passage and the sections of a result to its list item. */
export function addPassages(item: HTMLLIElement, { passage, sections }: Passages): void {
  if (passage) item.append(excerpt(passage));
  if (sections.length === 0) return;
  const links = sections.map(({ url, heading, passage: text }) => {
    const link = create('a', { href: url }, ...marked(heading));
    return create('li', { dir: 'auto' }, link, ...(text ? [excerpt(text)] : []));
  });
  item.append(create('ul', { className: 'plain' }, ...links));
}

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

/** Returns the date, the reading time and the series of a post; nothing for a page. */
function facts({ day, minutes, series }: Result, strings: ResultStrings): (Node | string)[] {
  if (day === undefined) return [];
  const { language } = strings;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const date = create('time', { dateTime: day }, format.format(new Date(day)));
  const others = [minutes && counted(strings.minutes, minutes, language), series];
  return [date, ...others.filter((fact) => fact !== undefined).map((fact) => ` · ${fact}`)];
}

function excerpt({ text, isCode }: Passage): HTMLElement {
  const parts = marked(text);
  return create(
    'p',
    { className: 'summary', dir: 'auto' },
    ...(isCode ? [create('code', {}, ...parts)] : parts),
  );
}

function marked(text: Marked): (Node | string)[] {
  return text.map((part) => (part.hit ? create('mark', {}, part.text) : part.text));
}
