// The line in the head has set the theme already; this keeps page, switch and store in step,
// also on the way back through the history and where another window chooses.
const root = document.documentElement;
const inputs = document.querySelectorAll<HTMLInputElement>('.theme input');

// What the browser shows around the page, in the order of Head.astro.
const colours = document.querySelectorAll<HTMLMetaElement>('[name=theme-color]');

const apply = (theme: string) => {
  root.dataset['theme'] = theme;
  for (const [index, colour] of colours.entries()) {
    const own = index ? 'dark' : 'light';
    colour.media =
      theme === 'auto' ? `(prefers-color-scheme:${own})` : theme === own ? 'all' : 'not all';
  }
};

const show = () => {
  apply(localStorage['theme'] || 'auto');
  for (const input of inputs) input.checked = input.value === root.dataset['theme'];
};

for (const input of inputs) {
  input.onchange = () => {
    apply(input.value);
    try {
      localStorage['theme'] = input.value;
    } catch {
      // A store that is full: the theme holds for this page.
    }
  };
}

// Without a theme the store is closed to scripts, and there is no switch.
if (root.dataset['theme']) {
  show();
  for (const type of ['pageshow', 'storage']) addEventListener(type, show);
}
