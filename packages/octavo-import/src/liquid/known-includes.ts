import { DECORATIVE } from 'octavo/internal/markdown/pictures/media';
import { gistUrl, tweetUrl, vimeoUrl, youtubeUrl } from '../text/embed-urls.ts';
import { escapedMarkdown, link, writtenAddress, writtenTitle } from '../text/written.ts';

/** The values of an include or tag by the names of its parameters; words are `0`, `1`, … */
export type Parameters = ReadonlyMap<string, string>;

type Converter = (parameters: Parameters) => string | undefined;

/** Returns Markdown for an include or tag that many themes have, by its name; else `undefined`. */
export function knownMarkdown(name: string, parameters: Parameters): string | undefined {
  const plain = name.replace(/\.(?:html|liquid|njk|md|markdown)$/, '').replace(/^.*\//, '');
  const converter = CONVERTERS.find(({ names }) => names.test(plain))?.convert;
  return converter?.(parameters);
}

const first = (parameters: Parameters, ...names: string[]) =>
  names.map((name) => parameters.get(name)?.trim()).find(Boolean);

const picture: Converter = (parameters) => {
  const src = first(parameters, 'path', 'src', 'url', 'image_path', 'image', 'file', '0');
  if (src === undefined || !/\.\w+$|^https?:/.test(src)) return undefined;
  const caption = first(parameters, 'caption', 'description') ?? '';
  const title = first(parameters, 'title') ?? caption;
  const alt = first(parameters, 'alt') ?? secondText(parameters) ?? plainText(title);
  const isPlain = !/[*_`[\]<>&]/.test(caption);
  const said = alt === '' && caption === '' ? DECORATIVE : isPlain ? caption : '';
  const behind = said === '' ? '' : ` ${writtenTitle(said)}`;
  const image = `![${escapedMarkdown(alt)}](${writtenAddress(src)}${behind})`;
  return isPlain ? image : `${image}\n\n${caption}`;
};

/** Eleventy: `{% image "/a.png", "What it shows", "100vw" %}`; Octopress has a width there. */
function secondText(parameters: Parameters): string | undefined {
  const word = first(parameters, '1');
  return word && /^\D.*\p{L}{2}/u.test(word) ? word : undefined;
}

function plainText(html: string): string {
  return html.replace(/<[^>]*>|[*_`]/g, '').trim();
}

/** A film of another site; a file is a picture to Markdown. */
const film =
  (urlOf: (id: string) => string): Converter =>
  (parameters) => {
    const id = first(
      parameters,
      'id',
      'video_id',
      'youtubeId',
      'youtube_id',
      'v',
      'url',
      'src',
      '0',
    );
    if (id === undefined) return undefined;
    return link(urlOf(id), first(parameters, 'title', 'caption'));
  };

const youtube = film(youtubeUrl);
const vimeo = film(vimeoUrl);

const PROVIDERS: Record<string, Converter> = { youtube, vimeo };

const video: Converter = (parameters) => {
  const provider = parameters.get('provider');
  if (provider !== undefined) return PROVIDERS[provider]?.(parameters);
  const src = first(parameters, 'path', 'src', 'url', 'file', '0');
  if (src === undefined) return youtube(parameters);
  if (/youtu\.?be|vimeo/.test(src)) return link(src.replace('/embed/', '/watch?v='));
  if (!/\.\w+$/.test(src)) return undefined;
  const name = src.replace(/^.*\/|\.\w+$/g, '');
  return `![${escapedMarkdown(first(parameters, 'title', 'caption') ?? name)}](${writtenAddress(src)})`;
};

const tweet: Converter = (parameters) => {
  const id = first(parameters, 'id', 'url', '0');
  return id === undefined ? undefined : link(tweetUrl(id));
};

const gist: Converter = (parameters) => {
  const [id, file] = [first(parameters, 'id', '0'), first(parameters, 'file', '1')];
  return id === undefined ? undefined : link(gistUrl(id, file));
};

/** Octavo has its own. */
const nothing: Converter = () => '';

const CONVERTERS: { names: RegExp; convert: Converter }[] = [
  {
    names: /^(?:figure|figures?-image|img|image|picture|responsive-image|captioned-image)$/i,
    convert: picture,
  },
  { names: /^(?:youtube|you_tube|youtube-?(?:player|embed|video)|yt)$/i, convert: youtube },
  { names: /^vimeo(?:-?player)?$/i, convert: vimeo },
  { names: /^(?:video|audio|video-?player)$/i, convert: video },
  { names: /^(?:tweet|twitter|twitter-?player)$/i, convert: tweet },
  { names: /^gist$/i, convert: gist },
  { names: /^(?:toc|toc_.*|seo|feed_meta)$/i, convert: nothing },
];

/** True for the name of an include of a theme that has no place in a text: comments, scripts. */
export function isOfTheme(name: string): boolean {
  return /^(?:comments?|disqus|giscus|utterances|shar|mathjax|katex|math|analytics|google|head|sidebar|nav|social|ads?$|adsense|cookie)/i.test(
    name.replace(/^.*\//, ''),
  );
}
