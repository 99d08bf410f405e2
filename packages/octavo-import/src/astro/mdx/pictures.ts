import { escapedMarkdown, writtenAddress, writtenTitle } from '../../text/written.ts';
import { textOf } from './element.ts';

/** Returns the Markdown of a picture by the attributes of a component; '' for one without an address. */
export function picture(attributes: ReadonlyMap<string, unknown>): string {
  const src = textOf(attributes, 'src', 'url', 'image', 'path');
  if (src === undefined) return '';
  const alt = textOf(attributes, 'alt', 'caption', 'title') ?? '';
  const caption = textOf(attributes, 'caption', 'figcaption', 'title');
  const title = caption === undefined ? '' : ` ${writtenTitle(caption)}`;
  return `![${escapedMarkdown(alt)}](${writtenAddress(src)}${title})`;
}
