import { Liquid } from 'liquidjs';
import type { Arguments } from '../liquid/arguments.ts';
import { blockTag, inlineTag, type TagClass } from '../liquid/tags.ts';
import { gistUrl, tweetUrl } from '../text/embed-urls.ts';
import { displayed, inlineFormula } from '../text/formulas.ts';
import { link } from '../text/written.ts';

/** The URLs of what tags of dev.to embed, by the first word of a tag. */
const URLS: Record<string, (word: string) => string> = {
  ...{ embed: same, link: onDevTo, post: onDevTo, user: onDevTo, organization: onDevTo },
  ...{ tag: (name) => `https://dev.to/t/${name}`, codepen: same, gist: gistUrl, medium: same },
  github: (path) => (/^https?:/.test(path) ? path : `https://github.com/${path}`),
  ...{ twitter: tweetUrl, tweet: tweetUrl, stackblitz: on('https://stackblitz.com/edit/') },
  ...{ codesandbox: on('https://codesandbox.io/s/'), glitch: on('https://glitch.com/~') },
  ...{ speakerdeck: on('https://speakerdeck.com/player/'), replit: on('https://replit.com/') },
  ...{ jsfiddle: same, runkit: same, soundcloud: same, spotify: same, podcast: onDevTo },
  ...{ stackoverflow: on('https://stackoverflow.com/q/'), reddit: same, wikipedia: same },
  ...{ instagram: on('https://www.instagram.com/p/'), slideshare: same, dotnetfiddle: same },
};

function same(word: string): string {
  return word;
}

function on(start: string): (word: string) => string {
  return (word) => (/^https?:/.test(word) ? word : start + word);
}

function onDevTo(path: string): string {
  return /^https?:/.test(path) ? path : `https://dev.to/${path.replace(/^\/|^@/, '')}`;
}

/** Returns an engine that reads the tags of dev.to. */
export function devToEngine(): Liquid {
  const engine = new Liquid({ cache: true, lenientIf: true });
  const tags: Record<string, TagClass> = {
    ...Object.fromEntries(
      Object.entries(URLS).map(([name, urlOf]) => [
        name,
        inlineTag(({ words: [word = ''] }) => (word === '' ? '' : link(urlOf(word)))),
      ]),
    ),
    ...{ details: blockTag(details), collapsible: blockTag(details), spoiler: blockTag(details) },
    cta: blockTag(({ words: [url = ''] }, inside) => link(url, inside.trim())),
    card: blockTag((_, inside) => inside),
    katex: blockTag(({ words }, inside) =>
      words.includes('inline') ? inlineFormula(inside) : displayed(inside),
    ),
  };
  for (const [name, tag] of Object.entries(tags)) engine.registerTag(name, tag);
  return engine;
}

function details({ written }: Arguments, inside: string): string {
  return `<details>\n<summary>${written || 'Details'}</summary>\n\n${inside.trim()}\n\n</details>`;
}
