import { UnsupportedTemplate, type Value } from './template-value.ts';

/** A part of a template of Go (text/template), as far as it is simple. */
export type TemplateNode =
  | { kind: 'text'; text: string }
  | { kind: 'output'; value: Expression }
  | { kind: 'set'; variable: string; value: Expression }
  | {
      kind: 'if' | 'with';
      variable: string | undefined;
      value: Expression;
      then: TemplateNode[];
      otherwise: TemplateNode[];
    };

export type Expression =
  | { kind: 'literal'; value: Value }
  | { kind: 'variable'; name: string; path: string[] }
  /** `.`, `.Inner`, `.Page.Title` */
  | { kind: 'dot'; path: string[] }
  | { kind: 'call'; name: string; args: Expression[] };

type Piece = { text: string } | { action: string };

/** Parses a template; throws for what is not simple. */
export function parseTemplate(source: string): TemplateNode[] {
  const pieces = piecesOf(source);
  const { nodes, end } = parseUntil(pieces, 0);
  if (end < pieces.length) throw new UnsupportedTemplate('end without if');
  return nodes;
}

function piecesOf(source: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let trims = false;
  const text = (until: number, trimsEnd: boolean) => {
    const start = trims ? source.slice(at, until).trimStart() : source.slice(at, until);
    pieces.push({ text: trimsEnd ? start.trimEnd() : start });
  };
  for (const match of source.matchAll(ACTION)) {
    text(match.index, match[1] !== undefined);
    const action = match[2]!.trim();
    if (!action.startsWith('/*')) pieces.push({ action });
    trims = match[3] !== undefined;
    at = match.index + match[0].length;
  }
  text(source.length, false);
  return pieces;
}

