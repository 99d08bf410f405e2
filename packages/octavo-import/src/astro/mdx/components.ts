import { calloutKind } from '../../text/callout-kinds.ts';
import { gistUrl, tweetUrl, vimeoUrl, youtubeUrl } from '../../text/embed-urls.ts';
import { escapedMarkdown, fence, link } from '../../text/written.ts';
import { attributesOf, textOf, type JsxElement } from './element.ts';
import { picture } from './pictures.ts';
import type { Names } from './scripts.ts';

/** The Markdown for a component: for the whole, or around what is in it. */
export type Written = { whole: string } | { opening: string; closing: string };

type Attributes = ReadonlyMap<string, unknown>;

type Convert = (attributes: Attributes, name: string, inside: string) => Written | undefined;

const PICTURES: Convert = (attributes) => {
  const whole = picture(attributes);
  return whole === '' ? undefined : { whole };
};

/** Components whose content stands by itself. */
const INSIDE: Convert = () => ({ opening: '', closing: '' });

const TITLED: Convert = (attributes) => {
  const title = textOf(attributes, 'label', 'title', 'summary', 'name');
  return { opening: title === undefined ? '' : `**${escapedMarkdown(title)}**\n`, closing: '' };
};

const LINKS: Convert = (attributes, _, inside) => {
  const address = textOf(attributes, 'href', 'url', 'to');
  if (address === undefined) return undefined;
  if (inside.trim() !== '') return { opening: '[', closing: `](${address})` };
  return { whole: link(address, textOf(attributes, 'title', 'text', 'label')) };
};

const CALLOUTS: Convert = (attributes, name) => {
  const type = textOf(attributes, 'type', 'kind', 'variant');
  const kind = calloutKind(type) ?? calloutKind(name) ?? 'note';
  const title = textOf(attributes, 'title');
  return { opening: `:::${kind}${title === undefined ? '' : `[${title}]`}`, closing: ':::' };
};

/** Returns a link to what a component shows of another site. */
const embed =
  (urlOf: (id: string) => string | undefined): Convert =>
  (attributes) => {
    const id = textOf(
      attributes,
      'id',
      'url',
      'href',
      'src',
      'videoId',
      'youtubeId',
      'link',
      'tweetLink',
    );
    const url = id === undefined ? undefined : urlOf(id);
    return url === undefined ? undefined : { whole: link(url, textOf(attributes, 'title')) };
  };

const CODE: Convert = (attributes) => {
  const code = textOf(attributes, 'code');
  return code === undefined ? undefined : { whole: fence(code, textOf(attributes, 'lang') ?? '') };
};

/** What components of Astro, Starlight and usual packages are in Markdown, by their names. */
const COMPONENTS: [RegExp, Convert][] = [
  [/^(?:\w*Image|Img|Picture|\w*Figure|Photo)$/, PICTURES],
  [/^(?:Aside|Callout|Admonition|Alert|Note|Tip|Info|Warning|Caution|Danger|Important)$/, CALLOUTS],
  [/^(?:Fragment|Steps|FileTree|CardGrid|Tabs|Center|Prose|Wrapper)?$/, INSIDE],
  [/^(?:TabItem|Tab|Card|Details|Accordion)$/, TITLED],
  [/^(?:LinkCard|LinkButton|Link|Button|Anchor|A|LinkPreview|Bookmark)$/, LINKS],
  [/^You[Tt]ube\w*$/, embed(youtubeUrl)],
  [/^Vimeo$/, embed(vimeoUrl)],
  [/^(?:Tweet|Twitter|X)(?:Embed)?$/, embed(tweetUrl)],
  [/^Gist$/, embed(gistUrl)],
  [/^Git[Hh]ubCard$/, embed((id) => new URL(id, 'https://github.com/').href)],
  [
    /^(?:CodePen|Spotify|BlueskyPost|MastodonPost)$/,
    embed((id) => (URL.canParse(id) ? id : undefined)),
  ],
  [/^(?:Code|Prism)$/, CODE],
];

/** Returns the Markdown of a component; `undefined` for one that is unknown. */
export function componentEdit(node: JsxElement, names: Names, inside: string): Written | undefined {
  const name = node.name ?? '';
  const convert = COMPONENTS.find(([pattern]) => pattern.test(name))?.[1];
  return convert?.(attributesOf(node, names), name, inside);
}
