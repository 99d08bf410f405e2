import { createHash } from 'node:crypto';
import { renderChecked, type RenderContext } from '../checks/check-text.ts';
import type { Rendering } from '../markdown/render.ts';

/** A body to render. */
export interface RenderJob {
  text: Parameters<typeof renderChecked>[0];
  /** A digest of all input of the rendering, except its dependencies. */
  source: string;
}

/** A rendered body. */
export interface Rendered extends Rendering {
  /** A digest of all input, dependencies included. */
  digest: string;
}

export async function render(
  { text, source }: RenderJob,
  context: RenderContext,
): Promise<Rendered> {
  const rendering = await renderChecked(text, context);
  return { ...rendering, digest: digestOf([source, rendering.dependencies]) };
}

/** Returns a digest of plain data. */
export function digestOf(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
