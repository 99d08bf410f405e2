import { didYouMean } from '../../diagnostics/did-you-mean.ts';

/** A mermaid diagram as beautiful-mermaid reads it, and what is said about it. */
export interface Mermaid {
  /** The diagram alone: titles, descriptions and what only mermaid itself knows are taken out. */
  text: string;
  /** `accTitle`, or the title in the diagram's front matter. */
  title: string | undefined;
  /** `accDescr`. */
  description: string | undefined;
  mistakes: Mistake[];
}

interface Mistake {
  /** From 0, in the source. */
  line: number;
  message: string;
}

/** What beautiful-mermaid reads of a type of diagram. It passes over every other line in silence. */
interface Grammar {
  name: string;
  header: RegExp;
  statement: RegExp;
  /** What begins a block, and what ends it. */
  opening: RegExp;
  closing: RegExp;
  /** What may stand in a block, where that is something else. */
  inside?: (opening: string) => RegExp | undefined;
  /** Writes a statement as beautiful-mermaid wants it. */
  rewrite?: (line: string) => string;
}

/** Reads the source of a diagram, and finds the lines that would be passed over. */
export function readMermaid(source: string): Mermaid {
  const { lines, ...names } = readNames(source);
  const first = lines.findIndex(isStatement);
  const header = lines[first]?.replace(/;$/, '') ?? '';
  const grammar = GRAMMARS.find((known) => known.header.test(header));
  if (!grammar) {
    const message = first < 0 ? 'the diagram is empty' : unknownType(header);
    return { ...names, text: '', mistakes: [{ line: Math.max(0, first), message }] };
  }
  lines[first] = header.replace(/^classDiagram-v2$/i, 'classDiagram');
  const mistakes = readStatements(lines, first + 1, grammar);
  return { ...names, text: renamed(lines, grammar).join('\n'), mistakes };
}

/** Writes the statements as beautiful-mermaid wants them; returns those that it does not know. */
function readStatements(lines: string[], first: number, grammar: Grammar): Mistake[] {
  const mistakes: Mistake[] = [];
  const open: { line: number; text: string }[] = [];
  for (let index = first; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (!isStatement(line) || (grammar.closing.test(line) && open.pop())) continue;
    if (grammar.opening.test(line)) open.push({ line: index, text: line });
    else if (isKnown(line, open.at(-1)?.text, grammar)) lines[index] = rewritten(line, grammar);
    else {
      const message = `this line of ${grammar.name} is not understood: ${line}`;
      mistakes.push({ line: index, message });
    }
  }
  const unclosed = open.map(({ line, text }) => ({ line, message: `this is not closed: ${text}` }));
  return [...mistakes, ...unclosed];
}

function isKnown(line: string, opening: string | undefined, grammar: Grammar): boolean {
  const inside = opening === undefined ? undefined : grammar.inside?.(opening);
  return (inside ?? grammar.statement).test(line);
}

function rewritten(line: string, { rewrite }: Grammar): string {
  return rewrite ? rewrite(line) : line;
}

function isStatement(line: string): boolean {
  return line !== '' && !line.startsWith('%%');
}

