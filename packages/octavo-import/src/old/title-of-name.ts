/** Returns a title made of the name of a file: `my-first_post` → `My First Post`. */
export function titleOfName(name: string): string {
  const words = name.split(/[-_]+/).filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
