/** In bytes: file systems allow 255 for a name, and the Markdown of a page adds `.md`. */
const MAX_NAME = 252;
/** In bytes; some file systems allow no more than 1,024 for a file path. */
const MAX_PATH = 800;

/** Returns the reason why no page can be at a decoded path, for a message; `undefined` if one can. */
export function pathError(path: string): string | undefined {
  const names = path.split('/');
  const longest = Math.max(...names.map((name) => Buffer.byteLength(name)));
  if (longest > MAX_NAME) return `must have at most ${MAX_NAME} bytes between slashes`;
  if (Buffer.byteLength(path) > MAX_PATH) return `must have at most ${MAX_PATH} bytes`;
  const folders = names.slice(0, -1).map((name) => name.toLowerCase());
  if (folders.includes('index.html')) return 'must not be index.html, the file of each page';
  return undefined;
}
