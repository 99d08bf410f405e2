import { calloutKind } from '../../text/callout-kinds.ts';
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

/** Returns what shows a thing of another site: a link to it. */
const embed =
  (start: string): Convert =>
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
    if (id === undefined) return undefined;
    const address = /^https?:/.test(id) ? id : start + id;
    return { whole: link(address, textOf(attributes, 'title')) };
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
  [/^You[Tt]ube\w*$/, embed('https://www.youtube.com/watch?v=')],
  [/^Vimeo$/, embed('https://vimeo.com/')],
  [/^(?:Tweet|Twitter|X)(?:Embed)?$/, embed('https://twitter.com/i/status/')],
  [
    /^(?:Gist|CodePen|Spotify|BlueskyPost|MastodonPost|GithubCard|GitHubCard)$/,
    embed('https://github.com/'),
  ],
  [/^(?:Code|Prism)$/, CODE],
];

/** Returns the Markdown of a component; `undefined` for one that is unknown. */
export function componentEdit(node: JsxElement, names: Names, inside: string): Written | undefined {
  const name = node.name ?? '';
  const convert = COMPONENTS.find(([pattern]) => pattern.test(name))?.[1];
  return convert?.(attributesOf(node, names), name, inside);
}
