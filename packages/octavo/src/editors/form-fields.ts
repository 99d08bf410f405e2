import type { JsonSchema } from './front-matter-schemas.ts';

/** A field of a form for front matter, whatever the editor. */
export interface FormField {
  name: string;
  label: string;
  hint: string | undefined;
  required: boolean;
  type: 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'image' | 'select' | 'object';
  isList: boolean;
  /** The values of a select. */
  values: unknown[] | undefined;
  /** The fields of an object. */
  fields: FormField[] | undefined;
}

/**
 * Returns the fields of a form for a JSON schema of front matter. Keys without a field stay as they are
 * in a file: objects with any keys, and booleans without a default, which a form would set to false.
 */
export function formFields({ properties = {}, required = [] }: JsonSchema): FormField[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const list = [schema, ...(schema.anyOf ?? [])].find(({ type }) => type === 'array');
    const value = list?.items ?? schema.anyOf?.[0] ?? schema;
    const type = typeOf(value);
    if (type === undefined || (type === 'boolean' && !('default' in schema))) return [];
    const fields = value.properties && formFields(value);
    const common = { name, label: labelOf(name), hint: schema.description, type, fields };
    const isRequired = required.includes(name);
    return { ...common, required: isRequired, isList: list !== undefined, values: value.enum };
  });
}

function typeOf(schema: JsonSchema): FormField['type'] | undefined {
  const { title, type, enum: values, properties } = schema;
  if (title === 'date' || title === 'image') return title;
  if (values) return 'select';
  if (type === 'object') return properties && 'object';
  return type === 'number' || type === 'integer' || type === 'boolean' ? type : 'string';
}

/** Returns `Translation key` for `translationKey`. */
function labelOf(name: string): string {
  const words = name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words[0]!.toUpperCase() + words.slice(1);
}
