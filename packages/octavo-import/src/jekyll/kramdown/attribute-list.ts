import type { Range } from '../../text/passes.ts';

/** The attributes of an attribute list of kramdown, `{: #id .class key="value" reference}`. */
export interface AttributeList {
  id: string | undefined;
  classes: string[];
  values: Map<string, string>;
  /** Names of lists that are defined elsewhere, and `toc`, which stands for itself. */
  references: string[];
}

/** A list of attributes, and where it is written. */
export interface Written extends Range {
  list: AttributeList;
}

const ITEM =
  /(?:^|\s)(?:([\w-]+)=(["'])((?:\\[}"']|(?!\2)[^}])*)\2|([\w-]+)|((?:[#.][^\s.#}]+)+))(?=\s|$)/g;

/** Reads the inside of braces; `definitions` are the lists that others refer to. */
export function readAttributeList(
  written: string,
  definitions: ReadonlyMap<string, AttributeList> = new Map(),
): AttributeList {
  const list: AttributeList = { id: undefined, classes: [], values: new Map(), references: [] };
  for (const [, key, , value = '', reference, marks] of written.replace(/^:/, '').matchAll(ITEM)) {
    if (key !== undefined) setValue(list, key, value.replace(/\\([}"'])/g, '$1'));
    else if (marks !== undefined) addMarks(list, marks);
    else if (reference !== undefined) addReference(list, reference, definitions);
  }
  return list;
}

function setValue(list: AttributeList, key: string, value: string): void {
  if (key === 'class') list.classes.push(...value.split(/\s+/));
  else if (key === 'id') list.id = value;
  else list.values.set(key, value);
}

function addMarks(list: AttributeList, marks: string): void {
  for (const [mark] of marks.matchAll(/[#.][^.#]+/g)) {
    if (mark.startsWith('#')) list.id = mark.slice(1);
    else list.classes.push(mark.slice(1));
  }
}

function addReference(
  list: AttributeList,
  name: string,
  definitions: ReadonlyMap<string, AttributeList>,
): void {
  list.references.push(name);
  const known = definitions.get(name);
  if (!known) return;
  list.id ??= known.id;
  list.classes.push(...known.classes);
  for (const [key, value] of known.values) list.values.set(key, value);
}
