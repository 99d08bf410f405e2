import type { Dependency } from '../document.ts';

/** Returns the content files that a document links to: those of its queries that have a page. */
export function linkedFiles(path: string, dependencies: readonly Dependency[]): string[] {
  const files = dependencies.flatMap(([question, asked, answer]) => {
    if (typeof answer !== 'string') return [];
    return question === 'address' ? asked : question === 'page' ? answer : [];
  });
  return [...new Set(files)].filter((file) => file !== path);
}
