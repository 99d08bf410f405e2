// The versions of pictures that pages show. Astro makes them in its build only, from files that Vite
// has copied: compare addStaticImage in astro/dist/assets/vite-plugin-assets.js with each new version.
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, posix } from 'node:path';
import type { AstroConfig, ImageTransform, LocalImageService } from 'astro';
import { NeedsVite } from './needs-vite.ts';
import type { SiteBuild } from './site-build.ts';
import { writeWhole } from './write-whole.ts';

/** Adds a version of a picture with some properties, and returns its URL. */
type AddStaticImage = (transform: ImageTransform, properties: string[], file?: string) => string;

interface AstroAsset {
  addStaticImage?: AddStaticImage;
  /** Set as soon as a page has a picture. */
  imageService?: LocalImageService;
}

interface Version {
  transform: ImageTransform;
  file: string;
}

/** Adds a picture of another site, which only Astro makes. */
const needsVite: AddStaticImage = () => {
  throw new NeedsVite('a picture that is not in src/');
};

/** Returns Astro's function for pictures of other sites, in a build by Astro. */
export function addRemoteByAstro(): AddStaticImage {
  return astroAsset().addStaticImage ?? needsVite;
}

/** Collects the versions of pictures that pages show from now on, and returns a function that makes them. */
export function collectPictures(
  { base, image }: Pick<AstroConfig, 'base' | 'image'>,
  addRemote = needsVite,
) {
  const versions = new Map<string, Version>();
  astroAsset().addStaticImage = (transform, properties, file) => {
    const { src } = transform;
    if (file === undefined || typeof src !== 'object' || 'then' in src)
      return addRemote(transform, properties, file);
    const { dir, name, ext } = posix.parse(src.src.slice(base.length));
    const ending = transform.format ? `.${transform.format}` : ext;
    const shown = properties.map((property) => transform[property] as unknown);
    const path = `${dir}/${name}_${digestOf([image.service, shown])}${ending}`;
    versions.set(path, { transform, file });
    return encodeURI(base + path);
  };
  return (site: SiteBuild, root: string) => makeVersions([...versions], { site, root, image });
}

interface Making extends Pick<AstroConfig, 'image'> {
  site: SiteBuild;
  root: string;
}

/** Makes versions of pictures that the last site does not have, several at a time. */
async function makeVersions(versions: [path: string, Version][], making: Making): Promise<void> {
  const { files, cache } = making.site;
  for (const [path] of versions) cache.reuseAsset(path);
  const missing = versions.filter(([path]) => !files.has(path));
  const makeNext = async () => {
    for (let next; (next = missing.pop());) files.write(next[0], await pixelsOf(next, making));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, makeNext));
}

/** Returns a version of a picture, from Astro's cache if it has it. */
async function pixelsOf(
  [path, { transform, file }]: [string, Version],
  { root, image }: Making,
): Promise<Uint8Array> {
  const cached = join(root, '.cache/astro/assets', basename(path));
  if (existsSync(cached)) return readFileSync(cached);
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const options = { ...transform, src: path };
  const { imageService } = astroAsset();
  const { data } = await imageService!.transform(readFileSync(file), options, image, logger);
  writeWhole(cached, data);
  return data;
}

function digestOf(parts: unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 6);
}

function astroAsset(): AstroAsset {
  const all = globalThis as { astroAsset?: AstroAsset };
  return (all.astroAsset ??= {});
}