/** Takes what names a diagram out of it, leaving its lines where they are. */
function readNames(source: string) {
  const blank = (text: string) => text.replace(/[^\n]/g, '');
  let [title, description]: (string | undefined)[] = [];
  const rest = source
    .replace(/^\s*---\n([\s\S]*?)\n\s*---(?=\n|$)/, (matter, yaml: string) => {
      title = /^\s*title:\s*(.+?)\s*$/m.exec(yaml)?.[1]?.replace(/^(["'])(.*)\1$/, '$2');
      return blank(matter);
    })
    .replace(/^[^\S\n]*accTitle[^\S\n]*:(.*)$/m, (_, text: string) => {
      title = text.trim() || title;
      return '';
    })
    .replace(/^[^\S\n]*accDescr[^\S\n]*(?::(.*)$|\{([^}]*)\})/m, (all, line = '', block = '') => {
      description = `${String(line)}${String(block)}`.replace(/\s+/g, ' ').trim() || undefined;
      return blank(all);
    });
  return { lines: rest.split('\n').map((line) => line.trim()), title, description };
}

function unknownType(header: string): string {
  const type = header.split(/\s/)[0] ?? '';
  if (/^(?:graph|flowchart)$/i.test(type)) {
    return `a ${type} needs a direction: ${type} TD, or TB, LR, BT, RL`;
  }
  const known = [...TYPES].join(', ');
  return `${type} is no type of diagram that is known here; there are ${known}${didYouMean(type, TYPES)}`;
}

const TYPES = new Set([
  'flowchart',
  'sequenceDiagram',
  'stateDiagram-v2',
  'classDiagram',
  'erDiagram',
  'xychart-beta',
]);

const DIRECTION = String.raw`direction\s+(?:TD|TB|LR|BT|RL)`;
const LINK_STYLE = String.raw`linkStyle\s+(?:default|[\d,\s]+)\s+.+`;
const NEVER = /^\b$/;

const SHAPES = [
  String.raw`\(\(\(.+?\)\)\)`,
  String.raw`\(\[.+?\]\)`,
  String.raw`\(\(.+?\)\)`,
  String.raw`\[\[.+?\]\]`,
  String.raw`\[\(.+?\)\]`,
  String.raw`\[[/\\].+?[/\\]\]`,
  String.raw`>.+?\]`,
  String.raw`\{\{.+?\}\}`,
  String.raw`\[.+?\]`,
  String.raw`\(.+?\)`,
  String.raw`\{.+?\}`,
].join('|');
const NODE = String.raw`\w+(?:-\w+)*(?:${SHAPES})?(?::::\w[\w-]*)?`;
const ARROW = String.raw`<?(?:--+>|-\.+->|==+>|---+|-\.+-|===+)(?:\|[^|]*\|)?`;
const WORDED_ARROW = String.raw`<?(?:--\s*[^\s>.=-].*?\s*--+[>-]|-\.\s*[^\s>.-].*?\s*\.+-+>?|==\s*[^\s>=].*?\s*==+[>=])`;
const LINK = String.raw`\s*(?:${ARROW}|${WORDED_ARROW})\s*`;
const GROUP = String.raw`${NODE}(?:\s*&\s*${NODE})*`;
const MEMBER = /^[^{}]*\S[^{}]*$/;
const CARDINALITY = String.raw`(?:"[^"]*"\s+)?`;
const RELATION = String.raw`(?:<\|--|<\|\.\.|\*--|o--|-->|--\*|--o|--\|>|\.\.>|\.\.\|>|<--|<\.\.|--)`;
const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const RANGE = String.raw`(?:"[^"]*"\s+)?${NUMBER}\s*-->\s*${NUMBER}`;
const NUMBERS = String.raw`\[\s*[+-]?[\d.]+(?:\s*,\s*[+-]?[\d.]+)*\s*\]`;

const GRAMMARS: Grammar[] = [
  {
    name: 'a flowchart',
    header: /^(?:graph|flowchart)\s+(?:TD|TB|LR|BT|RL)$/i,
    statement: anyOf(
      String.raw`classDef\s+\w+\s+.+`,
      String.raw`class\s+[\w,-]+\s+\w+;?`,
      String.raw`style\s+[\w,-]+\s+.+`,
      LINK_STYLE,
      DIRECTION,
      String.raw`(?!(?:click|end|subgraph)\b)${GROUP}(?:${LINK}${GROUP})*\s*;?`,
    ),
    opening: /^subgraph\s+\S/,
    closing: /^end$/,
    rewrite: flowchartLine,
  },
  {
    name: 'a sequence diagram',
    header: /^sequenceDiagram$/i,
    statement: anyOf(
      String.raw`(?:participant|actor)\s+\S+?(?:\s+as\s+.+)?`,
      String.raw`[Nn]ote\s+(?:left of|right of|over)\s+[^:]+:\s*.+`,
      String.raw`(?:else|and)\b.*`,
      String.raw`\S+?\s*(?:--?>>?|--?[)x])\s*[+-]?\S+?\s*:\s*.+`,
    ),
    opening: /^(?:loop|alt|opt|par|critical|break|rect)(?:\s+[^\s:-].*)?$/,
    closing: /^end$/,
  },
  {
    name: 'a state diagram',
    header: /^stateDiagram(?:-v2)?$/i,
    statement: anyOf(
      DIRECTION,
      LINK_STYLE,
      String.raw`state\s+"[^"]+"\s+as\s+[\w\p{L}]+`,
      String.raw`(?:\[\*\]|[\w\p{L}-]+)\s*-->\s*(?:\[\*\]|[\w\p{L}-]+)(?:\s*:\s*.+)?`,
      String.raw`[\w\p{L}-]+\s*:\s*.+`,
    ),
    opening: /^state\s+(?:"[^"]+"\s+as\s+)?[\w\p{L}]+\s*\{$/u,
    closing: /^\}$/,
  },
  {
    name: 'a class diagram',
    header: /^classDiagram(?:-v2)?$/i,
    statement: anyOf(
      String.raw`class\s+\S+?(?:\s*~\w+~)?`,
      String.raw`class\s+\S+?\s*\{\s*<<\w+>>\s*\}`,
      String.raw`\S+?\s*:\s*.+`,
      String.raw`\S+?\s+${CARDINALITY}${RELATION}\s+${CARDINALITY}\S+?(?:\s*:\s*.+)?`,
    ),
    opening: /^(?:namespace\s+\S+|class\s+\S+?(?:\s*~\w+~)?)\s*\{$/,
    closing: /^\}$/,
    inside: (opening) => (opening.startsWith('class') ? MEMBER : undefined),
  },
  {
    name: 'an entity relationship diagram',
    header: /^erDiagram$/i,
    statement: anyOf(String.raw`\S+\s+[|o}{]+(?:--|\.\.)[|o}{]+\s+\S+\s*:\s*.+`),
    opening: /^\S+\s*\{$/,
    closing: /^\}$/,
    inside: () => /^\S+\s+\S+(?:\s+(?:[PFU]K|,|"[^"]*"|\s)+)?$/,
  },
  {
    name: 'a chart',
    header: /^xychart(?:-beta)?(?:\s+horizontal)?$/i,
    statement: anyOf(
      String.raw`title\s+"[^"]+"`,
      String.raw`x-axis\s+(?:"[^"]*"\s*)?\[[^\]]+\]`,
      String.raw`[xy]-axis\s+${RANGE}`,
      String.raw`y-axis\s+"[^"]+"`,
      String.raw`(?:bar|line)\s+${NUMBERS}`,
    ),
    opening: NEVER,
    closing: NEVER,
  },
];

function anyOf(...patterns: string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`, 'u');
}

/** `A-->B` and `A--yes-->B`: beautiful-mermaid reads an arrow only where a space is before it. */
function flowchartLine(line: string): string {
  if (/^(?:classDef|class|style|linkStyle|direction)\s/.test(line)) return line.replace(/;$/, '');
  const part = new RegExp(`(${NODE})|(${ARROW})|(${WORDED_ARROW})|&`, 'uy');
  const parts: string[] = [];
  for (let rest = line.replace(/;$/, '').trim(); rest !== ''; rest = rest.trimStart()) {
    part.lastIndex = 0;
    const [all, node, arrow, worded] = part.exec(rest) ?? [rest, rest];
    parts.push(arrow ? plainArrow(arrow) : worded ? plainArrow(labelled(worded)) : (node ?? all));
    rest = rest.slice(all.length);
  }
  return parts.join(' ');
}

/** Longer arrows ask for more room, which is not given here: `---->` is `-->`. */
function plainArrow(arrow: string): string {
  return arrow.replace(/^<?[-.=>]+/, (signs) =>
    signs
      .replace(/^(<?)-\.+-/, '$1-.-')
      .replace(/^(<?)--+>/, '$1-->')
      .replace(/^(<?)---+$/, '$1---')
      .replace(/^(<?)==+>/, '$1==>')
      .replace(/^(<?)===+$/, '$1==='),
  );
}

/** `-- yes -->` as `-->|yes|`. */
function labelled(arrow: string): string {
  const [, start = '', label = '', end = ''] =
    /^(<?)(?:--|-\.|==)\s*(.*?)\s*(--+[>-]|\.+-+>?|==+[>=])$/.exec(arrow) ?? [];
  return `${start}${end.replace(/^\./, '-.')}|${label.replaceAll('|', '/')}|`;
}

/** A participant whose name begins with a word of the syntax, `parser`, is taken for that: renamed. */
function renamed(lines: string[], grammar: Grammar | undefined): string[] {
  if (grammar?.name !== 'a sequence diagram') return lines;
  const words = 'loop|alt|opt|par|critical|break|rect|else|and|end';
  const message = new RegExp(String.raw`^((?:${words})\S*?)\s*(?:--?>>?|--?[)x])\s*[+-]?\S+?\s*:`);
  const names = new Set(
    lines.map((line) => message.exec(line)?.[1]).filter((name) => name !== undefined),
  );
  return [...names].reduce(withNewName, lines);
}

function withNewName(lines: string[], name: string): string[] {
  const id = name.replace(/[^\w]/g, '\\$&');
  const declared = new RegExp(String.raw`^(participant|actor)\s+${id}(?=\s|$)(\s+as\s.*)?$`);
  const end = String.raw`(\s*(?:--?>>?|--?[)x])\s*[+-]?)`;
  const from = new RegExp(`^${id}${end}`);
  const to = new RegExp(String.raw`^(\S+?\s*(?:--?>>?|--?[)x])\s*[+-]?)${id}(?=\s*:)`);
  const noted = new RegExp(String.raw`^([Nn]ote\s[^:]*?)(?<=[\s,])${id}(?=\s*[,:])`);
  const rename = (line: string) =>
    line
      .replace(
        declared,
        (_, kind: string, alias = ` as ${name}`) => `${kind} _${name}${String(alias)}`,
      )
      .replace(from, `_${name}$1`)
      .replace(to, `$1_${name}`)
      .replace(noted, `$1_${name}`);
  const result = lines.map(rename);
  if (lines.some((line) => declared.test(line))) return result;
  // Who is named first stands first.
  const first = result.findIndex((line) => line.includes(`_${name}`));
  const [, sender = name] = to.exec(lines[first] ?? '')
    ? (/^(\S+?)\s*-/.exec(lines[first]!) ?? [])
    : [];
  const before = sender === name || declares(lines, sender) ? [] : [`participant ${sender}`];
  return result.toSpliced(first, 0, ...before, `participant _${name} as ${name}`);
}

function declares(lines: readonly string[], name: string): boolean {
  return lines.some((line) => /^(?:participant|actor)\s+(\S+)/.exec(line)?.[1] === name);
}
