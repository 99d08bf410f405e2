import { escapeHtml } from 'octavo/internal/html/escape-html';
import { fileName, isElsewhere, linkAddress, pictureAddress } from '../text/addresses.ts';
import { gistUrl, vimeoUrl, youtubeUrl } from '../text/embed-urls.ts';
import { DECORATIVE, isPlayed, kindOf } from 'octavo/internal/markdown/pictures/media';
import { argument, reportAt, type Call, type Converted, type Converter } from './shortcode-call.ts';
import { escapedMarkdown, link, writtenAddress, writtenTitle } from '../text/written.ts';

/** The `figure` of Hugo, PaperMod and tabi: a picture with a caption, and maybe a link around it. */
export const figure: Converter = (call) => {
  const src = argument(call, ['src', 'light_src', 'default_src'], 0);
  return src === undefined ? captioned(call) : figureOf(call, src);
};

/** A shortcode of a theme or a site by its arguments: a picture of the blog, or what a caption is about. */
export const likeFigure: Converter = (call) => {
  const { named, positional } = call.tag;
  if (call.inside !== undefined) return captioned(call);
  const src = [...named.values(), ...positional].find(
    (value) => isPicture(value) && call.conversion.around.resource(value) !== undefined,
  );
  return src === undefined ? undefined : figureOf(call, src);
};

function isPicture(address: string): boolean {
  return kindOf(address) !== undefined && !isPlayed(address);
}

function captioned(call: Call): Converted | undefined {
  const caption = argument(call, ['caption', 'figcaption']);
  if (!caption || call.inside === undefined) return undefined;
  const after = `<figcaption>\n\n${caption}\n\n</figcaption>\n</figure>`;
  return { kind: 'around', before: '<figure>', after };
}

function figureOf(call: Call, src: string): Converted {
  const caption = captionOf(call);
  const alt =
    argument(call, ['alt', 'default_alt']) ?? plainText(argument(call, ['caption', 'title']) ?? '');
  if (alt === '') call.conversion.withoutText(call.tag.start);
  const address = sourceOf(call, src);
  const target = argument(call, ['link', 'href']);
  noteLost(call);
  const width = widthOf(call);
  const isPlain = !isMarkup(caption);
  const picture = pictureMarkdown({ address, alt, title: isPlain ? caption : '', width });
  const linked = target === undefined ? picture : linkedTo(call, target, picture);
  if (caption === '' || (isPlain && width === undefined))
    return { kind: 'block', text: linked, line: linked };
  const text = `<figure>\n\n${linked}\n\n<figcaption>\n\n${caption}\n\n</figcaption>\n</figure>`;
  return { kind: 'block', text, line: linked };
}

interface Written {
  address: string;
  alt: string;
  title: string;
  width: number | undefined;
}

function pictureMarkdown({ address, alt, title, width }: Written): string {
  if (width !== undefined)
    return `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}" width="${width}" />`;
  const said = alt === '' && title === '' ? DECORATIVE : title;
  const behind = said === '' ? '' : ` ${writtenTitle(said)}`;
  return `![${escapedMarkdown(alt)}](${writtenAddress(address)}${behind})`;
}

function linkedTo({ conversion }: Call, target: string, picture: string): string {
  const address = linkAddress(target, conversion) ?? target;
  return `[${picture}](${writtenAddress(address)})`;
}

function sourceOf({ tag, conversion }: Call, src: string): string {
  return pictureAddress(src, tag.start, conversion) ?? src;
}

/** What a figure says below its picture: title, caption, and where it comes from. */
function captionOf(call: Call): string {
  const [title, caption] = [argument(call, ['title']), argument(call, ['caption', 'figcaption'])];
  const [by, byLink] = [argument(call, ['attr']), argument(call, ['attrlink'])];
  const from = by !== undefined && byLink !== undefined ? link(byLink, by) : (by ?? '');
  const said = [caption, from].filter(Boolean).join(' ');
  if (!title) return said.trim();
  return (said === '' ? title : `**${title}** ${said}`).trim();
}

/** True for what a title, which is plain text, cannot say. */
function isMarkup(caption: string): boolean {
  return /[*_`[\]<>&]|https?:/.test(caption);
}

function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>|[*_`]/g, '')
    .trim();
}

