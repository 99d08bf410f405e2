// Head.astro has set the theme; this keeps page, button and localStorage in sync, also after
// navigation through the history and when another window changes the theme.
const root = document.documentElement;
const button = document.querySelector<HTMLElement>('.theme')!;

/** The attributes of the button have their names. */
const themes = Object.keys(button.dataset);

// Browsers use the first color that applies; the second is that of the dark theme.
const lightColor = document.querySelector<HTMLMetaElement>('[name=theme-color]')!;
const media: Record<string, string> = { auto: lightColor.media, light: 'all', dark: 'not all' };

const apply = (theme: string) => {
  root.dataset['theme'] = theme;
  button.ariaLabel = button.title = button.dataset[theme]!;
  lightColor.media = media[theme]!;
};

const show = () => {
  const stored = localStorage['theme'];
  apply(themes.includes(stored) ? stored : 'auto');
};

button.onclick = () => {
  const next = themes[(themes.indexOf(root.dataset['theme']!) + 1) % themes.length]!;
  apply(next);
  try {
    localStorage['theme'] = next;
  } catch {
    // The storage is full: the theme applies to this page only.
  }
};

// No theme means that scripts cannot use localStorage, and there is no button.
if (root.dataset['theme']) {
  show();
  for (const type of ['pageshow', 'storage']) addEventListener(type, show);
}
