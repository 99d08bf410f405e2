import { parse as parseTomlSource, type TomlError } from 'smol-toml';
import { isMap as isYamlMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { isMap, type Values } from './values.ts';

/** What came of front matter, or of a file of configuration. */
export interface Parsed {
  /** Texts of YAML and JSON are as they were written; empty where there was an error. */
  values: Values;
  /** Lines are counted from the first of the source. */
  diagnostics: FormatDiagnostic[];
}

interface FormatDiagnostic {
  line: number;
  severity: 'error' | 'warning';
  message: string;
}

/** How often a source is fixed before it is given up. */
const ATTEMPTS = 20;

/** Reads YAML. What is no YAML is fixed line by line where that is plain. */
export function parseYaml(source: string): Parsed {
  const diagnostics: FormatDiagnostic[] = [];
  let text = source;
  for (let attempt = 0; attempt <= ATTEMPTS; attempt++) {
    const counter = new LineCounter();
    const document = parseDocument(text, {
      ...{ schema: 'failsafe', merge: true, uniqueKeys: false },
      ...{ lineCounter: counter, prettyErrors: false, logLevel: 'silent' },
    });
    const problem = yamlProblem(document, counter);
    if (!problem) {
      diagnostics.push(...duplicates(document, counter));
      return { values: (document.toJS() as Values | null) ?? {}, diagnostics };
    }
    const indented = indentQuoted(text, problem.line);
    if (indented !== undefined) {
      text = indented;
      continue;
    }
    const fixed = fixYaml(text, problem.line);
    if (!fixed) return failed(diagnostics, problem.line, `invalid YAML: ${problem.message}`);
    diagnostics.push({ line: fixed.line, severity: 'warning', message: fixed.message });
    text = fixed.text;
  }
  return failed(diagnostics, 1, 'invalid YAML');
}

function failed(diagnostics: FormatDiagnostic[], line: number, message: string): Parsed {
  return { values: {}, diagnostics: [...diagnostics, { line, severity: 'error', message }] };
}

function yamlProblem(document: Document, counter: LineCounter) {
  const [error] = document.errors;
  if (error) {
    const [said = ''] = error.message.split('\n');
    return { line: counter.linePos(error.pos[0]).line, message: said };
  }
  if (document.contents !== null && !isYamlMap(document.contents) && !isEmpty(document))
    return { line: 1, message: 'must be keys and values, like title: My post' };
  try {
    document.toJS();
    return undefined;
  } catch (thrown) {
    return { line: 1, message: (thrown as Error).message };
  }
}

/** A source of comments and white space alone. */
function isEmpty(document: Document): boolean {
  return isScalar(document.contents) && document.contents.value === '';
}

/** Hugo takes the last of keys that stand twice. */
function duplicates(document: Document, counter: LineCounter): FormatDiagnostic[] {
  if (!isYamlMap(document.contents)) return [];
  const seen = new Set<string>();
  return document.contents.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const name = String(key.value).toLowerCase();
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const { line } = counter.linePos(key.range?.[0] ?? 0);
    return [
      {
        line,
        severity: 'warning',
        message: `${name}: duplicate key; the last is used`,
      },
    ];
  });
}

