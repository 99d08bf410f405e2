import { fileDigest, perFile } from '../markdown/pictures/per-file.ts';
import { PICTURES, type CardPictures } from './layout.ts';

/** The files of the pictures of a card, which may be missing. */
export type CardFiles = Record<keyof CardPictures, string | undefined>;

/** Returns the digests of the pictures of a card. */
export function pictureDigests(files: CardFiles): (string | undefined)[] {
  return Object.values(files).map((file) => file && fileDigest(file));
}

/** Returns the pictures of a card in their sizes, without those that cannot be read. */
export async function cardPictures({ mark, portrait, cover }: CardFiles): Promise<CardPictures> {
  return {
    mark: await scaledMark(mark ?? ''),
    portrait: await scaledPortrait(portrait ?? ''),
    cover: cover === undefined ? undefined : await scaled(cover, 'cover'),
  };
}

// Many cards show these.
const scaledMark = perFile((file) => scaled(file, 'mark'));
const scaledPortrait = perFile((file) => scaled(file, 'portrait'));

async function scaled(file: string, name: keyof CardPictures) {
  const { default: sharp } = await import('sharp');
  const size = PICTURES[name];
  const pixels = sharp(file).autoOrient().resize(size).ensureAlpha().raw().toBuffer();
  return pixels.then(
    (data) => ({ ...size, data }),
    () => undefined,
  );
}
