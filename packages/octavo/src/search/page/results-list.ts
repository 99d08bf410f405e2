import type { Hit, Piece } from './hit.ts';

/** The strings of the results. */
export interface ResultWords {
  language: string;
  /** `# min`, by the plural category of the number. */
  minutes: Record<string, string>;
}

/**
 * The results, as the listbox of a combobox: the focus stays in the field, and the arrow keys
 * change the active option (ARIA Authoring Practices, "Combobox With List Autocomplete").
 */
export class ResultsList {
  readonly #list: HTMLElement;
  readonly #input: HTMLElement;
  readonly #words: ResultWords;
  #active = -1;

  constructor(list: HTMLElement, input: HTMLElement, words: ResultWords) {
    this.#list = list;
    this.#input = input;
    this.#words = words;
  }

  get isOpen(): boolean {
    return !this.#list.hidden;
  }

  /** The link that the arrow keys have come to. */
  get active(): HTMLElement | undefined {
    return this.#options[this.#active];
  }

  /** Replaces the results. */
  show(hits: readonly Hit[]): void {
    this.activate(-1);
    this.#list.replaceChildren();
    this.append(hits);
    this.#list.hidden = hits.length === 0;
    this.#input.ariaExpanded = String(this.isOpen);
  }

  /** Adds results at the end. */
  append(hits: readonly Hit[]): void {
    this.#list.append(...hits.flatMap((hit) => this.#optionsOf(hit)));
    for (const [index, option] of this.#options.entries()) option.id = `result-${index}`;
  }

  /** Activates the next or previous option; none beyond the ends. */
  move(step: 1 | -1): void {
    const places = this.#options.length + 1;
    this.activate(((this.#active + 1 + step + places) % places) - 1);
  }

  /** Activates an option by its index; -1 for none. */
  activate(index: number): void {
    this.active?.setAttribute('aria-selected', 'false');
    this.#active = index;
    const { active } = this;
    if (!active) return this.#input.removeAttribute('aria-activedescendant');
    active.setAttribute('aria-selected', 'true');
    active.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', active.id);
  }

  get #options(): HTMLElement[] {
    return [...this.#list.children] as HTMLElement[];
  }

  #optionsOf({ url, title, day, minutes, passage, sections }: Hit): HTMLElement[] {
    return [
      option(url, 'page', [
        element('b', [title]),
        ...(passage ? [element('span', passage.map(marked))] : []),
        ...(day === undefined ? [] : [this.#facts(day, minutes ?? 0)]),
      ]),
      ...sections.map((section) =>
        option(section.url, 'section', [
          element('b', section.title.map(marked)),
          element('span', section.passage.map(marked)),
        ]),
      ),
    ];
  }

  #facts(day: string, minutes: number): HTMLElement {
    const { language, minutes: forms } = this.#words;
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    const time = element('time', [format.format(new Date(day))]) as HTMLTimeElement;
    time.dateTime = day;
    const facts = element('span', [time, ` · ${counted(forms, minutes, language)}`]);
    facts.className = 'soft';
    return facts;
  }
}

/** Returns the words for a number: `# results` is `12 results`. */
export function counted(forms: Record<string, string>, count: number, language: string): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms['other'] ?? '#';
  return form.replace('#', String(count));
}

function option(url: string, kind: string, children: Node[]): HTMLElement {
  const link = element('a', children) as HTMLAnchorElement;
  link.href = url;
  link.className = kind;
  link.role = 'option';
  link.tabIndex = -1;
  link.setAttribute('aria-selected', 'false');
  return link;
}

function marked({ text, isMatch }: Piece): Node {
  return isMatch ? element('mark', [text]) : document.createTextNode(text);
}

function element(name: string, children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
