// The key / opens the search, unless the reader is typing or has turned the key off on the
// search page (WCAG 2.1.4).
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.defaultPrevented) return;
  if ((event.target as Element).closest('input,textarea,select,[contenteditable]')) return;
  if (document.documentElement.dataset['theme'] && localStorage['slash']) return;
  const link = document.querySelector<HTMLElement>('a.search');
  if (!link) return;
  event.preventDefault();
  link.click();
});
