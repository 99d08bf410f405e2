import { hash } from 'node:crypto';
import type { PostData, SourceFile } from '../content/content-file.ts';
import {
  filesBelow,
  holds,
  markdownDocument,
  type Dependency,
  type ProjectFiles,
  type Source,
} from '../markdown/document.ts';
import type { Context } from '../settings/context.ts';
import type { CheckedText } from './check-site.ts';
import type { CheckedSource, RenderContext } from './check-text.ts';

/** The ids in a body, and the texts that it includes. */
interface Anchors {
  /** Absent if unknown. */
  ids?: string[];
  dependencies: Dependency[];
}

type CheckedBody = Pick<CheckedText, 'diagnostics' | 'dependencies'>;

/** The results of checks of bodies, as plain data, by digests of the bodies. */
export interface BodyResults {
  texts: Record<string, CheckedBody>;
  anchors: Record<string, Anchors>;
}

/** The functions that parse Markdown: loading them takes longer than checking unchanged bodies. */
interface Parser {
  renderChecked: typeof import('./check-text.ts').renderChecked;
  readAnchors: typeof import('../markdown/render.ts').readAnchors;
}

/**
 * Checks bodies. The result of an earlier check is reused while the body and the results of its
 * queries are the same.
 */
export class BodyChecks {
  /** The results to cache for the next check. */
  readonly results: BodyResults;
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #context: Context;
  readonly #files: ProjectFiles;
  readonly #cached: BodyResults;
  readonly #anchors = new Map<Source, Anchors>();
  #parser: Parser | undefined;

  /** With `keep`, the results of bodies that are not checked stay for the next check. */
  constructor(
    sources: ReadonlyMap<string, Source>,
    context: Context,
    {
      cached = { texts: {}, anchors: {} },
      keep = false,
    }: { cached?: BodyResults | undefined; keep?: boolean },
  ) {
    this.#sources = sources;
    this.#context = context;
    this.#files = filesBelow(context.root);
    this.#cached = cached;
    this.results = keep
      ? { texts: { ...cached.texts }, anchors: { ...cached.anchors } }
      : { texts: {}, anchors: {} };
  }

  /** Returns the cached result of a body, even if the targets of its links changed since. */
  lastResult(body: CheckedSource): CheckedBody {
    return this.#cached.texts[digestOf(body)] ?? { diagnostics: [], dependencies: [] };
  }

  /** Returns the diagnostics of a body and its dependencies. Never throws. */
  readonly check = async (body: CheckedSource, context: RenderContext): Promise<CheckedBody> => {
    const digest = digestOf(body);
    const cached = this.#cached.texts[digest];
    if (cached?.dependencies.some((dependency) => this.#needsParser(dependency)))
      await this.#load();
    const isValid = cached && holds(cached.dependencies, context.siteIndex);
    const text = isValid ? cached : await this.#render(body, context);
    this.results.texts[digest] = text;
    return text;
  };

  #needsParser([query, path]: Dependency): boolean {
    const source = query === 'anchors' && !this.#parser && this.#sources.get(path);
    return source ? !this.#anchors.has(source) && !this.#cachedAnchors(digestOf(source)) : false;
  }

  /** Returns the ids in a body; `undefined` if they are unknown. */
  readonly anchorsOf = (source: Source): string[] | undefined => {
    let anchors = this.#anchors.get(source);
    if (!anchors) {
      const digest = digestOf(source);
      anchors = this.#cachedAnchors(digest) ?? this.#readAnchors(source);
      this.results.anchors[digest] = anchors;
      this.#anchors.set(source, anchors);
    }
    return anchors.ids;
  };

  async #load(): Promise<Parser> {
    const { renderChecked } = await import('./check-text.ts');
    const { readAnchors } = await import('../markdown/render.ts');
    return (this.#parser ??= { renderChecked, readAnchors });
  }

  async #render(body: CheckedSource, context: RenderContext): Promise<CheckedBody> {
    const { renderChecked } = await this.#load();
    const { diagnostics, dependencies } = await renderChecked(body, {
      ...context,
      onlyChecked: true,
    });
    return { diagnostics, dependencies };
  }

  #cachedAnchors(digest: string): Anchors | undefined {
    const cached = this.#cached.anchors[digest];
    return cached && holds(cached.dependencies, this.#files) ? cached : undefined;
  }

  #readAnchors(source: Source): Anchors {
    const { text, dependencies } = markdownDocument(source.path, this.#files);
    const ids = this.#parser!.readAnchors(source, this.#context.settings, text);
    return { ...(ids && { ids }), dependencies };
  }
}

/** Returns the body of a file for its checks. */
export function checkedSource({
  path,
  format,
  body,
  frontMatter,
  data,
}: SourceFile): CheckedSource {
  const { lang: language } = (data ?? {}) as Partial<PostData>;
  // A draft may have errors in its front matter.
  return { path, format, body, language, isDraft: frontMatter.data['draft'] === true };
}

function digestOf({ path, format, body, language, isDraft }: Source & Partial<CheckedSource>) {
  return hash('sha256', JSON.stringify([path, format, body, language, isDraft]), 'base64url');
}
