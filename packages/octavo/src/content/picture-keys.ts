/** The keys of front matter that name a picture: the cover of a post, the portrait of an author. */
const KEYS = [['cover', 'image'], ['portrait']] as const;

/** A picture that front matter names. */
interface NamedPicture {
  /** `['cover', 'image']`. */
  keys: readonly string[];
  /** Relative to the content file: `./cover.png`. */
  picture: string;
}

/** Returns the pictures that front matter names by relative paths. */
export function picturesIn(data: Record<string, unknown>): NamedPicture[] {
  return KEYS.flatMap((keys) => {
    const picture = keys.reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | null | undefined)?.[key],
      data,
    );
    return typeof picture === 'string' && /^\.\.?\//.test(picture) ? [{ keys, picture }] : [];
  });
}
