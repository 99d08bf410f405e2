import type { Settings } from '../settings/settings.ts';
import { MEDIA_FOLDER, type FormCollection } from './form-collections.ts';
import type { FormField } from './form-fields.ts';

/** Returns the configuration of Sveltia CMS and Decap CMS: https://decapcms.org/docs/configuration-options/ */
export function decapCms(
  collections: readonly FormCollection[],
  { editUrl, url }: Pick<Settings, 'editUrl' | 'url'>,
): Record<string, unknown> {
  return {
    backend: { name: 'github', ...repositoryOf(editUrl) },
    site_url: url,
    media_folder: MEDIA_FOLDER,
    // Read by Sveltia CMS: an empty key is an error of the schema.
    output: { omit_empty_optional_fields: true },
    collections: collections.map(({ collection, name, label, folder, media, fields }) => {
      const isNotes = collection === 'notes';
      return {
        ...{ name, label, folder, create: true, extension: 'md', format: 'yaml-frontmatter' },
        slug: isNotes ? '{{year}}-{{month}}-{{day}}-{{hour}}{{minute}}' : '{{slug}}',
        ...(isNotes && { summary: '{{date}} {{title}}' }),
        ...(collection === 'authors' && { identifier_field: 'name' }),
        ...{ media_folder: `/${MEDIA_FOLDER}`, public_folder: media },
        fields: [
          ...fields
            .filter((field) => field.name !== SVELTIA_KEY)
            .map((field) => decapField(field, isNotes)),
          // The editor of rich text would rewrite the Markdown.
          { name: 'body', label: 'Body', widget: 'markdown', modes: ['raw'], required: false },
        ],
      };
    }),
  };
}

/** A key that Sveltia CMS has a meaning for, and writes even if it is empty. */
const SVELTIA_KEY = 'translationKey';

const WIDGETS: Record<FormField['type'], Record<string, unknown>> = {
  string: { widget: 'string' },
  number: { widget: 'number', value_type: 'float' },
  integer: { widget: 'number', value_type: 'int' },
  boolean: { widget: 'boolean', default: false },
  date: { widget: 'datetime', format: 'YYYY-MM-DD', time_format: false },
  image: { widget: 'image' },
  select: { widget: 'select' },
  object: { widget: 'object', collapsed: true },
};

function decapField(field: FormField, withTime: boolean): Record<string, unknown> {
  const { name, label, hint, required, type, isList, values, fields } = field;
  const common = { name, label, hint, required };
  const own = {
    ...WIDGETS[type],
    ...(type === 'date' && withTime && { format: 'YYYY-MM-DDTHH:mm:ssZ', time_format: 'HH:mm' }),
    ...(type === 'date' && required && { default: '{{now}}' }),
    options: values,
    // Decap CMS does not save an entry without an optional object whose own fields are required.
    fields: fields?.map((child) =>
      decapField({ ...child, required: child.required && (isList || required) }, withTime),
    ),
  };
  if (!isList) return { ...common, ...own };
  if (type === 'string') return { ...common, widget: 'list' };
  if (fields) return { ...common, widget: 'list', fields: own.fields };
  return { ...common, widget: 'list', field: { name, label, ...own } };
}

/** Returns the repository on GitHub that a page's link to edit it leads to, or a placeholder. */
function repositoryOf(editUrl = ''): { repo: string; branch: string } {
  const [, repo = 'owner/repository', branch = 'main'] =
    /^https:\/\/github\.com\/([^/]+\/[^/]+)\/edit\/([^/]+)/.exec(editUrl) ?? [];
  return { repo, branch };
}
