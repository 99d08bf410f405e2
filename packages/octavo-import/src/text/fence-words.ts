import { CODE_WORDS, parseCodeInfo } from 'octavo/internal/markdown/code/fence-options';
import { languageNamed } from 'octavo/internal/markdown/code/highlighter';
import type { TextContext } from './text-source.ts';

type Markup = TextContext['markup'];

interface FenceWords {
  infoString: string;
  /** What is lost. */
  diagnostics: string[];
}

/** Returns an info string of Octavo's for a language and options of Hugo's `highlight`. */
export function fenceWords(
  language: string,
  options: ReadonlyMap<string, string>,
  { lineNos }: Markup,
  others = '',
): FenceWords {
  const diagnostics: string[] = [];
  const words = [languageOf(language, diagnostics)];
  const title = TITLES.map((name) => options.get(name)).find(Boolean);
  if (title !== undefined) words.push(`title="${title.replaceAll('"', "'")}"`);
  const marked = markedLines(options.get('hl_lines') ?? '');
  if (marked !== '') words.push(`{${marked}}`);
  words.push(...numbering(options, lineNos && language !== ''));
  const lost = [...options.keys()].filter((name) => !KNOWN.has(name));
  if (lost.length > 0) diagnostics.push(`${lost.join(', ')} of a block of code skipped`);
  if (others !== '') words.push(others);
  // Words are those of a language: without one it is plain text.
  if (words[0] === '' && words.length > 1) words[0] = 'text';
  return { infoString: words.filter(Boolean).join(' '), diagnostics };
}

function numbering(options: ReadonlyMap<string, string>, isNumbered: boolean): string[] {
  const numbered = options.get('linenos') ?? String(isNumbered);
  const start = options.get('linenostart') ?? '1';
  return [
    ...(numbered === 'false' ? [] : ['showLineNumbers']),
    ...(/^\d{1,6}$/.test(start) && start !== '1' ? [`startLine=${start}`] : []),
  ];
}

/** What themes call the line above a block. */
const TITLES = ['title', 'filename', 'file', 'name', 'caption'];

/** Options that are read, or whose loss is not reported. */
const KNOWN = new Set([
  ...TITLES,
  ...'linenos hl_lines linenostart anchorlinenos lineanchors hl_inline noclasses style tabwidth guesssyntax nohl codefences linenumbersintable class id hidecode open lang type code options wrapperclass'.split(
    ' ',
  ),
]);

/** `2 4-5`, `[2,"4-5"]`. */
function markedLines(lines: string): string {
  return [...lines.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)]
    .filter(([, first, last = first]) => Number(first) > 0 && Number(first) <= Number(last))
    .map(([, first = '', last]) => (last === undefined ? first : `${first}-${last}`))
    .join(',');
}

/** Reads options as `highlight` takes them: `linenos=table,hl_lines=8 15-17,linenostart=199`. */
export function readHighlightOptions(written: string): Map<string, string> {
  const options = new Map<string, string>();
  const pair = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\[[^\]]*\])|([^,]*))/g;
  for (const [, key = '', ...values] of written.matchAll(pair))
    options.set(key.toLowerCase(), (values.find((value) => value !== undefined) ?? '').trim());
  return options;
}

/**
 * Returns the info string of a fence in Octavo's words, and what is lost; `undefined` where it
 * stays as it is.
 */
export function convertInfo(infoString: string, markup: Markup): FenceWords | undefined {
  const { language, words, attributes } = partsOf(infoString);
  const options = readAttributes(attributes ?? '');
  const kept = wordsOf(words, options).join(' ');
  const file = fileNamed(language);
  if (file !== undefined) {
    if (!options.has('title')) options.set('title', language);
    return fenceWords(file, options, markup, kept);
  }
  const isOctavos = attributes === undefined || isMarks(attributes);
  const isKept = kept === words && languageOf(language, []) === language;
  if (isOctavos && isKept && !(markup.lineNos && language !== '')) return undefined;
  return fenceWords(language, options, markup, kept);
}

