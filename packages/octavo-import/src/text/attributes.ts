/** Attributes as Goldmark reads them in braces, `{#id .class key="value"}`. */
export interface Attributes {
  id: string | undefined;
  classes: string[];
  /** The names of all others. */
  others: string[];
}

const ATTRIBUTE =
  /[\s,]*(?:#([\p{L}\p{N}_:.-]+)|\.([\p{L}\p{N}_:.-]+)|([A-Za-z_:][\w:.-]*)\s*=\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|\[[^\]]*\]|[^\s"',{}]+))/uy;

/** Reads what stands between braces; `undefined` where Goldmark sees no attributes in it. */
export function readAttributes(written: string): Attributes | undefined {
  const attributes: Attributes = { id: undefined, classes: [], others: [] };
  let at = 0;
  while (written.slice(at).trim() !== '') {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(written);
    if (!match) return undefined;
    const [, id, name, key] = match;
    if (id !== undefined) attributes.id = id;
    if (name !== undefined) attributes.classes.push(name);
    if (key !== undefined) attributes.others.push(key);
    at = ATTRIBUTE.lastIndex;
  }
  return at === 0 ? undefined : attributes;
}
