// The key / leads to the search, where there is one, unless something is being typed, or the reader
// has turned it off on the search page (WCAG 2.1.4).
const search = document.querySelector<HTMLElement>('a.search');

addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!search || event.isComposing || event.defaultPrevented) return;
  const { target } = event;
  if ((target as Element).closest('input:not([type=radio]),textarea,select,[contenteditable]'))
    return;
  if (document.documentElement.dataset['theme'] && localStorage['slash']) return;
  event.preventDefault();
  search.click();
});
