import type { Converter } from './shortcode-call.ts';
import * as blocks from './blocks.ts';
import * as media from './media.ts';

/** What is made of the shortcodes of Hugo, of PaperMod and of many themes, by their names. */
const CONVERTERS: Record<string, Converter> = {
  ...named('figure img image', media.figure),
  ...named(
    'full_width_image dual_theme_image image_toggler image_hover dimmable_image dimmable_full_width_image invertible_image invertible_full_width_image',
    media.figure,
  ),
  ...named('wide_container references crt', blocks.inner),
  ...named('multilingual_quote', blocks.quote),
  ...named('toc', blocks.contents),
  ...named('inTextImg', media.pictureInText),
  ...named('audio video', media.player),
  ...named('youtube yt', media.youtube),
  ...named('vimeo vimeo_simple', media.vimeo),
  ...named('gist', media.gist),
  ...named('asciinema', media.asciinema),
  ...named('streamable', media.streamable),
  ...named('tweet twitter twitter_simple x x_simple', media.tweet),
  ...named('instagram instagram_simple', media.instagram),
  ...named('qr', media.qr),
  ...named('ref relref', blocks.reference),
  ...named('param', blocks.parameter),
  ...named('details collapse expand spoiler', blocks.details),
  ...named('ltr', blocks.ltr),
  ...named('rtl', blocks.rtl),
  ...named('rawhtml raw-html html', blocks.rawHtml),
  ...named('highlight', blocks.highlight),
  ...named('mermaid', blocks.mermaid),
  ...named('math katex mathjax latex', blocks.formula),
  ...named('comment', blocks.comment),
  ...named(
    'note notice callout admonition warning tip info alert hint danger important caution attention success aside',
    blocks.callout,
  ),
};

/** Those that take what is inside as it is, which is no Markdown. */
const OPAQUE = new Set(
  'rawhtml raw-html html highlight mermaid math katex mathjax latex comment qr'.split(' '),
);

function named(names: string, converter: Converter): Record<string, Converter> {
  return Object.fromEntries(names.split(' ').map((name) => [name, converter]));
}

/** Returns what converts a shortcode; `undefined` for one that is not known. */
export function converterOf(name: string): Converter | undefined {
  return Object.hasOwn(CONVERTERS, name) ? CONVERTERS[name] : undefined;
}

/** True for a shortcode that takes what is inside as it is, and not as Markdown. */
export function isOpaque(name: string): boolean {
  return OPAQUE.has(name);
}
