// Copies the code beside a button: no deleted lines, and only the commands of terminal sessions.
// The other button, which can be pressed, wraps its lines.
const announcement = document.querySelector<HTMLElement>('[data-copied]')!;

const codeOf = (block: Element) => {
  const copy = block.cloneNode(true) as Element;
  for (const left of copy.querySelectorAll('del, samp, .p, figcaption, summary, button'))
    left.remove();
  return copy.textContent.replace(/\n$/, '');
};

addEventListener('click', async ({ target }) => {
  const button = (target as Element).closest('.copy');
  if (!button) return;
  const { copied } = announcement.dataset;
  const label = button.textContent;
  const block = button.parentElement!;
  if (button.ariaPressed) button.ariaPressed = String(block.classList.toggle('wrap'));
  if (button.ariaPressed || label === copied) return;
  try {
    await navigator.clipboard.writeText(codeOf(block));
  } catch {
    // Not allowed, or no secure connection: select the code instead.
    return getSelection()?.selectAllChildren(block.querySelector('code')!);
  }
  button.textContent = announcement.textContent = copied!;
  setTimeout(() => {
    button.textContent = label;
    announcement.textContent = '';
  }, 2000);
});
