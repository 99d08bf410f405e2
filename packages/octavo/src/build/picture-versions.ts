// The versions of pictures that pages show. Astro makes them in its build only, from files that Vite
// has copied: compare addStaticImage in astro/dist/assets/vite-plugin-assets.js with each new version.
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, posix } from 'node:path';
import type { AstroConfig, ImageTransform, LocalImageService } from 'astro';
import { digestOf } from '../digest-of.ts';
import { NeedsVite } from './needs-vite.ts';
import type { SiteBuild } from './site-build.ts';
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

/** Adds a picture of another site, which only Astro makes. */
const needsVite: AddStaticImage = () => {
  throw new NeedsVite('a picture that is not in src/');
};

/** Returns Astro's function for pictures of other sites, in a build by Astro. */
export function addRemoteByAstro(): AddStaticImage {
  return astroAsset().addStaticImage ?? needsVite;
}

/** Collects the versions of pictures that pages show from now on. */
export function collectPictures(
  { base, image }: Pick<AstroConfig, 'base' | 'image'>,
  addRemote = needsVite,
): Versions {
  const versions: Versions = new Map();
  astroAsset().addStaticImage = (transform, properties, file) => {
    const { src } = transform;
    if (file === undefined || typeof src !== 'object' || 'then' in src)
      return addRemote(transform, properties, file);
    const { dir, name, ext } = posix.parse(src.src.slice(base.length));
    const ending = transform.format ? `.${transform.format}` : ext;
    const shown = properties.map((property) => transform[property] as unknown);
    const path = `${dir}/${name}_${digestOf(image.service, shown).slice(0, 6)}${ending}`;
    versions.set(path, { transform: { ...transform, src: path }, file });
    return encodeURI(base + path);
  };
  return versions;
}

/** Makes versions of pictures that the last site does not have, several at a time. */
export async function makeVersions(
  versions: Versions,
  { files, cache }: SiteBuild,
  root: string,
  image: AstroConfig['image'],
): Promise<void> {
  for (const path of versions.keys()) cache.reuseAsset(path);
  const missing = [...versions].filter(([path]) => !files.has(path));
  const makeNext = async () => {
    for (let next; (next = missing.pop());) files.write(next[0], await pixelsOf(next, root, image));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, makeNext));
}

/** Returns a version of a picture, from Astro's cache if it has it. */
async function pixelsOf(
  [path, { transform, file }]: [path: string, Version],
  root: string,
  image: AstroConfig['image'],
): Promise<Uint8Array> {
  const cached = join(root, '.cache/astro/assets', basename(path));
  if (existsSync(cached)) return readFileSync(cached);
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const service = astroAsset().imageService ?? (await serviceOf(image));
  const { data } = await service.transform(readFileSync(file), transform, image, logger);
  writeWhole(cached, data);
  return data;
}

/** Returns the service of pictures, which is not in this thread if a worker made all pages with pictures. */
async function serviceOf({ service }: AstroConfig['image']): Promise<LocalImageService> {
  const module = (await import(/* @vite-ignore */ service.entrypoint)) as {
    default: LocalImageService;
  };
  return module.default;
}

function astroAsset(): AstroAsset {
  const all = globalThis as { astroAsset?: AstroAsset };
  return (all.astroAsset ??= {});
}