const QUOTED =
  /^([ \t]*(?:- +)*(?:[\w.-]+:[ \t]+)?)("(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')[ \t]*(?=\n|$)/;

/**
 * Indents the lines of a quoted value, which libyaml and Go's parser, unlike YAML, let begin in any
 * column; `undefined` where no such value begins in the line.
 */
function indentQuoted(text: string, line: number): string | undefined {
  const lines = text.split('\n');
  const above = lines.slice(0, line - 1);
  const below = lines.slice(line - 1).join('\n');
  const indented = below.replace(QUOTED, (_, head: string, value: string) => {
    const indent = ' '.repeat(head.length);
    return head + value.replace(/\n[ \t]*(?=\S)/g, `\n${indent}`);
  });
  return indented === below ? undefined : [...above, indented].join('\n');
}

interface Mended {
  line: number;
  text: string;
  message: string;
}

/** Mends the line that a parser complains of, else one above it whose value looks wrong. */
function fixYaml(text: string, line: number): Mended | undefined {
  const lines = text.split('\n');
  const tab = lines.findIndex((one) => /^ *\t/.test(one));
  if (tab !== -1) {
    const spaces = lines.map((one, index) => withoutTabs(one, lines[index - 1] ?? ''));
    return {
      line: tab + 1,
      text: spaces.join('\n'),
      message: 'tabs cannot indent in YAML; read as spaces',
    };
  }
  const order = [
    line,
    ...Array.from({ length: line - 1 }, (_, index) => line - 1 - index),
    line + 1,
  ];
  for (const number of order) {
    const fixed = fixLine(lines[number - 1] ?? '');
    if (fixed === undefined) continue;
    const all = lines.map((one, index) => (index === number - 1 ? fixed : one)).join('\n');
    return {
      line: number,
      text: all,
      message: `invalid YAML, read as ${fixed.trim()}`,
    };
  }
  return undefined;
}

/** Tabs before a key become spaces; nothing where the line above cannot hold anything within. */
function withoutTabs(line: string, above: string): string {
  const isStray = /^[\w-]+:[ \t]+[^|>\s]/.test(above) && /^[ \t]+[\w-]+:/.test(line);
  return line.replace(/^[ \t]+/, (indent) => (isStray ? '' : indent.replaceAll('\t', '  ')));
}

/** A key whose value cannot stand without quotes gets them; `undefined` where a line looks right. */
function fixLine(line: string): string | undefined {
  const [, head = '', value = ''] = /^(\s*(?:- +)?[\w.-]+:)[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
  if (head === '') return undefined;
  if (value === '' || isQuoted(value) || /^[[{]/.test(value)) return undefined;
  if (!line.startsWith(`${head} `) || looksWrong(value))
    return `${head} ${JSON.stringify(unquoted(value))}`;
  return undefined;
}

function looksWrong(value: string): boolean {
  return /:(?:\s|$)|\s#|^[@`%&*!|>,?'"]|["']$/.test(value) && !/^[|>][-+\d]*$/.test(value);
}

function isQuoted(value: string): boolean {
  return /^"(?:[^"\\]|\\.)*"$|^'(?:[^']|'')*'$/.test(value);
}

/** Takes away a quote that has no partner, or that stands within its like. */
function unquoted(value: string): string {
  const [quote] = value;
  if (quote !== '"' && quote !== "'") return value;
  const inner = value.slice(1);
  return inner.endsWith(quote) ? inner.slice(0, -1) : inner;
}

/** Reads TOML; dates become text as they were written. */
export function parseToml(source: string): Parsed {
  const diagnostics: FormatDiagnostic[] = [];
  let text = source;
  for (let attempt = 0; attempt <= ATTEMPTS; attempt++) {
    try {
      return { values: plain(parseTomlSource(text)) as Values, diagnostics };
    } catch (error) {
      const { line = 1, message } = error as TomlError;
      const [, said = message] = /^Invalid TOML document: (.*)/.exec(message) ?? [];
      const fixed = fixToml(text, line, said);
      if (!fixed) return failed(diagnostics, line, `invalid TOML: ${said}`);
      diagnostics.push({ line: fixed.line, severity: 'warning', message: fixed.message });
      text = fixed.text;
    }
  }
  return failed(diagnostics, 1, 'invalid TOML');
}

function fixToml(text: string, line: number, said: string): Mended | undefined {
  const lines = text.split('\n');
  const wrong = lines[line - 1] ?? '';
  const replaced = (by: string) =>
    lines.map((one, index) => (index === line - 1 ? by : one)).join('\n');
  if (/redefine|duplicate|already/i.test(said)) {
    const [, key = wrong] = /^\s*([^=]+?)\s*=/.exec(wrong) ?? [];
    return { line, text: replaced(''), message: `${key}: duplicate key; the first is used` };
  }
  const [, head = '', value = ''] = /^(\s*[\w."-]+)[ \t]*[=:][ \t]*(.*?)[ \t]*$/.exec(wrong) ?? [];
  if (head === '') return undefined;
  const fixed = `${head} = ${JSON.stringify(unquoted(value))}`;
  if (fixed === wrong) return undefined;
  return {
    line,
    text: replaced(fixed),
    message: `invalid TOML, read as ${fixed.trim()}`,
  };
}

/** Dates as text: TOML has them as values. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace(/\.000(?=$|[Z+-])/, '');
  if (Array.isArray(value)) return value.map(plain);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

/** Reads JSON; what is nearly JSON is read as YAML is, which JSON is a part of. */
export function parseJson(source: string): Parsed {
  try {
    const values: unknown = JSON.parse(source);
    return { values: isMap(values) ? values : {}, diagnostics: [] };
  } catch (error) {
    const { values, diagnostics } = parseYaml(source.replaceAll('\t', '  '));
    const said = (error as Error).message;
    const severe = diagnostics.some(({ severity }) => severity === 'error');
    if (severe)
      return failed([], Number(/line (\d+)/.exec(said)?.[1] ?? 1), `invalid JSON: ${said}`);
    return {
      values,
      diagnostics: [
        {
          line: 1,
          severity: 'warning',
          message: `invalid JSON, read as far as possible (${said})`,
        },
      ],
    };
  }
}
