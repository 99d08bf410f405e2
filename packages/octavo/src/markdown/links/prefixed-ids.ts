import { decodePath } from '../../addresses/decode-path.ts';
import { edited } from '../../html/edits.ts';
import { escapeHtml } from '../../html/escape-html.ts';
import { readHtml } from '../../html/read-html.ts';

/** Returns HTML with a prefix before its ids, and where its attributes name them, for a page with several texts. */
export function prefixedIds(html: string, prefix: string): string {
  const attributes = readHtml(html).tags.flatMap((tag) => tag.attributes);
  const ids = new Set(attributes.flatMap(({ name, value }) => (name === 'id' ? value : [])));
  const renamed = (id: string) => (ids.has(id) ? prefix + id : id);
  const edits = attributes.flatMap(({ name, value, start, end }) => {
    const text = IDS.has(name)
      ? value.split(' ').map(renamed).join(' ')
      : value.replace(REFERENCE, (whole, before: string, id: string, after: string) =>
          ids.has(decodePath(id)) ? before + renamed(decodePath(id)) + after : whole,
        );
    return text === value ? [] : { start, end, text: ` ${name}="${escapeHtml(text)}"` };
  });
  return edited(html, edits);
}

/** The attributes that are ids, or lists of them. */
const IDS = new Set(['id', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls']);

/** A whole attribute that names an id: `#a`, `url(#a)`. */
const REFERENCE = /^((?:url\()?#)([^\s)]+)(\)?)$/;
