/** Returns the URL of a video of YouTube, by its id or its URL. */
export function youtubeUrl(id: string): string {
  return isUrl(id) ? id : `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`;
}

/** Returns the URL of a video of Vimeo, by its id or its URL. */
export function vimeoUrl(id: string): string {
  return isUrl(id) ? id : `https://vimeo.com/${encodeURI(id)}`;
}

/** Returns the URL of a post of Twitter, by its id or its URL. */
export function tweetUrl(id: string): string {
  return isUrl(id) ? id : `https://twitter.com/i/status/${encodeURI(id)}`;
}

/** Returns the URL of a gist, by `id`, `user/id` or its URL, and of one of its files. */
export function gistUrl(id: string, file = ''): string {
  const fragment = file === '' ? '' : `#file-${file.toLowerCase().replace(/[^a-z\d]+/g, '-')}`;
  return `${isUrl(id) ? id : `https://gist.github.com/${encodeURI(id)}`}${fragment}`;
}

function isUrl(id: string): boolean {
  return /^https?:/.test(id);
}
