import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the ids of elements of templates to which texts link: `comments`. */
export function linkedTemplateIds(
  root: string,
  templates: string,
  bodies: readonly string[],
): string[] {
  const linked = new Set(
    bodies.flatMap((body) => [...body.matchAll(/[(\s]#([\w-]+)/g)].map(([, id = '']) => id)),
  );
  if (linked.size === 0) return [];
  const ids = globSync(templates, { cwd: root }).flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/\sid=["']?([\w-]+)/g)].map(
      ([, id = '']) => id,
    ),
  );
  return [...new Set(ids)].filter((id) => linked.has(id)).sort();
}
