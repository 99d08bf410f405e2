import type { Liquid } from 'liquidjs';
import { DECORATIVE } from 'octavo/internal/markdown/pictures/media';
import type { Arguments } from '../liquid/arguments.ts';
import { blockTag, CodeBlockTag, inlineTag, quoted, type TagClass } from '../liquid/tags.ts';
import { calloutKind } from '../text/callout-kinds.ts';
import { escapedMarkdown, fence, link, writtenAddress, writtenTitle } from '../text/written.ts';

/** A post as tags refer to it. */
export interface NamedPost {
  url: string;
  title: string;
}

/** Registers the tags of Hexo and of its best known themes; `postOf` returns a post by its slug or title. */
export function registerTags(
  engine: Liquid,
  postOf: (name: string) => NamedPost | undefined,
): void {
  const tags: Record<string, TagClass> = {
    ...named('blockquote quote cq centerquote pullquote', blockTag(quote)),
    ...named('codeblock code', CodeBlockTag),
    ...named('note', blockTag(note)),
    ...named('hideToggle hideBlock fold folding spoiler', blockTag(details)),
    ...named('tabs', blockTag(tabs)),
    ...named(
      'mermaid',
      blockTag((_, inside) => fence(inside.trim(), 'mermaid')),
    ),
    ...named('asset_img', inlineTag(picture)),
    ...named('img image', inlineTag(picture)),
    ...named(
      'asset_link',
      inlineTag(({ words: [file = '', ...text] }) => linkTo(file, text)),
    ),
    ...named(
      'asset_path',
      inlineTag(({ words: [file = ''] }) => file),
    ),
    ...named('link', inlineTag(linkTag)),
    ...named('btn button', inlineTag(button)),
    ...named(
      'label',
      inlineTag(({ words }) => words.join(' ').replace(/^\w*@/, '')),
    ),
    ...named(
      'iframe pdf',
      inlineTag(({ words: [url = ''] }) => linkTo(url, [])),
    ),
    ...named(
      'jsfiddle',
      inlineTag(({ words: [id = ''] }) => link(`https://jsfiddle.net/${id}/`)),
    ),
    ...named(
      'post_link',
      postTag(postOf, (post, text) =>
        linkTo(encodeURI(post.url), text.length > 0 ? text : [post.title]),
      ),
    ),
    ...named(
      'post_path',
      postTag(postOf, (post) => encodeURI(post.url)),
    ),
  };
  for (const [name, tag] of Object.entries(tags)) engine.registerTag(name, tag);
}

function named(names: string, tag: TagClass): Record<string, TagClass> {
  return Object.fromEntries(names.split(' ').map((name) => [name, tag]));
}

function linkTo(address: string, words: readonly string[]): string {
  return link(address, words.join(' '));
}

/** `{% blockquote author, source url title %}` */
function quote({ written }: Arguments, inside: string): string {
  const [, before = written, url, title = ''] =
    /^(.*?)\s*(https?:\/\/\S+)\s*(.*)$/.exec(written) ?? [];
  const source = url === undefined ? '' : link(url, title);
  const footer = [before, source].filter(Boolean).join(' ');
  const lines = [...inside.trim().split('\n'), ...(footer === '' ? [] : ['', `— ${footer}`])];
  return quoted(lines);
}

/** Words for the style of a note, which are not part of its title. */
const STYLES = new Set('no-icon flat simple modern disabled icon'.split(' '));

/** NexT and Butterfly: `{% note info Title %}`. */
function note({ words }: Arguments, inside: string): string {
  const [first = '', ...others] = words;
  const kind = calloutKind(first);
  const isStyle = (word: string) => STYLES.has(word) || /^'?fa[srb]?\b/.test(word);
  const title = (kind === undefined ? words : others).filter(
    (word) => !isStyle(word) && word !== 'default',
  );
  const head = `[!${(kind ?? 'note').toUpperCase()}] ${title.join(' ')}`.trimEnd();
  return quoted([head, ...inside.trim().split('\n')]);
}

function details({ words }: Arguments, inside: string): string {
  const summary = words.join(' ').split(',')[0] || 'Details';
  return `<details>\n<summary>${summary}</summary>\n\n${inside.trim()}\n\n</details>`;
}

/** The content of each tab below its name: `<!-- tab Name -->`. */
function tabs(_: Arguments, inside: string): string {
  return inside
    .replace(/<!--\s*tab\s+(.*?)(?:@\S+)?\s*-->/g, '\n\n**$1**\n\n')
    .replace(/<!--\s*(?:endtab|tab)\s*-->/g, '');
}

/** `{% img class /path/to/image.png 300 200 'title' 'alt' %}`, `{% asset_img image.png title %}` */
function picture({ words }: Arguments): string {
  const at = words.findIndex((word) => /\.\w{2,5}(?:[?#].*)?$|^https?:/.test(word));
  const src = words[at];
  if (src === undefined) return '';
  const [title = '', alt = title] = texts(words.slice(at + 1));
  const said = alt === '' && title === '' ? DECORATIVE : title === alt ? '' : title;
  const behind = said === '' ? '' : ` ${writtenTitle(said)}`;
  return `![${escapedMarkdown(alt)}](${writtenAddress(src)}${behind})`;
}

/** The title and the alternative text behind a picture: in quotes each, or one without quotes. */
function texts(words: readonly string[]): string[] {
  const all = words
    .filter((word) => !/^\d+$/.test(word))
    .join(' ')
    .trim();
  const quotes = [...all.matchAll(/"([^"]*)"|'([^']*)'/g)].map(
    ([, double, single]) => double ?? single ?? '',
  );
  return quotes.length > 0 ? quotes : [all].filter(Boolean);
}

/** `{% link text url %}` */
function linkTag({ words }: Arguments): string {
  const at = words.findIndex((word) => /^(?:https?:|\/)/.test(word));
  return at === -1 ? words.join(' ') : linkTo(words[at]!, words.slice(0, at));
}

/** `{% btn /url/, text, icon %}` */
function button({ written }: Arguments): string {
  const [url = '', text = ''] = written.split(/\s*,\s*|::/);
  return linkTo(url, [text]);
}

function postTag(
  postOf: (name: string) => NamedPost | undefined,
  written: (post: NamedPost, words: readonly string[]) => string,
): TagClass {
  return inlineTag(({ words: [given = '', ...others] }, { report }) => {
    const [name = '', hash] = given.split('#');
    const text = others.filter((word) => word !== 'true' && word !== 'false');
    const post = postOf(name);
    if (!post) report('warning', `post_link: ${name} not found in the old blog`);
    if (!post) return escapedMarkdown(text.join(' ') || name);
    return written(hash === undefined ? post : { ...post, url: `${post.url}#${hash}` }, text);
  });
}