const ACTION =
  /\{\{(-(?=\s))?(\s*\/\*[\s\S]*?\*\/\s*|(?:"(?:\\.|[^"\\])*"|`[^`]*`|[\s\S])*?)((?<=\s)-)?\}\}/g;

/** Parses up to the `end` or `else` that closes a block, at whose index it ends. */
function parseUntil(
  pieces: readonly Piece[],
  from: number,
): { nodes: TemplateNode[]; end: number } {
  const nodes: TemplateNode[] = [];
  let at = from;
  while (at < pieces.length) {
    const piece = pieces[at]!;
    if ('text' in piece) {
      nodes.push({ kind: 'text', text: piece.text });
      at += 1;
      continue;
    }
    if (/^(?:end|else)\b/.test(piece.action)) break;
    const [, keyword, rest = ''] = /^(if|with)\s+([\s\S]*)$/.exec(piece.action) ?? [];
    if (keyword === undefined) {
      nodes.push(parseStatement(piece.action));
      at += 1;
      continue;
    }
    const branch = parseBranch(keyword as 'if' | 'with', rest, pieces, at + 1);
    nodes.push(branch.node);
    at = branch.end;
  }
  return { nodes, end: at };
}

function parseBranch(
  kind: 'if' | 'with',
  condition: string,
  pieces: readonly Piece[],
  from: number,
): { node: TemplateNode; end: number } {
  const { variable, value } = parseAssignment(condition);
  const then = parseUntil(pieces, from);
  const closing = actionAt(pieces, then.end);
  const node = { kind, variable, value, then: then.nodes };
  if (closing === 'end') return { node: { ...node, otherwise: [] }, end: then.end + 1 };
  const [, keyword, rest = ''] = /^else\s+(if|with)\s+([\s\S]*)$/.exec(closing) ?? [];
  if (keyword !== undefined) {
    const other = parseBranch(keyword as 'if' | 'with', rest, pieces, then.end + 1);
    return { node: { ...node, otherwise: [other.node] }, end: other.end };
  }
  const otherwise = parseUntil(pieces, then.end + 1);
  if (actionAt(pieces, otherwise.end) !== 'end') throw new UnsupportedTemplate(closing);
  return { node: { ...node, otherwise: otherwise.nodes }, end: otherwise.end + 1 };
}

function actionAt(pieces: readonly Piece[], at: number): string {
  const piece = pieces[at];
  if (!piece || 'text' in piece) throw new UnsupportedTemplate('if without end');
  return piece.action;
}

const KEYWORDS = /^(?:range|define|template|block|return|break|continue|try)\b/;

function parseStatement(action: string): TemplateNode {
  if (KEYWORDS.test(action)) throw new UnsupportedTemplate(action);
  const { variable, value } = parseAssignment(action);
  return variable === undefined ? { kind: 'output', value } : { kind: 'set', variable, value };
}

function parseAssignment(source: string): { variable: string | undefined; value: Expression } {
  const [, variable, rest] = /^(\$\w+)\s*:?=(?!=)\s*([\s\S]+)$/.exec(source) ?? [];
  return { variable, value: parsePipeline(rest ?? source) };
}

const TOKEN = /\s*("(?:\\.|[^"\\])*"|`[^`]*`|[|()]|[^\s()|"`]+)/y;

function parsePipeline(source: string): Expression {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    tokens.push(match[1]!);
    if (TOKEN.lastIndex >= source.trimEnd().length) break;
  }
  const parser = new PipelineParser(tokens);
  return parser.whole();
}

class PipelineParser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const value = this.#pipeline();
    if (this.#at < this.#tokens.length) throw new UnsupportedTemplate(this.#tokens[this.#at]);
    return value;
  }

  #pipeline(): Expression {
    let value = this.#command(undefined);
    while (this.#tokens[this.#at] === '|') {
      this.#at += 1;
      value = this.#command(value);
    }
    return value;
  }

  /** A function with its arguments, the last of which is what is piped into it. */
  #command(piped: Expression | undefined): Expression {
    const name = this.#tokens[this.#at];
    if (name !== undefined && isFunction(name)) {
      this.#at += 1;
      const args = this.#operands();
      return {
        kind: 'call',
        name: name.replace(/^\$(?=\.)/, ''),
        args: piped ? [...args, piped] : args,
      };
    }
    const [value, ...others] = this.#operands();
    if (!value || others.length > 0 || piped) throw new UnsupportedTemplate(name);
    return value;
  }

  #operands(): Expression[] {
    const operands: Expression[] = [];
    for (let token = this.#tokens[this.#at]; token !== undefined; token = this.#tokens[this.#at]) {
      if (token === '|' || token === ')') break;
      this.#at += 1;
      operands.push(token === '(' ? this.#parenthesis() : operandOf(token));
    }
    return operands;
  }

  #parenthesis(): Expression {
    const value = this.#pipeline();
    if (this.#tokens[this.#at] !== ')') throw new UnsupportedTemplate('(');
    this.#at += 1;
    return value;
  }
}

/** `.Get`, `$.Page.RenderString`, `safeHTML`, `strings.ToLower`. */
function isFunction(token: string): boolean {
  if (/^\$?\.(?:Get|Page\.RenderString)$/.test(token)) return true;
  return /^[a-zA-Z]/.test(token) && !/^(?:true|false|nil)$|^(?:site|page)\./.test(token);
}

function operandOf(token: string): Expression {
  const literal = literalOf(token);
  if (literal) return { kind: 'literal', ...literal };
  if (token === '.') return { kind: 'dot', path: [] };
  const [, root = '', path] = /^(\$|site|page)?((?:\.\w+)+)$/.exec(token) ?? [];
  if (path !== undefined)
    return { kind: 'dot', path: [...(ROOTS[root] ?? []), ...path.slice(1).split('.')] };
  const [, name, rest] = /^(\$\w+)((?:\.\w+)*)$/.exec(token) ?? [];
  if (name === undefined) throw new UnsupportedTemplate(token);
  return { kind: 'variable', name, path: rest ? rest.slice(1).split('.') : [] };
}

const ROOTS: Record<string, string[]> = { site: ['Site'], page: ['Page'] };
const WORDS = new Map<string, Value>([
  ['true', true],
  ['false', false],
  ['nil', undefined],
]);

function literalOf(token: string): { value: Value } | undefined {
  if (/^["`]/.test(token)) return { value: stringOf(token) };
  if (/^-?\d+(?:\.\d+)?$/.test(token)) return { value: Number(token) };
  return WORDS.has(token) ? { value: WORDS.get(token) } : undefined;
}

function stringOf(token: string): string {
  if (token.startsWith('`')) return token.slice(1, -1);
  return token
    .slice(1, -1)
    .replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === 't' ? '\t' : sign));
}
