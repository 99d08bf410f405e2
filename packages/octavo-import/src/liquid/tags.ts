import {
  Tag,
  type Context,
  type Emitter,
  type Liquid,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import { calloutKind } from '../text/callout-kinds.ts';
import { fence, link } from '../text/written.ts';
import { readArguments, type Arguments } from './arguments.ts';
import { expansionOf, type Expansion } from './expansion.ts';
import { isOfTheme, knownMarkdown } from './known-includes.ts';

/** What an engine makes a tag with. */
export type TagClass = new (token: TagToken, tokens: TopLevelToken[], liquid: Liquid) => Tag;

/** A tag that ends with `end` and its name. */
abstract class BlockTag extends Tag {
  protected readonly written: string;
  protected readonly inside: Template[] = [];

  constructor(token: TagToken, tokens: TopLevelToken[], liquid: Liquid) {
    super(token, tokens, liquid);
    this.written = token.args;
    const stream = liquid.parser.parseStream(tokens);
    stream
      .on(`tag:end${token.name}`, () => stream.stop())
      .on('template', (template: Template) => this.inside.push(template))
      .on('end', () => {
        throw new Error(`tag ${token.name} is never closed`);
      });
    stream.start();
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, string> {
    const html = yield this.liquid.renderer.renderTemplates(this.inside, context);
    emitter.write(this.markdown(html, context));
  }

  protected abstract markdown(inside: string, context: Context): string;
}

/** `{% highlight ruby linenos %}`: a block of code. */
export class HighlightTag extends BlockTag {
  protected markdown(inside: string): string {
    const [language = '', ...others] = readArguments(this.written).words;
    const { named } = readArguments(this.written);
    const lines = named.get('mark_lines')?.value ?? named.get('hl_lines')?.value;
    const options = [
      ...(others.includes('linenos') || named.has('linenos') ? ['linenos=true'] : []),
      ...(lines === undefined ? [] : [`hl_lines="${lines}"`]),
    ];
    const info = options.length === 0 ? language : `${language || 'text'} {${options.join(' ')}}`;
    return fence(inside.replace(/^[ \t]*\n/, '').trimEnd(), info);
  }
}

/** Octopress and Hexo: `{% codeblock title lang:ruby mark:1,4-7 %}`. */
export class CodeBlockTag extends BlockTag {
  protected markdown(inside: string): string {
    const { words, named } = readArguments(this.written);
    const title = words.filter((word) => !/^https?:/.test(word)).join(' ');
    const language = named.get('lang')?.value ?? 'text';
    const lines = named.get('mark')?.value.replaceAll(',', ' ');
    const first = named.get('first_line')?.value;
    const options = [
      ...(title === '' ? [] : [`title="${title.replaceAll('"', "'")}"`]),
      ...(lines === undefined ? [] : [`hl_lines="${lines}"`]),
      ...(first === undefined ? [] : [`linenos=true linenostart=${first}`]),
    ];
    const info = options.length === 0 ? language : `${language} {${options.join(' ')}}`;
    return fence(inside.replace(/^[ \t]*\n/, '').trimEnd(), info);
  }
}

/** Returns a tag with an end that a function converts, by its arguments and its content. */
export function blockTag(convert: (given: Arguments, inside: string) => string): TagClass {
  return class extends BlockTag {
    protected markdown(inside: string): string {
      return convert(readArguments(this.written), inside);
    }
  };
}

/** Returns a tag without an end that a function converts, by its arguments. */
export function inlineTag(convert: (given: Arguments, expansion: Expansion) => string): TagClass {
  return class extends Tag {
    readonly #given: Arguments;

    constructor(token: TagToken, tokens: TopLevelToken[], liquid: Liquid) {
      super(token, tokens, liquid);
      this.#given = readArguments(token.args);
    }

    render(context: Context): string {
      return convert(this.#given, expansionOf(context));
    }
  };
}

/** Returns lines as a quotation. */
export function quoted(lines: readonly string[]): string {
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}

/** A block of a plugin: what is inside is kept. */
export class UnknownBlockTag extends BlockTag {
  protected markdown(inside: string, context: Context): string {
    const { words, named } = readArguments(this.written);
    const title = named.get('caption')?.value ?? named.get('title')?.value ?? words.join(' ');
    const name = this.name.toLowerCase();
    const kind = calloutKind(name) ?? (name === 'callout' ? 'note' : undefined);
    if (kind !== undefined) {
      const head = `[!${kind.toUpperCase()}]${title === '' ? '' : ` ${title}`}`;
      return quoted([head, ...inside.trim().split('\n')]);
    }
    if (name === 'details')
      return `<details markdown="1">\n<summary>${title}</summary>\n\n${inside.trim()}\n\n</details>`;
    if (name === 'figure')
      return `<figure markdown="1">\n\n${inside.trim()}\n\n<figcaption>\n\n${title}\n\n</figcaption>\n</figure>`;
    if (!PLAIN_BLOCKS.has(name))
      expansionOf(context).report('warning', `${name}: unknown Liquid tag; its content is kept`);
    return inside;
  }
}

const PLAIN_BLOCKS = new Set(['tabs', 'tab', 'pullquote', 'center', 'nomarkdown']);

/** A tag of a plugin without an end. */
export class UnknownTag extends Tag {
  readonly #written: string;

  constructor(token: TagToken, tokens: TopLevelToken[], liquid: Liquid) {
    super(token, tokens, liquid);
    this.#written = token.args;
  }

  render(context: Context): string {
    const { words, named } = readArguments(this.#written);
    const parameters = new Map([...named].map(([name, { value }]) => [name, value]));
    words.forEach((word, index) => parameters.set(`${index}`, word));
    const markdown = knownMarkdown(this.name, parameters);
    if (markdown !== undefined) return markdown;
    if (/^https?:\/\//.test(words[0] ?? '')) return link(words[0]!);
    // Without its arguments: the report has tags with the same message in one line.
    expansionOf(context).report('warning', `${this.name}: unknown Liquid tag; skipped`);
    return '';
  }
}

/** `{% post_url 2024-01-06-a-post %}`, `{% link _posts/2024-01-06-a-post.md %}` */
export class AddressTag extends UnknownTag {
  readonly #name: string;

  constructor(token: TagToken, tokens: TopLevelToken[], liquid: Liquid) {
    super(token, tokens, liquid);
    this.#name = token.args.trim().replace(/^["']|["']$/g, '');
  }

  override render(context: Context): string {
    const { site, report } = expansionOf(context);
    const url = this.name === 'post_url' ? site.postUrl(this.#name) : site.fileUrl(this.#name);
    if (url !== undefined) return encodeURI(url);
    report('warning', `${this.name}: ${this.#name} not found in the old blog`);
    return this.#name;
  }
}

/** `{% include figure.html src="/a.png" %}`, expanded as Jekyll does. */
export class IncludeTag extends Tag {
  readonly #written: string;

  constructor(token: TagToken, tokens: TopLevelToken[], liquid: Liquid) {
    super(token, tokens, liquid);
    this.#written = token.args;
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, string> {
    const { site, report, depth } = expansionOf(context);
    const written = this.#written.includes('{{')
      ? this.liquid.renderSync(this.liquid.parse(this.#written), context)
      : this.#written;
    const { words, named } = readArguments(String(written));
    const name = words[0] ?? '';
    const values = new Map<string, unknown>();
    for (const [key, { value, isText }] of named)
      values.set(key, isText ? value : this.liquid.evalValueSync(value, context));
    const texts = new Map([...values].map(([key, value]) => [key, String(value ?? '')]));
    const known = knownMarkdown(name, texts);
    if (known !== undefined) return void emitter.write(known);
    const source = depth > 20 ? undefined : site.include(name);
    if (source === undefined && isOfTheme(name)) return;
    if (source === undefined)
      return report('warning', `include: ${name} is none of the blog's files; skipped`);
    context.push({ include: Object.fromEntries(values) });
    expansionOf(context).depth = depth + 1;
    try {
      emitter.write(yield this.liquid.renderer.renderTemplates(this.liquid.parse(source), context));
    } finally {
      expansionOf(context).depth = depth;
      context.pop();
    }
  }
}
