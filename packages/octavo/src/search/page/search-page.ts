// The script of the search page, components/search/Search.astro.
import { checkedFilters, checkFilters, showCounts } from './filter-boxes.ts';
import { openSearch, type Found, type Query, type Result } from './find.ts';
import { moveFocus } from './move-focus.ts';
import { queryOf, searchOf } from './query-url.ts';
import { addPassages, counted, create, resultItem, type ResultStrings } from './result-item.ts';

/** The strings of the search page, from its `data-strings`. */
export interface SearchStrings extends ResultStrings {
  /** `# results`, by the plural category of the number. */
  results: Record<string, string>;
  nothing: string;
  failed: string;
}

/** Results that are shown at once. */
const AT_ONCE = 5;
/** Milliseconds without typing after which texts of results are fetched and the URL is changed. */
const PAUSE = 200;
/** Milliseconds without typing after which the number of results is announced. */
const LONG_PAUSE = 700;

const root = document.querySelector<HTMLElement>('search')!;
const element = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!;
const field = element<HTMLInputElement>('input[type=search]');
const hint = element('#search-hint');
const count = element('.count');
const status = element('[role=status]');
const filters = element<HTMLDetailsElement>('details');
const boxes = [...filters.querySelectorAll('input')];
const didYouMean = element('.did-you-mean');
const missing = element('.missing');
const nothing = element('.nothing');
const nearest = element('.nearest');
const engine = element<HTMLAnchorElement>('.nothing [data-engine]');
const list = element('ol');
const more = element<HTMLButtonElement>('.more');
const recent = document.querySelector<HTMLElement>('.recent')!;
const strings = JSON.parse(root.dataset['strings']!) as SearchStrings;

const index = openSearch(readIndexFile);
let [pause, longPause] = [0, 0];
/** Counts searches, so that a late result of an earlier one is dropped. */
let searches = 0;
let searching = Promise.resolve();
/** The results below those that are shown. */
let rest: readonly Result[] = [];
/** The URLs of results whose text was fetched. */
const fetched = new Set<string>();
/** The query string of the URL, as `searchOf` writes it. */
let written = '';
/** True if the URL is worth a history entry: the next search gets its own. */
let isSettled = true;

field.addEventListener('input', (event) => {
  if (!(event as InputEvent).isComposing) change();
});
field.addEventListener('compositionend', change);
root.addEventListener('keydown', (event) => {
  if (isComposing(event) || hasModifier(event) || event.shiftKey) return;
  if (handleKey(event.key, event.target as Element)) event.preventDefault();
});
filters.addEventListener('change', () => {
  isSettled = true;
  writeUrl();
  change();
});
root.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a');
  if (!link || hasModifier(event)) return;
  // A link to another query changes this page, without loading it again.
  if (link.pathname !== location.pathname) return leave();
  event.preventDefault();
  isSettled = true;
  history.pushState(null, '', link.search);
  restore();
  field.focus();
});
more.addEventListener('click', () => {
  const shown = list.childElementCount;
  showMore();
  list.children[shown]?.querySelector('a')?.focus();
});
addEventListener('popstate', restore);
// The key that opens this page from others focuses the field.
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || hasModifier(event) || event.target === field) return;
  event.preventDefault();
  field.select();
});

root.hidden = false;
if (location.search === '') field.focus({ preventScroll: true });
restore();

async function readIndexFile(file: string): Promise<unknown> {
  // Only `index.json` has no version in its URL.
  const options: RequestInit = file.includes('?') ? {} : { cache: 'no-cache' };
  const response = await fetch(root.dataset['index']! + file, options);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.json();
}

/** Searches for the query in the URL. */
function restore(): void {
  const query = queryOf(location.search);
  field.value = query.text;
  checkFilters(boxes, query);
  if (boxes.some(({ checked }) => checked)) filters.open = true;
  written = searchOf(currentQuery());
  isSettled = location.search !== '';
  searching = search();
}

/** Searches for what the reader has changed. */
function change(): void {
  clearTimeout(pause);
  pause = window.setTimeout(writeUrl, PAUSE);
  searching = search(PAUSE);
}

function currentQuery(): Query {
  return { text: field.value.trim(), filters: checkedFilters(boxes) };
}

