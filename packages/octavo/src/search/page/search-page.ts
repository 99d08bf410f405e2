import { FilterList } from './filter-list.ts';
import { find, loadFilters, openIndex, type Found } from './index.ts';
import { counted, ResultsList, type ResultWords } from './results-list.ts';
import { readState, writeState, type SearchState } from './state.ts';

/** The strings of the search page, from its `data-words`. */
export interface SearchWords extends ResultWords {
  /** `# results`, by the plural category of the number. */
  results: Record<string, string>;
  nothing: string;
  failed: string;
}

/** Results that are fetched together. */
const AT_ONCE = 5;

/** Makes the search page search. Throws where an element of components/search/Search.astro is missing. */
export class SearchPage {
  readonly #base: string;
  readonly #words: SearchWords;
  readonly #root: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #status: HTMLElement;
  readonly #more: HTMLButtonElement;
  readonly #nothing: HTMLElement;
  readonly #list: ResultsList;
  readonly #filters: FilterList;
  #timer = 0;
  /** Counts searches, so that a late answer to an earlier one is let go. */
  #searches = 0;
  #found: Found | undefined;
  #shown = 0;
  /** True if the URL is worth a history entry: the next search gets its own. */
  #isSettled = true;
  #filling: Promise<void> | undefined;

  constructor(search: HTMLElement) {
    const find = <E extends HTMLElement>(selector: string) => search.querySelector<E>(selector)!;
    this.#root = search;
    this.#base = search.dataset['base']!;
    this.#words = JSON.parse(search.dataset['words']!) as SearchWords;
    this.#input = find('[role=combobox]');
    this.#status = find('[role=status]');
    this.#more = find('.more');
    this.#nothing = find('.nothing');
    this.#list = new ResultsList(find('[role=listbox]'), this.#input, this.#words);
    this.#filters = new FilterList(find('details'));
  }

  start(): void {
    this.#listen();
    this.#root.hidden = false;
    void openIndex(this.#base);
    if (location.search === '') this.#input.focus({ preventScroll: true });
    void this.#restore();
  }

  #listen(): void {
    const typed = (event: Event) => {
      if (!(event as InputEvent).isComposing) this.#type();
    };
    this.#input.addEventListener('input', typed);
    this.#input.addEventListener('compositionend', typed);
    this.#input.addEventListener('keydown', (event) => this.#press(event));
    this.#filters.details.addEventListener('change', () => {
      this.#isSettled = true;
      this.#searchNow();
    });
    this.#filters.details.addEventListener('toggle', () => void this.#openFilters());
    this.#root.addEventListener('click', ({ target }) => {
      if ((target as Element).closest('[role=option]')) this.#isSettled = true;
    });
    this.#more.addEventListener('click', () => void this.#showMore());
    addEventListener('popstate', () => void this.#restore());
    document.addEventListener('keydown', (event) => this.#slash(event));
  }

  /** Searches for the query in the URL. */
  async #restore(): Promise<void> {
    const state = readState(location.search);
    this.#input.value = state.query;
    if (state.tags.length + state.years.length > 0) {
      this.#filters.details.open = true;
      await this.#fillFilters();
    }
    this.#filters.choose(state);
    this.#isSettled = location.search !== '';
    await this.#search(state);
  }

  #state(): SearchState {
    const chosen = this.#filters.isFilled ? this.#filters.chosen() : readState(location.search);
    return { ...chosen, query: this.#input.value.trim() };
  }

  #type(): void {
    clearTimeout(this.#timer);
    this.#list.activate(-1);
    const { query } = this.#state();
    this.#timer = window.setTimeout(() => this.#searchNow(), pauseAfter(query));
  }

  #searchNow(): void {
    clearTimeout(this.#timer);
    const state = this.#state();
    const address = writeState(state) || location.pathname;
    if (writeState(state) !== writeState(readState(location.search))) {
      if (this.#isSettled) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
      this.#isSettled = false;
    }
    void this.#search(state);
  }

  async #search(state: SearchState): Promise<void> {
    const search = ++this.#searches;
    if (writeState(state) === '') return this.#showNothing('');
    try {
      const found = await find(state);
      const hits = await found.hits(0, AT_ONCE);
      if (search !== this.#searches) return;
      this.#found = found;
      this.#shown = hits.length;
      this.#list.show(hits);
      this.#filters.update(found.counts);
      this.#nothing.hidden = found.total > 0;
      this.#status.textContent =
        found.total === 0
          ? this.#words.nothing
          : counted(this.#words.results, found.total, this.#words.language);
      this.#more.hidden = this.#shown >= found.total;
    } catch {
      if (search === this.#searches) this.#showNothing(this.#words.failed);
    }
  }

  #showNothing(message: string): void {
    this.#found = undefined;
    this.#list.show([]);
    this.#status.textContent = message;
    this.#nothing.hidden = message === '';
    this.#more.hidden = true;
    if (this.#filters.isFilled && message === '') void this.#countAll();
  }

  async #showMore(): Promise<void> {
    const [found, from] = [this.#found, this.#shown];
    if (!found) return;
    const hits = await found.hits(from, AT_ONCE);
    if (found !== this.#found || from !== this.#shown) return;
    this.#shown += hits.length;
    this.#list.append(hits);
    this.#more.hidden = this.#shown >= found.total;
    if (this.#more.hidden) this.#input.focus();
  }

  async #openFilters(): Promise<void> {
    if (this.#filters.isFilled || this.#filling) return;
    await this.#fillFilters();
    await this.#search(this.#state());
  }

  /** Makes the boxes of the filters, once; where they cannot be fetched, the search says so. */
  #fillFilters(): Promise<void> {
    return (this.#filling ??= loadFilters().then(
      (counts) => this.#filters.fill(counts, this.#state()),
      () => undefined,
    ));
  }

  async #countAll(): Promise<void> {
    this.#filters.update(await loadFilters());
  }

  /** The keys of a combobox whose list is below it. */
  #press(event: KeyboardEvent): void {
    if (event.isComposing || hasModifier(event) || event.shiftKey) return;
    if (this.#handle(event.key)) event.preventDefault();
  }

  /** Returns whether a key of the field is one of the list's. */
  #handle(key: string): boolean {
    const step = STEPS[key];
    if (key === 'Escape' && this.#input.value !== '') {
      this.#input.value = '';
      this.#searchNow();
    } else if (step && this.#list.isOpen) {
      this.#list.move(step);
    } else if (key === 'Enter') {
      if (this.#list.active) this.#list.active.click();
      else this.#searchNow();
      this.#isSettled = true;
    } else {
      if (MOVES_CARET.test(key)) this.#list.activate(-1);
      return false;
    }
    return true;
  }

  /** The key that opens this page from others focuses the field. */
  #slash(event: KeyboardEvent): void {
    if (event.key !== '/' || hasModifier(event) || event.target === this.#input) return;
    event.preventDefault();
    this.#input.select();
  }
}

/**
 * Returns how long to wait whether a reader types on, in milliseconds. One or two letters are
 * mostly the start of a word, and every word that begins with them would have to be fetched.
 */
function pauseAfter(query: string): number {
  if (query === '') return 0;
  return /(?:^|\s)[a-z]{1,2}$/i.test(query) ? 450 : 130;
}

const STEPS: Partial<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };
const MOVES_CARET = /^(?:ArrowLeft|ArrowRight|Home|End)$/;

function hasModifier({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey;
}
