/** The keys of front matter that name a picture: the cover of a post, the portrait of an author. */
const KEYS = [['cover', 'image'], ['portrait']] as const;

/** Returns the relative paths of the pictures that front matter names, each with its keys. */
export function picturesIn(data: Record<string, unknown>) {
  return KEYS.flatMap((keys) => {
    const picture = keys.reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | null | undefined)?.[key],
      data,
    );
    return typeof picture === 'string' && /^\.\.?\//.test(picture) ? [{ keys, picture }] : [];
  });
}

/** Returns true if an entry of Astro's store has more pictures than those keys name in its data. */
export function hasOwnPictures({
  data,
  assetImports = [],
}: {
  data: Record<string, unknown>;
  assetImports?: readonly string[];
}): boolean {
  return assetImports.length > picturesIn(data).length;
}
