import { Context, type Liquid } from 'liquidjs';
import type { Edit } from 'octavo/internal/html/edits';
import { editedText, type Conversion, type EditedText } from '../text/conversion.ts';
import { liquidChunks, type Chunk } from './chunks.ts';
import { setExpansion, type LiquidSite } from './expansion.ts';
import { registerUnknownTags } from './unknown-tags.ts';

/** The surroundings of an expansion. */
export interface LiquidAround {
  engine: Liquid;
  site: LiquidSite;
  /** `page` in templates. */
  page: Record<string, unknown>;
  /** Values that templates name without `page`. */
  data?: Record<string, unknown>;
  /** Returns a part of a template of another language as Liquid. */
  asLiquid?: (written: string) => string;
  /** True if `{# … #}` is a comment. */
  isNunjucks?: boolean;
  /** True if templates in code are shown as they are typed. */
  keepsCode?: boolean;
}

/** Returns a text with its Liquid evaluated, as Jekyll does before it reads Markdown. */
export function expandLiquid(conversion: Conversion, around: LiquidAround): EditedText {
  const { body } = conversion.source;
  if (!/\{[{%#]/.test(body)) return editedText(body, []);
  registerUnknownTags(around.engine, body);
  const code = codeRanges(body);
  let chunk: Chunk | undefined;
  const context = contextOf(around, (severity, message) =>
    conversion.note(chunk?.start ?? 0, severity, message),
  );
  const edits: Edit[] = [];
  for (chunk of liquidChunks(body, around)) {
    const { start, end } = chunk;
    const isCode = code.some((range) => range.start <= start && start < range.end);
    if (isCode && around.keepsCode) continue;
    const text = evaluated(chunk, isCode, around, context, conversion);
    edits.push({ start, end, text: placed(text, body, chunk) });
  }
  return editedText(body, edits);
}

/** Returns a value of front matter with its Liquid evaluated; as written where it has errors. */
export function evaluateLiquid(written: string, around: LiquidAround): string {
  try {
    const context = contextOf(around, () => undefined);
    return String(around.engine.renderSync(around.engine.parse(written), context));
  } catch {
    return written;
  }
}

function contextOf(
  { engine, site, page, data }: LiquidAround,
  report: Parameters<typeof setExpansion>[1]['report'],
): Context {
  const scope = {
    ...data,
    site: site.site,
    page,
    layout: {},
    content: '',
    jekyll: { environment: 'production' },
  };
  const context = new Context(scope, engine.options, { sync: true }, { liquid: engine });
  setExpansion(context, { site, report, depth: 0 });
  return context;
}

function evaluated(
  { start, end, name }: Chunk,
  isCode: boolean,
  { engine, asLiquid = (written) => written }: LiquidAround,
  context: Context,
  conversion: Conversion,
): string {
  const source = conversion.source.body.slice(start, end);
  if (source.startsWith('{#')) return '';
  if (name === 'raw') return source.replace(/^\{%-?\s*raw\s*-?%\}|\{%-?\s*endraw\s*-?%\}$/g, '');
  try {
    const text = String(engine.renderSync(engine.parse(asLiquid(source)), context));
    // An author who writes of templates means the braces; Jekyll printed nothing.
    if (text !== '' || name !== '' || !isCode || isDefined(source, context)) return text;
    conversion.note(start, 'info', `Liquid: ${source} printed nothing in Jekyll; kept in code`);
    return source;
  } catch (error) {
    if (isCode) return source;
    const [message = ''] = (error as Error).message.split('\n');
    conversion.note(start, 'warning', `Liquid: ${message}; skipped`);
    return '';
  }
}

function isDefined(source: string, context: Context): boolean {
  const [, root = ''] = /^\{\{-?\s*(\w+)/.exec(source) ?? [];
  return root === '' || context.getSync([root]) !== undefined;
}

/** Puts a block apart from the text around it, in which it would be a part of a paragraph. */
function placed(text: string, body: string, { start, end }: Chunk): string {
  if (!/^(?:`{3,}|~{3,}|<details|<figure|> )/.test(text)) return text;
  const line = body.slice(body.lastIndexOf('\n', start - 1) + 1, start);
  const isAlone = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*$/.test(line);
  // A paragraph below a quotation would be a part of it.
  const mayEnd = text.startsWith('>') ? /^[ \t]*(?:\n[ \t]*)?(?:\n|$)/ : /^[ \t]*(?:\n|$)/;
  const after = mayEnd.test(body.slice(end)) ? '' : '\n';
  // The lines of code within a list are indented already.
  const closed = text.replace(/\n([`~]{3,})$/, `\n${line.replace(/[^>\s]/g, ' ')}$1`);
  return `${isAlone ? '' : '\n\n'}${isAlone ? closed : text}${after}`;
}

/** Returns the parts of a text in fences and in backticks. */
function codeRanges(text: string): { start: number; end: number }[] {
  const pattern = /^[ \t>]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\1|$(?![\s\S]))|`+[^`\n]+`+/gm;
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}