/** Searches, and fetches the texts of results after a pause. */
async function search(wait = 0): Promise<void> {
  const number = ++searches;
  const query = currentQuery();
  engine.search = `?q=${encodeURIComponent(`${query.text} ${engine.dataset['engine']!}`)}`;
  try {
    const found = await (await index).find(query);
    if (number === searches) show(query, found, wait);
  } catch {
    if (number === searches) showFailure();
  }
}

function writeUrl(): void {
  const search = searchOf(currentQuery());
  if (search === written) return;
  written = search;
  const url = search || location.pathname;
  if (isSettled) history.pushState(null, '', url);
  else history.replaceState(null, '', url);
  isSettled = false;
}

/** Saves the query in the history before the reader leaves the page. */
function leave(): void {
  writeUrl();
  isSettled = true;
}

function show(query: Query, found: Found, wait: number): void {
  const isEmpty = searchOf(query) === '';
  const hasNoResults = !isEmpty && found.results.length === 0;
  recent.hidden = !isEmpty;
  hint.hidden = !isEmpty;
  showCounts(boxes, found.counts);
  showWords(query, found);
  nothing.hidden = !hasNoResults;
  list.replaceChildren();
  rest = isEmpty ? [] : found.results;
  showMore(wait);
  const { length } = found.results;
  const message = hasNoResults
    ? strings.nothing
    : counted(strings.results, length, strings.language);
  report(isEmpty ? '' : message);
}

function showFailure(): void {
  list.replaceChildren();
  more.hidden = true;
  nothing.hidden = false;
  report(strings.failed);
}

/** Shows the corrected query, the words that no result has, and the nearest words. */
function showWords(query: Query, found: Found): void {
  const link = (text: string) => create('a', { href: searchOf({ ...query, text }) }, text);
  showAll(didYouMean, found.didYouMean === undefined ? [] : [link(found.didYouMean)]);
  showAll(missing, found.results.length > 0 ? found.missing : []);
  showAll(nearest, found.nearest.map(link));
}

/** Shows a line with a list of words, and hides it if there are none. */
function showAll(line: HTMLElement, words: readonly (string | Node)[]): void {
  line.hidden = words.length === 0;
  const separated = words.flatMap((word, index) => (index === 0 ? [word] : [', ', word]));
  line.querySelector('span')!.replaceChildren(...separated);
}

function showMore(wait = 0): void {
  const results = rest.slice(0, AT_ONCE);
  rest = rest.slice(AT_ONCE);
  more.hidden = rest.length === 0;
  for (const result of results) {
    const item = resultItem(result, strings);
    list.append(item);
    void showPassages(result, item, wait);
  }
}

/** Adds the passages of a result; while the reader types, no text is fetched. */
async function showPassages(result: Result, item: HTMLLIElement, wait: number): Promise<void> {
  if (!fetched.has(result.url)) await new Promise((resolve) => setTimeout(resolve, wait));
  if (!item.isConnected) return;
  fetched.add(result.url);
  const passages = await result.passages().catch(() => undefined);
  if (passages) addPassages(item, passages);
}

/** Shows a message at once, and announces it when the reader has paused. */
function report(message: string): void {
  count.textContent = message;
  clearTimeout(longPause);
  longPause = window.setTimeout(() => (status.textContent = message), LONG_PAUSE);
}

/** Returns whether a key was handled. */
function handleKey(key: string, target: Element): boolean {
  if (target !== field && !list.contains(target)) return false;
  if (key === 'Escape' && target !== field) field.focus();
  else if (key === 'Escape' && field.value !== '') {
    field.value = '';
    change();
  } else if (key === 'Enter' && target === field) void openFirst();
  else return moveFocus(key, field, list);
  return true;
}

/** Waits for the results of the current query, and opens the first. */
async function openFirst(): Promise<void> {
  await searching;
  list.querySelector('a')?.click();
}

/** Safari ends a composition before the event of its Enter key, which has this code. */
function isComposing({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229;
}

function hasModifier({ altKey, ctrlKey, metaKey }: KeyboardEvent | MouseEvent): boolean {
  return altKey || ctrlKey || metaKey;
}
