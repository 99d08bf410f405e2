import { createHash } from 'node:crypto';
import type { ArticleMetadata } from '../words/excerpt.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { site } from '../settings/settings.ts';
import { renderChecked } from '../checks/check-text.ts';
import type { Dependency, Surroundings } from '../markdown/document.ts';

/** A text that is to be rendered. */
export interface Job {
  text: Parameters<typeof renderChecked>[0];
  /** A digest of what its rendering is made from, its dependencies apart. */
  source: string;
}

/** What came of a text. */
export interface Rendered extends ArticleMetadata {
  html: string;
  diagnostics: Diagnostic[];
  dependencies: Dependency[];
  /** Of all that it is made from. */
  digest: string;
}

/** What a text is rendered in. */
export interface Workshop {
  /** The project's folder. */
  root: URL;
  surroundings: Surroundings;
}

/** Renders a text. */
export async function render({ text, source }: Job, workshop: Workshop): Promise<Rendered> {
  const rendering = await renderChecked(text, site, workshop);
  return { ...rendering, digest: digestOf([source, rendering.dependencies]) };
}

/** Returns a digest of plain data. */
export function digestOf(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