/** Parts an info string into its language, other words, and attributes in braces at its end. */
function partsOf(infoString: string) {
  const [, language = '', words = '', attributes] =
    /^\s*([^\s{]*)([^{]*?)\s*(?:\{(.*)\}\s*)?$/.exec(infoString) ?? [];
  if (attributes !== undefined) return { language, words: words.trim(), attributes };
  const [first = ''] = /^[^\s{]*/.exec(infoString.trim()) ?? [];
  return { language: first, words: infoString.trim().slice(first.length).trim(), attributes };
}

/** Returns the language of what is the name of a file, `config.toml`. */
function fileNamed(name: string): string | undefined {
  const [, ending] = /^[\w-]+\.(\w+)$/.exec(name) ?? [];
  if (ending === undefined || ALIASES.has(name.toLowerCase())) return undefined;
  const language = languageOf(ending, []);
  return language === 'text' && ending !== 'txt' ? undefined : language;
}

/** True for what is Octavo's own: `{2,4-6}`. */
function isMarks(attributes: string): boolean {
  return /^[\d,\s-]+$/.test(attributes);
}

function readAttributes(written: string): Map<string, string> {
  if (isMarks(written)) return new Map([['hl_lines', written]]);
  const options = new Map<string, string>();
  const pair = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\[[^\]]*\])|([^\s,}]*))/g;
  for (const [, key = '', ...values] of written.matchAll(pair))
    options.set(key.toLowerCase(), values.find((value) => value !== undefined) ?? '');
  return options;
}

/** Returns the words behind a language that Octavo knows; a file is a title, for Hugo quotes none. */
function wordsOf(words: string, options: Map<string, string>): string[] {
  const known: string[] = [];
  for (const [word] of words.matchAll(/[^\s="']+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}|\S*))?|\S+/g)) {
    const [, name = '', value = ''] = /^(file|filename|name)=["']?([^"']*)["']?$/.exec(word) ?? [];
    if (name !== '' && value !== '') options.set(name, value);
    else if (CODE_WORDS.includes(/^[^=]*/.exec(word)![0]) || word.startsWith('{')) known.push(word);
  }
  return known.filter(
    (word) => !word.startsWith('lines=') && parseCodeInfo(`text ${word}`).problems.length === 0,
  );
}

/** Returns a language as Octavo names it; `text` for one that it does not know. */
function languageOf(language: string, diagnostics: string[]): string {
  if (language === '' || SPECIAL.has(language)) return language;
  const lower = language.toLowerCase();
  const name = ALIASES.get(lower) ?? language;
  if (name !== language || SESSIONS.has(lower) || languageNamed(language) !== undefined)
    return name;
  const known = [/^\.?([\w+#-]+)$/.exec(lower)?.[1], lower.replace(/[^\w+#].*$/, '')].find(
    (other) => other && languageNamed(other) !== undefined,
  );
  if (known !== undefined) return known;
  diagnostics.push(`${language} is an unknown language, shown as text`);
  return 'text';
}

const SPECIAL = new Set(['mermaid', 'math']);
const SESSIONS = new Set(['console', 'shellsession', 'terminal']);

/** What Chroma calls otherwise than Shiki. */
const ALIASES = new Map(
  Object.entries({
    asm: 'armasm gas gasm nasm',
    apache: 'apacheconf aconf',
    bash: 'zsh-script',
    clojure: 'edn',
    'common-lisp': 'cl common-lisp lisp-lisp',
    console: 'bash-session sh-session shell-session',
    cpp: 'cplusplus cxx hxx',
    docker: 'containerfile',
    dotenv: 'env .env',
    elisp: 'elisp emacs-lisp emacs emacslisp',
    groovy: 'gradle',
    html: 'go-html-template go-template gohtml gotmpl htmldjango xhtml',
    ini: 'cfg conf dosini',
    javascript: 'node nodejs ecmascript',
    jsx: 'react',
    makefile: 'mf bsdmake',
    'objective-c': 'obj-c objectivec mm',
    pascal: 'delphi pas objectpascal',
    proto: 'protocol-buffer',
    python: 'python2 python3 py2 py3 sage starlark bazel bzl',
    raku: 'pl6',
    sql: 'mysql postgresql postgres psql sqlite sqlite3 mariadb tsql t-sql plpgsql pgsql',
    systemd: 'unit',
    terraform: 'tf',
    text: 'no-highlight nohighlight output ascii raw tree log goat stdout log-output org orgmode',
    vb: 'vb.net vbnet',
    viml: 'vim viml',
    yaml: 'docker-compose',
  }).flatMap(([name, others]) =>
    others
      .split(' ')
      .filter((other) => other !== '' && languageNamed(name) !== undefined)
      .map((other): [string, string] => [other, name]),
  ),
);
ALIASES.set('bash-session', 'console');
