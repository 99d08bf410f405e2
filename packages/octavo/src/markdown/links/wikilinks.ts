import { posix } from 'node:path';
import { slug } from 'github-slugger';
import { defineMdastPlugin, type MdastPluginEntry, type MdastVisitorContext } from 'satteri';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { CheckId } from '../../diagnostics/check-ids.ts';
import { edited } from '../../html/edits.ts';
import { documentOf, type MarkdownDocument } from '../document.ts';
import { kindOf } from '../pictures/media.ts';
import { namesOf } from './names.ts';
import { nodesIn, SYNTAX, type Of } from '../syntax.ts';
import { placeOf } from '../text/prose-block.ts';
import { writtenLine } from '../text/written-line.ts';

/** The target of a link, relative to its document, and its text where it has one. */
interface Target {
  url: string;
  text: string;
}

/** Why a link has no target. */
interface Problem {
  problem: string;
  rule: CheckId;
}

declare module 'satteri' {
  interface DataMap {
    /** The parts that readers of the Markdown get as other Markdown, by their source. */
    replaced: Record<string, string>;
  }
}

/** Makes links by names, `[[name#Heading|text]]` and `![[picture.png|text]]`, links of Markdown. */
export const wikilinks: MdastPluginEntry = ({ source, data }) => {
  if (!documentOf({ data }).site.wikilinks || !source.includes('[[')) return false;
  return defineMdastPlugin({
    name: 'octavo:wikilinks',
    options: { position: true },
    link: (node, ctx) => resolve(node, source, ctx),
    image: (node, ctx) => resolve(node, source, ctx),
  });
};

function resolve(node: Readonly<Of<'link' | 'image'>>, source: string, ctx: MdastVisitorContext) {
  const [start, end] = placeOf(node);
  const written = source.slice(start, end).replace(/\\(?=[:$])/g, '');
  const [, target, label] = /^!?\[\[([^]*?)(?:\\?\|([^]*))?\]\]$/.exec(written) ?? [];
  const document = documentOf(ctx);
  if (target === undefined) return;
  const found = node.type === 'link' ? linkTo(target, document) : pictureOf(target, document);
  if ('problem' in found) {
    document.report(node.position?.start, `link: ${written} ${found.problem}`, found.rule, target);
    return ctx.replaceNode(node, { type: 'text', value: label ?? target });
  }
  ctx.setProperty(node, 'url', found.url);
  const text = node.type === 'image' ? altOf(node, label, ctx) : textOf(node, label, found, ctx);
  const mark = node.type === 'image' ? '!' : '';
  (ctx.data.replaced ??= {})[written] = `${mark}[${text}](${found.url})`;
}

/** Sets the alternative text of a picture, and returns it; Obsidian has its width behind it. */
function altOf(node: Readonly<Of<'image'>>, label = '', ctx: MdastVisitorContext): string {
  const alt = label.replace(/\|?\d+(?:x\d+)?$/, '');
  ctx.setProperty(node, 'alt', alt);
  return alt;
}

/** Sets the text of a link that has none of its own, and returns it as Markdown. */
function textOf(
  node: Readonly<Of<'link'>>,
  label: string | undefined,
  { text }: Target,
  ctx: MdastVisitorContext,
): string {
  if (label !== undefined) return label;
  ctx.setProperty(node, 'children', [{ type: 'text', value: text }]);
  return plain(text);
}

function linkTo(written: string, document: MarkdownDocument): Target | Problem {
  // A title may have a # in it.
  const whole = fileNamed(written, document);
  const [, name = '', heading = ''] =
    'path' in whole ? ['', written] : (/^([^#]*)#?([^]*)$/.exec(written) ?? []);
  const part = heading.split('#').at(-1)!.trim();
  if (part.startsWith('^'))
    return { problem: 'names a block; link to its heading', rule: 'missing-anchor' };
  const anchor = part && `#${slug(part)}`;
  if (name.trim() === '') return { url: anchor, text: part };
  const found = fileNamed(name, document);
  if ('problem' in found) return found;
  // A note may have none.
  const title = document.title(found.path) || name.trim();
  const text = writtenLine(title, document.language).text;
  const url = relativeTo(found.path, document) + anchor;
  return { url, text: part ? `${text} > ${part}` : text };
}

function pictureOf(written: string, document: MarkdownDocument): Target | Problem {
  const found = fileNamed(written, document);
  if ('path' in found && kindOf(found.path) === undefined) {
    const problem = 'is not a picture, video or sound; remove the ! to link to it';
    return { problem, rule: 'missing-picture' };
  }
  if ('problem' in found) return { ...found, rule: 'missing-picture' };
  return { url: relativeTo(found.path, document), text: '' };
}

/** Returns the file with a name: beside the document, else the only one in `src/content/`. */
function fileNamed(written: string, document: MarkdownDocument): { path: string } | Problem {
  const { code } = document.site;
  const name = written.trim();
  const beside = posix.join(posix.dirname(document.path), name);
  if (kindOf(name) && document.isFile(beside)) return { path: beside };
  const [path, ...others] = (name && document.named(`${code} ${name}`)) || [];
  if (path === undefined)
    return {
      problem: `not found${didYouMean(name, document.named(code) ?? [])}`,
      rule: 'dead-link',
    };
  if (others.length === 0) return { path };
  const all = [path, ...others].map((file) => file.replace('src/content/', ''));
  const isOne = (one: string) => document.named(`${code} ${one}`)?.length === 1;
  const example = shortNames(all[0]!).find(isOne);
  const fix = example ? `write the file, as in [[${example}]]` : 'write a link of Markdown';
  return { problem: `is ambiguous: ${all.join(', ')}; ${fix}`, rule: 'dead-link' };
}

/** Returns the names that a file may have in links, the shortest first, then those without a language. */
function shortNames(file: string): string[] {
  const name = file.replace(/(?:\/index)?\.mdx?$/, '');
  const inLanguage = file.replace(/(?:\/index)?\.[^./]+\.mdx?$/, '');
  return [name, inLanguage].flatMap((one) => namesOf(one).reverse());
}

/** Returns the URL of a file in a document. */
function relativeTo(path: string, document: MarkdownDocument): string {
  const relative = posix.relative(posix.dirname(document.path), path);
  const url = encodeURI(relative).replaceAll('(', '%28').replaceAll(')', '%29');
  return url.startsWith('.') ? url : `./${url}`;
}

/** Returns a text as Markdown that shows it as typed. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>&]/g, '\\$&');
}

/** Returns a text with the parts of it that were replaced, such as links by names. */
export function withReplaced(
  body: string,
  format: 'md' | 'mdx',
  replaced: Readonly<Record<string, string>> = {},
): string {
  if (Object.keys(replaced).length === 0) return body;
  const nodes = nodesIn(body, format, { ...SYNTAX, wikilinks: true });
  const edits = nodes.flatMap((node) => {
    const [start, end] = placeOf(node);
    const text = replaced[body.slice(start, end)];
    return text === undefined ? [] : [{ start, end, text }];
  });
  return edited(body, edits);
}
