import { posix } from 'node:path';
import { decodePath } from 'octavo/internal/addresses/decode-path';
import type { Diagnostic } from 'octavo/internal/diagnostics/diagnostic';
import { pathKey, type Links } from './links.ts';
import type { Placed } from './placing.ts';

/** A problem that a check of the new site reports. */
export type Problem = Pick<Diagnostic, 'file' | 'rule' | 'target'>;

interface OldSite {
  /** True if raw HTML was left out of pages. */
  dropsHtml: boolean;
  placed: readonly Placed[];
  links: Links;
  /** The ids of the headings of each post and page in the old blog. */
  headingIds: ReadonlyMap<Placed, readonly string[]>;
  /** The bodies with their templates expanded. */
  bodies: ReadonlyMap<Placed, string>;
}

/** Finds out which problems of the new site the old blog had too, by its files and URLs. */
export class OldProblems {
  readonly #links: Links;
  readonly #dropsHtml: boolean;
  readonly #headingIds: OldSite['headingIds'];
  readonly #bodies: OldSite['bodies'];
  readonly #byPath: ReadonlyMap<string, Placed>;
  readonly #byUrl: ReadonlyMap<string, Placed>;

  constructor({ placed, links, headingIds, bodies, dropsHtml }: OldSite) {
    this.#dropsHtml = dropsHtml;
    this.#links = links;
    this.#headingIds = headingIds;
    this.#bodies = bodies;
    this.#byPath = new Map(placed.map((one) => [one.path, one]));
    this.#byUrl = new Map(placed.map((one) => [pathKey(one.url), one]));
  }

  /** True for a link, an anchor or a picture that the old blog had, and that led nowhere there, and for a formula. */
  had({ file, rule, target }: Problem): boolean {
    const from = this.#byPath.get(file);
    if (!from) return isOfFile(rule) && !this.#links.answers(undefined, target ?? '');
    // MathJax reads TeX that is an error here; it is shown as code.
    if (rule === 'formula') return true;
    if (rule === 'empty-link') return EMPTY_LINK.test(this.#bodyOf(from));
    if (target === undefined) return false;
    if (rule === 'missing-anchor') return this.#hadNoAnchor(from, target);
    if (rule === 'picture-unreadable') return this.#links.isCopied(from, target);
    if (!isWritten(target, this.#bodyOf(from))) return false;
    if (rule === 'dead-link') return !this.#links.answers(from, target);
    return rule === 'missing-picture' && this.#links.resource(from, target) === undefined;
  }

  #bodyOf(placed: Placed): string {
    return this.#bodies.get(placed) ?? placed.page.source.body;
  }

  #hadNoAnchor(from: Placed, target: string): boolean {
    const [path = '', fragment = ''] = target.split(/#(.*)/s);
    const id = decodePath(fragment);
    const page = this.#pageAt(from, path);
    if (!page || ![fragment, id].some((one) => this.#bodyOf(from).includes(`#${one}`)))
      return false;
    return !this.#headingIds.get(page)?.includes(id) && !this.#mayMakeId(this.#bodyOf(page), id);
  }

  /** True for a body that may have an id in its HTML or in braces. */
  #mayMakeId(body: string, id: string): boolean {
    const name = RegExp.escape(id);
    const inHtml = new RegExp(`\\b(?:id|name)\\s*=\\s*["']?${name}(?![\\w-])`);
    // Not in those of a shortcode or a tag of Liquid, which may link to the id.
    const inBraces = new RegExp(`(?<!\\{)\\{(?![{%])[^}\\n]*#${name}`);
    return inBraces.test(body) || (!this.#dropsHtml && inHtml.test(body));
  }

  /** Returns the post or page that a path of the new site leads to. */
  #pageAt(from: Placed, path: string): Placed | undefined {
    if (path === '') return from;
    const beside = posix.join(posix.dirname(from.path), decodePath(path));
    return this.#byPath.get(beside) ?? this.#byUrl.get(pathKey(this.#links.pathOf(from, path)));
  }
}

/** True for the problem of a link or a picture whose target is missing. */
function isOfFile(rule: Problem['rule']): boolean {
  return rule === 'dead-link' || rule === 'missing-picture';
}

/** A link in Markdown without text or URL, or one in HTML. */
const EMPTY_LINK = /\[\s*\]\s*[([]|\]\(\s*#?\s*\)|<a\b/i;

/** True if the author wrote a URL; the importer made it otherwise. */
function isWritten(target: string, body: string): boolean {
  const [path = ''] = target.split(/[?#]/);
  // An invalid URL can have character references, which are decoded here.
  const host = /^https?:\/\/[\w.%-]+/.exec(target)?.[0];
  const isInvalid = host !== undefined && !URL.canParse(target);
  return [target, path, decodePath(path), ...(isInvalid ? [host] : [])].some((one) =>
    body.includes(one),
  );
}
