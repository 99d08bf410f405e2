// The messages between a page and the frame of giscus or utterances, in the browser.

const THEMES: Record<string, [giscus: string, utterances: string]> = {
  light: ['light', 'github-light'],
  dark: ['dark', 'github-dark'],
};

/** Returns the name of a theme of the page at giscus or utterances: `auto` follows the system. */
export function themeName(isGiscus: boolean, theme = 'auto'): string {
  const names = THEMES[theme] ?? ['preferred_color_scheme', 'preferred-color-scheme'];
  return names[isGiscus ? 0 : 1]!;
}

/** Returns the message that sets the theme. */
export function themeMessage(isGiscus: boolean, theme?: string): object {
  const name = themeName(isGiscus, theme);
  return isGiscus ? { giscus: { setConfig: { theme: name } } } : { type: 'set-theme', theme: name };
}

/** Returns the height that a frame wants in px, and whether the session of the reader has ended. */
export function readMessage(isGiscus: boolean, data: unknown) {
  const { giscus, ...rest } = Object(data) as Record<string, unknown>;
  const { resizeHeight, height, signOut, error } = Object(isGiscus ? giscus : rest) as typeof rest;
  return {
    height: Number(isGiscus ? resizeHeight : height) || undefined,
    hasEnded: Boolean(signOut) || /credentials|state/i.test(String(error)),
  };
}