/** Returns a width in pixels; others are those of a style. */
function widthOf(call: Call): number | undefined {
  const width = argument(call, ['width']) ?? '';
  return /^\d+(?:px)?$/.test(width) ? parseInt(width, 10) : undefined;
}

function noteLost(call: Call): void {
  const width = argument(call, ['width']) ?? '';
  const lost = [
    ...['class', 'height'].filter((name) => argument(call, [name])),
    ...(/^(?:\d+(?:px)?)?$/.test(width) ? [] : ['width']),
  ];
  if (lost.length > 0) reportAt(call, 'info', `${lost.join(' and ')} skipped`);
}

/** PaperMod's picture within a line. */
export const pictureInText: Converter = (call) => {
  const src = argument(call, ['url', 'src'], 0);
  if (src === undefined) return undefined;
  const address = sourceOf(call, src);
  const alt = argument(call, ['alt'], 1) ?? '';
  const title = argument(call, ['caption', 'title'], 2) ?? '';
  if (alt === '') call.conversion.withoutText(call.tag.start);
  return { kind: 'line', text: pictureMarkdown({ address, alt, title, width: undefined }) };
};

/** A video or a sound: a player for a file of the blog, a link for one elsewhere. */
export const player: Converter = (call) => {
  const src = argument(call, ['src', 'mp4', 'webm', 'file', 'url'], 0);
  if (src === undefined) return undefined;
  const text = argument(call, ['caption', 'title', 'alt']) ?? '';
  if (/^[\w-]{11}$/.test(src) && call.conversion.around.resource(src) === undefined)
    return { kind: 'line', text: link(youtubeUrl(src), text) };
  if (isElsewhere(src)) {
    const own = call.conversion.around.resource(src);
    if (own === undefined) return { kind: 'line', text: link(src, text) };
  }
  const words = text === '' ? fileName(src) : plainText(text);
  const picture = { address: sourceOf(call, src), alt: words, title: '', width: undefined };
  return { kind: 'line', text: pictureMarkdown(picture) };
};

const elsewhere = (address: string, text?: string): Converted => ({
  kind: 'line',
  text: link(address, text),
});

export const youtube: Converter = (call) => {
  const id = argument(call, ['id', 'v', 'video'], 0);
  if (!id) return undefined;
  const start = argument(call, ['start', 't']);
  const time = start && /^\d+$/.test(start) && start !== '0' ? `&t=${start}` : '';
  const url = youtubeUrl(id);
  return elsewhere(url === id ? url : url + time, argument(call, ['title']));
};

export const vimeo: Converter = (call) => {
  const id = argument(call, ['id'], 0);
  if (!id) return undefined;
  return elsewhere(vimeoUrl(id), argument(call, ['title']));
};

export const asciinema: Converter = (call) => {
  const id = argument(call, ['id', 'key'], 0);
  return id && /^\w+$/.test(id) ? elsewhere(`https://asciinema.org/a/${id}`) : undefined;
};

export const gist: Converter = (call) => {
  const url = argument(call, ['url']);
  if (url) return elsewhere(gistUrl(url, argument(call, ['file'])));
  const [user, id, file] = [0, 1, 2].map((place) => argument(call, [], place));
  if (!user || !id) return undefined;
  return elsewhere(gistUrl(`${user}/${id}`, file));
};

export const tweet: Converter = (call) => {
  const user = argument(call, ['user']);
  const id = argument(call, ['id'], 0);
  if (!id) return undefined;
  const path = user ? `${user}/status/${id}` : `i/status/${id}`;
  return elsewhere(`https://${call.tag.name === 'x' ? 'x' : 'twitter'}.com/${path}`);
};

export const streamable: Converter = (call) => {
  const id = argument(call, ['id'], 0);
  return id ? elsewhere(`https://streamable.com/${id}`) : undefined;
};

export const instagram: Converter = (call) => {
  const id = argument(call, ['id'], 0);
  return id ? elsewhere(`https://www.instagram.com/p/${id}/`) : undefined;
};

export const qr: Converter = (call) => {
  const text = (argument(call, ['text'], 0) ?? call.inside ?? '').trim();
  if (text === '') return undefined;
  reportAt(call, 'info', 'the picture is skipped, and its text written');
  return /^https?:\S+$/.test(text)
    ? elsewhere(text)
    : { kind: 'line', text: escapedMarkdown(text) };
};
