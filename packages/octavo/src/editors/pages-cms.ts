import { MEDIA_FOLDER, type FormCollection } from './form-collections.ts';
import type { FormField } from './form-fields.ts';

/** Returns the configuration of Pages CMS: https://pagescms.org/docs/configuration/ */
export function pagesCms(collections: readonly FormCollection[]): Record<string, unknown> {
  return {
    media: { input: MEDIA_FOLDER, output: '../media' },
    // Keeps the keys that have no field.
    settings: { content: { merge: true } },
    content: collections.map(({ collection, name, label, folder, fields }) => {
      const isNotes = collection === 'notes';
      const template = isNotes ? '{year}-{month}-{day}-{hour}{minute}.md' : '{primary}.md';
      return {
        ...{ name, label, type: 'collection', path: folder, format: 'yaml-frontmatter' },
        filename: { template, field: 'create' },
        ...(isNotes && { view: { primary: 'date' } }),
        fields: [
          ...fields.map((field) => pagesField(field, isNotes)),
          // Its editor of rich text would rewrite the Markdown.
          { name: 'body', label: 'Body', type: 'code', options: { language: 'markdown' } },
        ],
      };
    }),
  };
}

function pagesField(field: FormField, withTime: boolean): Record<string, unknown> {
  const { name, label, hint, required, type, isList, values, fields } = field;
  return {
    ...{ name, label, description: hint, required, ...(isList && { list: true }) },
    // A field of the type image rejects paths outside of its media folder, like ./cover.png.
    type: type === 'image' ? 'string' : type === 'integer' ? 'number' : type,
    ...(type === 'date' && withTime && { options: { time: true } }),
    // By default it is today.
    ...(type === 'date' && !required && { default: '' }),
    ...(values && { options: { values } }),
    fields: fields?.map((child) => pagesField(child, withTime)),
  };
}
