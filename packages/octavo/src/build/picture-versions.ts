// The versions of pictures that pages show. Astro makes them in its build only, from files that Vite
// has copied: compare addStaticImage in astro/dist/assets/vite-plugin-assets.js with each new version.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import type { AstroConfig, ImageTransform, LocalImageService } from 'astro';
import { digestOf } from '../digest-of.ts';
import type { BuildConfig } from './finish.ts';
import { writeWhole } from '../write-whole.ts';

/** Adds a version of a picture with some properties, and returns its URL. */
type AddStaticImage = (transform: ImageTransform, properties: string[], file?: string) => string;

interface AstroAsset {
  addStaticImage?: AddStaticImage;
  /** Set as soon as a page has a picture. */
  imageService?: LocalImageService;
}

interface Version {
  transform: ImageTransform & { src: string };
  file: string;
}

/** Versions of pictures, by their paths in the site. */
export type Versions = Map<string, Version>;

/** Collects the versions of pictures that pages show from now on. */
export function collectPictures({
  assets,
  image,
}: Pick<BuildConfig, 'assets' | 'image'>): Versions {
  const versions: Versions = new Map();
  const { addStaticImage: addByAstro } = astroAsset();
  astroAsset().addStaticImage = (transform, properties, file) => {
    const { src } = transform;
    if (file === undefined || typeof src !== 'object' || 'then' in src) {
      if (!addByAstro) throw new Error('a picture that is not in src/');
      return addByAstro(transform, properties, file);
    }
    const { dir, name, ext } = posix.parse(src.src);
    const ending = transform.format ? `.${transform.format}` : ext;
    const shown = properties.map((property) => transform[property] as unknown);
    const version = `${name}_${digestOf(image.service, shown).slice(0, 6)}${ending}`;
    const path = `${assets}/${version}`;
    versions.set(path, { transform: { ...transform, src: path }, file });
    return encodeURI(`${dir}/${version}`);
  };
  return versions;
}

/** Returns the bytes of a version of a picture, from Astro's cache if it has it. */
export async function pixelsOf(version: Version, root: string, image: AstroConfig['image']) {
  const { transform, file } = version;
  const cached = join(root, '.cache/astro/assets', basename(transform.src));
  if (existsSync(cached)) return readFileSync(cached);
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const service = astroAsset().imageService ?? (await serviceOf(image));
  const { data } = await service.transform(readFileSync(file), transform, image, logger);
  writeWhole(cached, data);
  return data;
}

/** Returns the service of pictures, which is not in this thread if a worker made all pages with pictures. */
async function serviceOf({ service }: AstroConfig['image']): Promise<LocalImageService> {
  const { entrypoint } = service;
  return ((await import(/* @vite-ignore */ entrypoint)) as { default: LocalImageService }).default;
}

function astroAsset(): AstroAsset {
  const all = globalThis as { astroAsset?: AstroAsset };
  return (all.astroAsset ??= {});
}
