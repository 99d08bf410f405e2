import { collectionsOf, type CollectionName } from '../content/content-file.ts';
import type { NodeContext } from '../settings/context.ts';
import { codesOf } from '../settings/languages.ts';
import { formFields, type FormField } from './form-fields.ts';
import { frontMatterSchema } from './front-matter-schemas.ts';

/** A folder of content files that have the same form. */
export interface FormCollection {
  collection: CollectionName;
  /** Unique: `posts`, `posts-de`. */
  name: string;
  label: string;
  folder: string;
  /** The path from the folder to that of the pictures. */
  media: string;
  fields: FormField[];
}

/** The folder of pictures that are uploaded in a form, relative to the blog's root folder. */
export const MEDIA_FOLDER = 'src/content/media';

/** Returns the collections of a blog, those of other languages in folders of their own. */
export function formCollections({
  settings,
  extensions,
}: Pick<NodeContext, 'settings' | 'extensions'>): FormCollection[] {
  return collectionsOf(settings).flatMap((collection) => {
    const fields = formFields(frontMatterSchema(collection, extensions.frontMatter));
    const label = collection[0]!.toUpperCase() + collection.slice(1);
    const folder = `src/content/${collection}`;
    const own = { collection, name: collection, label, folder, media: '../media', fields };
    return codesOf(settings).map((code) => {
      if (code === settings.defaultCode) return own;
      const [name, inLanguage] = [`${collection}-${code}`, `${label} (${code})`];
      return {
        ...{ ...own, name, label: inLanguage },
        ...{ folder: `${folder}/${code}`, media: '../../media' },
      };
    });
  });
}
