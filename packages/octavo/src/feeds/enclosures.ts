import { htmlToHast, type HastNode } from 'satteri';

const MEDIA = new Set(['audio', 'video', 'source']);

const TYPES: Record<string, string> = {
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  webm: 'video/webm',
};

/** Returns the addresses of the sounds and videos of an article, in order, each once. */
export function mediaAddresses(html: string): string[] {
  // Few articles have any, and reading HTML takes time.
  if (!/<(?:audio|video)\b/.test(html)) return [];
  const found = new Set<string>();
  const visit = (node: HastNode) => {
    if (node.type === 'element' && MEDIA.has(node.tagName)) {
      const { src } = node.properties;
      if (typeof src === 'string') found.add(src);
    }
    if ('children' in node) for (const child of node.children) visit(child as HastNode);
  };
  visit(htmlToHast(html, { fragment: true }));
  return [...found];
}

/** Returns the media type of a sound or video by the ending of its address. */
export function mediaType(address: string): string | undefined {
  const [, ending = ''] = /\.(\w+)(?:[?#].*)?$/.exec(address) ?? [];
  return TYPES[ending.toLowerCase()];
}
