// Loads the frame with the comments when the reader asks for it; its theme follows that of the page.
import { readMessage, themeMessage, themeName } from '../../connected/frame-messages.ts';

const button = document.querySelector<HTMLButtonElement>('.comments button')!;
const { kind = '', src = '', title = '' } = button.dataset;
const isGiscus = kind === 'giscus';
const { dataset } = document.documentElement;
const frame = document.createElement('iframe');
const url = new URL(src);

// The services send readers who sign in back to the page, with a session in its URL.
const page = new URL(location.href);
const returned = page.searchParams.get(kind);
page.searchParams.delete(kind);
if (returned) history.replaceState(undefined, '', page);
page.hash = '';

/** The session, which is stored where the reader allows it. */
const session = (value?: string) => {
  const key = `${kind}-session`;
  try {
    if (value !== undefined) localStorage[key] = value;
    return String(localStorage[key] ?? '');
  } catch {
    return value ?? '';
  }
};

const load = (value?: string) => {
  const { searchParams } = url;
  searchParams.set('origin', isGiscus ? page.href : page.origin);
  searchParams.set('session', session(value));
  searchParams.set('theme', themeName(isGiscus, dataset['theme']));
  frame.src = url.href;
};

const show = () => {
  frame.title = title;
  load(returned ?? undefined);
  button.parentElement!.before(frame);
  button.remove();
  frame.focus();
};

addEventListener('message', ({ data, source }) => {
  if (source !== frame.contentWindow) return;
  const { height, hasEnded } = readMessage(isGiscus, data);
  if (height) frame.style.blockSize = `${height}px`;
  if (hasEnded && session()) load('');
});

new MutationObserver(() => {
  frame.contentWindow?.postMessage(themeMessage(isGiscus, dataset['theme']), url.origin);
}).observe(document.documentElement, { attributeFilter: ['data-theme'] });

button.onclick = show;
if (returned) show();
