import { posix } from 'node:path';
import { defineHastPlugin, defineMdastPlugin } from 'satteri';
import type { Position } from '../../diagnostics/diagnostic.ts';
import { digestOf } from '../../digest-of.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { withoutControlCharacters } from '../../words/control-characters.ts';
import { codeBlock } from './code-block.ts';
import { parseCodeInfo, type CodeInfo } from './fence-options.ts';
import { stringsFor } from '../../strings/strings.ts';
import { documentOf, type MarkdownDocument } from '../document.ts';
import { ANSI, highlight, languageNamed, languageNames, type Run } from './highlighter.ts';
import { quotedCode } from './quoted-code.ts';
import { highlightSession } from './terminal.ts';
import type { MarkdownFeature } from '../feature.ts';
import { textOf, type Element } from '../tree.ts';

/** The languages of terminal sessions. */
const SESSIONS = ['console', 'shellsession'];

/** Blocks of code: colored, with the options of their info string, and a button that copies. */
export const code = {
  // Where raw HTML is on, the tree is parsed from HTML, which has neither position nor info string.
  mdast: defineMdastPlugin({
    name: 'octavo:fences',
    options: { position: true },
    code(node, ctx) {
      const { line, column } = node.position?.start ?? {};
      const dataInfo = [node.lang, node.meta].filter(Boolean).join(' ');
      const hProperties = { dataInfo, dataLine: line, dataColumn: column };
      ctx.setProperty(node, 'data', { ...node.data, hProperties });
    },
  }),
  hast: defineHastPlugin({
    name: 'octavo:code',
    element: {
      filter: ['pre'],
      visit(node, ctx) {
        const { dataInfo, dataLine, dataColumn } = node.properties;
        // Raw HTML.
        if (typeof dataInfo !== 'string') return ctx.setProperty(node, 'tabIndex', 0);
        const position = { line: Number(dataLine), column: Number(dataColumn) };
        return render(textOf(node).replace(/\n$/, ''), dataInfo, position, documentOf(ctx));
      },
    },
  }),
  checks: {
    // A fence that is never closed takes all that follows for code.
    'open-fence': ({ code }) =>
      code.flatMap(({ source, position }) => {
        const [fence] = /^(?:`{3,}|~{3,})/.exec(source) ?? [];
        // In a quotation the last line begins with `>`.
        if (!fence || new RegExp(`\\n[\\s>]*${fence}${fence[0]!}*\\s*$`).test(source)) return [];
        const message = `code: the fence is never closed; end it with a line ${fence}`;
        return [{ position, message }];
      }),
  },
} satisfies MarkdownFeature;

async function render(
  text: string,
  infoString: string,
  position: Position,
  document: MarkdownDocument,
): Promise<Element> {
  const info = parseCodeInfo(infoString);
  let source = sourceOf(text, info, position, document);
  if (info.diff) source = takeMarksOff(source, info);
  const language = source === '' ? '' : languageOf(info);
  // A file that a fence names may have them.
  if (language !== ANSI) source = withoutControlCharacters(source);
  const isColored = source !== '' && !document.onlyChecked;
  const runs = isColored ? await runsOf(source, language, document) : [];
  checkLines(info, source.split('\n').length);
  for (const problem of info.problems) document.report(position, `code: ${problem}`, 'code-fence');
  return codeBlock(runs, info, stringsFor(document.site));
}

/** Returns what a block shows: what is in its fence, or the file that it names. */
function sourceOf(
  text: string,
  info: CodeInfo,
  position: Position,
  document: MarkdownDocument,
): string {
  if (info.file === undefined) return text;
  if (text.trim() !== '')
    info.problems.push('the content of the fence is ignored, since it names a file; remove either');
  const quoted = quotedCode(info, document);
  if ('problem' in quoted) {
    document.report(position, `code: ${quoted.problem}`, 'code-file');
    return text;
  }
  info.startLine ??= info.lines?.[0];
  return quoted.text;
}

/** Takes the marks off the lines of a diff, and notes which lines had one. */
function takeMarksOff(diff: string, info: CodeInfo): string {
  const lines = diff.split('\n');
  // In what `diff` prints, lines that have not changed begin with a space of its own.
  const printed = lines.every((line) => /^(?:[-+ ]|$)/.test(line));
  const unmarked = lines.map((line, index) => {
    if (line.startsWith('+')) info.inserted.add(index + 1);
    else if (line.startsWith('-')) info.deleted.add(index + 1);
    else return printed ? line.slice(1) : line;
    return line.slice(1);
  });
  return unmarked.join('\n');
}

/** Returns the runs of a block, which ends its last line; those of an earlier rendering if it has them. */
async function runsOf(
  source: string,
  language: string,
  { colored: { before, now } }: MarkdownDocument,
): Promise<Run[]> {
  const key = digestOf(language, source);
  return (now[key] = before[key] ?? (await color(source, language)));
}

async function color(source: string, language: string): Promise<Run[]> {
  if (SESSIONS.includes(language)) return highlightSession(source);
  return [...(await highlight(source, language)), ['\n', '']];
}

/** Returns the language of a block, by default that of its file. */
function languageOf({ language, file, problems }: CodeInfo): string {
  if (language === '' && file !== undefined)
    return languageNamed(posix.extname(file).slice(1)) ?? '';
  const known = languageNamed(language);
  if (known !== undefined) return known;
  const suggestion = didYouMean(language, languageNames);
  problems.push(`unknown language ${language}, shown without colors${suggestion}`);
  return '';
}

/** Notes each line that is asked for and not there. */
function checkLines({ marked, inserted, deleted, collapsed, problems }: CodeInfo, count: number) {
  const asked = [...marked, ...inserted, ...deleted, ...collapsed];
  const last = asked.reduce((one, other) => Math.max(one, other), 0);
  if (last > count) problems.push(`no line ${last}; the block ends with line ${count}`);
}
