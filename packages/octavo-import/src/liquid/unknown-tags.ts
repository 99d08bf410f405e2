import type { Liquid } from 'liquidjs';
import { UnknownBlockTag, UnknownTag } from './tags.ts';

/** A tag of a plugin may be a block in one text, and none in another. */
function isKnown({ tags }: Liquid, name: string): boolean {
  const tag = Object.hasOwn(tags, name) ? tags[name] : undefined;
  return tag !== undefined && tag !== UnknownTag && tag !== UnknownBlockTag;
}

const TAG = /\{%-?\s*(\w+)/g;

/** Lets an engine read the tags of plugins that occur in a source. */
export function registerUnknownTags(engine: Liquid, source: string): void {
  const names = new Set([...source.matchAll(TAG)].map(([, name = '']) => name));
  for (const name of names) {
    const isEnd = name.startsWith('end') || ['else', 'elsif', 'when'].includes(name);
    if (isEnd || isKnown(engine, name)) continue;
    engine.registerTag(name, names.has(`end${name}`) ? UnknownBlockTag : UnknownTag);
  }
}
