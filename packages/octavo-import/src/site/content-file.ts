import { stringify } from 'yaml';

/** Returns a content file: its front matter as YAML, without the keys that have no value, and its text. */
export function contentFile(data: Record<string, unknown>, text: string): string {
  const given = Object.fromEntries(Object.entries(data).filter(([, value]) => hasValue(value)));
  const yaml = stringify(given, {
    ...{ lineWidth: 0, schema: 'core', collectionStyle: 'any', flowCollectionPadding: false },
    aliasDuplicateObjects: false,
  });
  const body = text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  return `---\n${yaml}---\n${body === '' ? '' : `\n${body}\n`}`;
}

function hasValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== '';
}
