import type { Result } from './find.ts';
import { find, openIndex, type Counts } from './index.ts';
import { counted, resultHtml, type ResultWords } from './result-html.ts';

/** The strings of the search page, from its `data-words`. */
export interface SearchWords extends ResultWords {
  /** `# results`, by the plural category of the number. */
  results: Record<string, string>;
  nothing: string;
  failed: string;
}

/** Results that are fetched together. */
const AT_ONCE = 5;

// The elements of components/search/Search.astro.
const root = document.querySelector<HTMLElement>('search')!;
const element = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!;
const input = element<HTMLInputElement>('[role=combobox]');
const status = element('[role=status]');
const filters = element<HTMLDetailsElement>('details');
const boxes = [...filters.querySelectorAll('input')];
const list = element('[role=listbox]');
const more = element<HTMLButtonElement>('.more');
const nothing = element('.nothing');
const words = JSON.parse(root.dataset['words']!) as SearchWords;

let timer = 0;
/** Counts searches, so that a late result of an earlier one is dropped. */
let searches = 0;
/** The results below those that are shown. */
let rest: readonly Result[] = [];
/** The option that the arrow keys have come to. */
let active: HTMLElement | null = null;
/** True if the URL is worth a history entry: the next search gets its own. */
let isSettled = true;

input.addEventListener('input', type);
input.addEventListener('compositionend', type);
input.addEventListener('keydown', (event) => {
  if (event.isComposing || hasModifier(event) || event.shiftKey) return;
  if (handleKey(event.key)) event.preventDefault();
});
filters.addEventListener('change', () => {
  isSettled = true;
  searchNow();
});
filters.addEventListener('toggle', () => {
  if (filters.open) void search();
});
list.addEventListener('click', () => (isSettled = true));
more.addEventListener('click', () => void showMore());
addEventListener('popstate', restore);
// The key that opens this page from others focuses the field.
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || hasModifier(event) || event.target === input) return;
  event.preventDefault();
  input.select();
});

root.hidden = false;
const index = openIndex(root.dataset['index']!);
index.catch(() => undefined);
if (location.search === '') input.focus({ preventScroll: true });
restore();

/** Searches for the query in the URL. */
function restore(): void {
  const query = new URLSearchParams(location.search);
  input.value = query.get('q')?.trim() ?? '';
  for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value);
  if (boxes.some(({ checked }) => checked)) filters.open = true;
  isSettled = location.search !== '';
  void search();
}

/** Returns the query as the URL has it: `q=proxy&tag=Go&year=2024`. */
function currentQuery(): URLSearchParams {
  const fields = boxes.filter(({ checked }) => checked).map(({ name, value }) => [name, value]);
  const text = input.value.trim();
  return new URLSearchParams(text === '' ? fields : [['q', text], ...fields]);
}

function type(event: Event): void {
  if ((event as InputEvent).isComposing) return;
  clearTimeout(timer);
  activate(null);
  timer = window.setTimeout(searchNow, pauseAfter(input.value.trim()));
}

/**
 * Returns how long to wait whether a reader types on, in milliseconds. One or two letters are
 * mostly the start of a word, and every word that begins with them would have to be fetched.
 */
function pauseAfter(query: string): number {
  if (query === '') return 0;
  return /(?:^|\s)[a-z]{1,2}$/i.test(query) ? 450 : 130;
}

function searchNow(): void {
  clearTimeout(timer);
  const query = currentQuery().toString();
  if (query !== new URLSearchParams(location.search).toString()) {
    const url = query === '' ? location.pathname : `?${query}`;
    if (isSettled) history.pushState(null, '', url);
    else history.replaceState(null, '', url);
    isSettled = false;
  }
  void search();
}

async function search(): Promise<void> {
  const number = ++searches;
  const query = currentQuery();
  try {
    const { results, counts } = await find(await index, query);
    const html = await htmlOf(results.slice(0, AT_ONCE));
    if (number !== searches) return;
    show(html, results.slice(AT_ONCE));
    showCounts(counts);
    const { length } = results;
    if (length > 0) report(counted(words.results, length, words.language));
    else report(query.size > 0 ? words.nothing : '', query.size > 0);
  } catch {
    if (number !== searches) return;
    show('', []);
    report(words.failed, true);
  }
}

function report(message: string, isInVain = false): void {
  status.textContent = message;
  nothing.hidden = !isInVain;
}

async function htmlOf(results: readonly Result[]): Promise<string> {
  const options = await Promise.all(results.map((result) => resultHtml(result, words)));
  return options.join('');
}

async function showMore(): Promise<void> {
  const next = rest.slice(0, AT_ONCE);
  const html = await htmlOf(next);
  if (rest[0] !== next[0]) return;
  append(html, rest.slice(AT_ONCE));
  if (more.hidden) input.focus();
}

/** Replaces the options; `others` are the results below them. */
function show(html: string, others: readonly Result[]): void {
  activate(null);
  list.replaceChildren();
  append(html, others);
}

function append(html: string, others: readonly Result[]): void {
  list.insertAdjacentHTML('beforeend', html);
  for (const [index, option] of [...list.children].entries()) option.id = `result-${index}`;
  list.hidden = list.childElementCount === 0;
  input.ariaExpanded = String(!list.hidden);
  rest = others;
  more.hidden = others.length === 0;
}

/**
 * Marks an option as that of the arrow keys. The focus stays in the field (ARIA Authoring
 * Practices, "Combobox With List Autocomplete").
 */
function activate(option: Element | null): void {
  active?.setAttribute('aria-selected', 'false');
  active = option as HTMLElement | null;
  if (!active) return input.removeAttribute('aria-activedescendant');
  active.setAttribute('aria-selected', 'true');
  active.scrollIntoView({ block: 'nearest' });
  input.setAttribute('aria-activedescendant', active.id);
}

/** Shows the number of results of each filter; hides those without results, unless checked. */
function showCounts(counts: Counts): void {
  for (const box of boxes) {
    const label = box.closest('label')!;
    const count = counts[box.name]?.[box.value] ?? 0;
    label.hidden = count === 0 && !box.checked;
    label.querySelector('.soft')!.textContent = String(count);
  }
  for (const group of filters.querySelectorAll('fieldset'))
    group.hidden = !group.querySelector('label:not([hidden])');
}

/** Returns whether a key of the field is one of the list's. */
function handleKey(key: string): boolean {
  if (key === 'Escape' && input.value !== '') {
    input.value = '';
    searchNow();
  } else if (key === 'ArrowDown' && !list.hidden) {
    activate(active ? active.nextElementSibling : list.firstElementChild);
  } else if (key === 'ArrowUp' && !list.hidden) {
    activate(active ? active.previousElementSibling : list.lastElementChild);
  } else if (key === 'Enter') {
    if (active) active.click();
    else searchNow();
    isSettled = true;
  } else {
    if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) activate(null);
    return false;
  }
  return true;
}

function hasModifier({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey;
}
