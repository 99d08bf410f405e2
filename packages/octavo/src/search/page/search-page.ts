// The script of the search page, components/search/Search.astro.
import { openSearch, type Found, type Result } from './find.ts';
import { moveFocus } from './move-focus.ts';
import { addPassages, counted, create, resultItem } from './result-item.ts';
import { filterBoxes, queryOf, showCounts } from './search-form.ts';
import { openLanguages } from './search-languages.ts';

/** The strings of the search page, from its `data-strings`. */
export interface SearchStrings {
  language: string;
  /** `# results`, by the plural category of the number. */
  results: Record<string, string>;
  nothing: string;
  failed: string;
  /** The names of the filters. */
  filters: Record<string, string>;
}

/** Milliseconds without typing after which texts are fetched, and the URL and the status are changed. */
const PAUSE = 300;

const root = document.querySelector<HTMLElement>('search')!;
const element = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!;
const form = element<HTMLFormElement>('form');
const field = element<HTMLInputElement>('[type=search]');
const filters = element<HTMLDetailsElement>('details');
const count = element('.count');
const engine = element<HTMLAnchorElement>('[data-engine]');
const list = element('ol');
const recent = document.querySelector<HTMLElement>('.recent')!;
const strings = JSON.parse(root.dataset['strings']!) as SearchStrings;
const urlQuery = new URLSearchParams(location.search);

const opened = import.meta.env.SEVERAL_LANGUAGES
  ? openLanguages(readIndexFile, strings.language, root.dataset['others']!)
  : openSearch(readIndexFile);
const index = opened.then((search) => {
  filters.append(...filterBoxes(search.entries, urlQuery, strings));
  filters.open = filters.querySelector(':checked') !== null;
  return search;
});
/** Counts searches, so that a late result of an earlier one is dropped. */
let searches = 0;
let pause = 0;
let searching = Promise.resolve();
/** The URLs of results whose text was fetched. */
const fetched = new Set<string>();

form.addEventListener('input', change);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void openFirst();
});
root.addEventListener('keydown', (event) => {
  const target = event.target as Element;
  if (event.isComposing || hasModifier(event) || event.shiftKey) return;
  if (target !== field && !list.contains(target)) return;
  if (event.key === 'Escape' && target !== field) field.focus();
  else if (event.key === 'Escape') {
    field.value = '';
    change();
  } else if (!moveFocus(event.key, field, list)) return;
  event.preventDefault();
});
// The key that opens this page from others focuses the field.
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || hasModifier(event) || event.target === field) return;
  event.preventDefault();
  field.select();
});

root.hidden = false;
field.value = urlQuery.get('q') ?? '';
if (location.search === '') field.focus({ preventScroll: true });
searching = search().then(showStatus);

async function readIndexFile(file: string): Promise<unknown> {
  // Only `index.json` has no version in its URL.
  const cache = file.includes('?') ? 'default' : 'no-cache';
  return (await fetch(root.dataset['index']! + file, { cache })).json();
}

/** Searches for what the reader has changed. */
function change(): void {
  searching = search(PAUSE);
  clearTimeout(pause);
  pause = window.setTimeout(endPause, PAUSE);
}

/** Searches for the query of the form; fetches texts of results after `wait` ms. */
async function search(wait = 0): Promise<void> {
  const number = ++searches;
  const found = await index
    .then(({ find }) => find(queryOf(form)))
    // The page offers the archive if the index cannot be fetched.
    .catch(() => undefined);
  if (number === searches) show(found, wait);
}

function show(found: Found | undefined, wait: number): void {
  const query = queryOf(form);
  const isEmpty = query.size === 0;
  const results = isEmpty ? [] : (found?.results ?? []);
  recent.hidden = !isEmpty;
  element('#search-hint').hidden = !isEmpty;
  if (found) showWords(query, found);
  element('.nothing').hidden = isEmpty || results.length > 0;
  engine.search = `?q=${encodeURIComponent(`${field.value} ${engine.dataset['engine']!}`)}`;
  const items = results.map((result) => ({ item: resultItem(result), result }));
  if (import.meta.env.SEVERAL_LANGUAGES)
    for (const { item, result } of items) item.lang = result.filters['language']![0]!;
  list.replaceChildren(...items.map(({ item }) => item));
  for (const { item, result } of items) void showPassages(item, result, wait);
  const number = counted(strings.results, results.length, strings.language);
  const message = results.length > 0 ? number : found ? strings.nothing : strings.failed;
  count.textContent = isEmpty ? '' : message;
}

/** Shows the counts of filters, other queries, and the words that no result has. */
function showWords(query: URLSearchParams, { counts, suggestions, results, missing }: Found): void {
  const link = (text: string) => {
    const other = new URLSearchParams(query);
    other.set('q', text);
    return create('a', { href: `?${other}` }, text);
  };
  showCounts(form, counts);
  showLine('.did-you-mean', suggestions.map(link));
  showLine('.missing', results.length > 0 ? missing : []);
}

/** Shows a line with a list of words, and hides it if there are none. */
function showLine(selector: string, words: readonly (string | Node)[]): void {
  const line = element(selector);
  line.hidden = words.length === 0;
  const separated = words.flatMap((word, index) => (index === 0 ? [word] : [', ', word]));
  line.querySelector('span')!.replaceChildren(...separated);
}

/** Adds the passages of a visible result; fetches no text while the reader types. */
async function showPassages(item: HTMLLIElement, result: Result, wait: number): Promise<void> {
  if (!fetched.has(result.url)) await new Promise((resolve) => setTimeout(resolve, wait));
  await inSight(item);
  fetched.add(result.url);
  const passages = await result.passages().catch(() => []);
  addPassages(item, result.url, passages);
}

/** Resolves when an element is visible; never if it is removed before. */
function inSight(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry!.isIntersecting) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });
}

/** Writes the query into the URL, and the number of results for screen readers. */
function endPause(): void {
  const query = queryOf(form);
  history.replaceState(null, '', query.size === 0 ? location.pathname : `?${query}`);
  showStatus();
}

function showStatus(): void {
  element('[role=status]').textContent = count.textContent;
}

/** Waits for the results of the current query, and opens the first. */
async function openFirst(): Promise<void> {
  await searching;
  endPause();
  list.querySelector('a')?.click();
}

function hasModifier({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey;
}
