import { posix } from 'node:path';
import type { MdastPluginInput } from 'satteri';
import { edited, type Edit } from '../../html/edits.ts';
import { sourceAddresses } from '../links/source-addresses.ts';

/** A folder that addresses were written in, and the one that they shall be read from. */
interface Folders {
  from: string;
  to: string;
}

type Parse = (text: string, plugin: MdastPluginInput) => void;

/**
 * Returns Markdown with its relative addresses (links, pictures, quoted files, raw HTML) leading
 * from one folder to their targets from another. Line numbers stay.
 */
export function rebased(text: string, folders: Folders, parse: Parse): string {
  if (folders.from === folders.to) return text;
  const edits: Edit[] = [];
  const finder = sourceAddresses(text, ({ address, start }) => {
    edits.push({ start, end: start + address.length, text: moved(address, folders) });
  });
  parse(text, finder);
  return edited(text, edits);
}

/** Returns an address as it is in another folder; what is not relative to a file stays. */
function moved(address: string, { from, to }: Folders): string {
  if (address === '' || /^[/#?]/.test(address) || URL.canParse(address)) return address;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const relative = posix.relative(encodeURI(to), posix.join(encodeURI(from), path));
  const slash = path.endsWith('/') && relative !== '' ? '/' : '';
  return `${relative.startsWith('.') ? '' : './'}${relative}${slash}${rest}`;
}
