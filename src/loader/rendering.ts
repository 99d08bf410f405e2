import { createHash } from 'node:crypto';
import type { ArticleMetadata } from '../blog/article.ts';
import type { Diagnostic } from '../blog/diagnostics.ts';
import type { KeptHtml } from '../blog/kept-html.ts';
import { site } from '../blog/settings.ts';
import { renderChecked } from '../checks/check-text.ts';
import type { Dependency, Surroundings } from '../markdown/document.ts';

/** A text that is to be rendered. */
export interface Job {
  text: Parameters<typeof renderChecked>[0];
  /** A digest of what its rendering is made from, its dependencies apart. */
  source: string;
  /** Whether its HTML is kept in a file of its own. */
  isApart: boolean;
}

/** What came of a text. */
export interface Rendered extends ArticleMetadata {
  /** Empty where it is kept in a file of its own, by the digest. */
  html: string;
  diagnostics: Diagnostic[];
  dependencies: Dependency[];
  digest: string;
}

/** What a text is rendered in. */
export interface Workshop {
  /** The project's folder. */
  root: URL;
  surroundings: Surroundings;
  kept: KeptHtml;
}

/** Renders a text, and keeps its HTML where it has a file of its own. */
export async function render(
  { text, source, isApart }: Job,
  { root, surroundings, kept }: Workshop,
): Promise<Rendered> {
  const rendering = await renderChecked(text, site, { root, surroundings });
  const digest = digestOf([source, rendering.dependencies]);
  if (!isApart) return { ...rendering, digest };
  kept.write(digest, rendering.html);
  return { ...rendering, html: '', digest };
}

/** Returns a digest of plain data. */
export function digestOf(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
