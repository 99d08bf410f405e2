import type { ImageMetadata } from 'astro';

/** Returns the file of a picture; Astro knows it, but has no type for it. */
export function sourceFile(metadata: ImageMetadata & { fsPath?: string }): string | undefined {
  return metadata.fsPath;
}
