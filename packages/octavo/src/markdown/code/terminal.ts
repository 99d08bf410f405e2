import { highlight, splitLines, type Run } from './highlighter.ts';

/** The kind of a prompt, which is the name of a class. */
const PROMPT = 'p';
/** The kind of what a command has printed. */
export const OUTPUT = 'o';

/** What a terminal session is made of: commands, each line with its prompt, and what was printed. */
export type SessionPart = { output: string[] } | { prompts: string[]; command: string[] };

/** `$ `, `# `, `> `, `~/notes $ `, `user@host:~$ `, `[user@host notes]# `, `(venv) $ `. */
const OPENING =
  /^(?:\([\w.-]+\) ?)?(?:\[[^\]\n]+\]|[\w.-]+@[\w.-]+(?:[: ][^\s$#%>]*)? ?|[~./][^\s$#%>]* ?|PS [^>\n]*)?[$#%>❯](?: |$)/;
const CONTINUED = /^(?:> ?)?/;

/**
 * Reads a terminal session. A line with a prompt is a command, and so are the lines that it goes
 * on in: after a backslash, up to the end of a heredoc. All else was printed. Since much that is
 * printed begins with `> `, that is a prompt only where the session opens with one.
 */
export function readSession(session: string): SessionPart[] {
  const parts: SessionPart[] = [];
  const arrows = session.startsWith('>');
  for (const line of session.split('\n')) {
    const last = parts.at(-1);
    const goesOn = last !== undefined && 'command' in last && isOpen(last.command);
    const prompt = (goesOn ? CONTINUED : OPENING).exec(line)?.[0];
    if (goesOn) {
      last.prompts.push(prompt!);
      last.command.push(line.slice(prompt!.length));
    } else if (prompt !== undefined && (arrows || !prompt.startsWith('>'))) {
      parts.push({ prompts: [prompt], command: [line.slice(prompt.length)] });
    } else if (last && 'output' in last) last.output.push(line);
    else parts.push({ output: [line] });
  }
  return parts;
}

const HEREDOC = /(?<!<)<<-?\s*['"]?([A-Za-z_]\w*)['"]?/;
const ENDS_IN_BACKSLASH = /(?<!\\)(?:\\\\)*\\$/;

/** True where the next line belongs to a command. */
function isOpen([line = '', ...others]: readonly string[]): boolean {
  const [, until] = HEREDOC.exec(line) ?? [];
  if (until === undefined) return others.length > 0 ? isOpen(others) : ENDS_IN_BACKSLASH.test(line);
  const end = others.findIndex((other) => other.trim() === until);
  return end === -1 || isOpen(others.slice(end + 1));
}

/** Returns a session as runs: its commands colored as those of a shell. */
export async function highlightSession(session: string): Promise<Run[]> {
  const parts = readSession(session).map(async (part): Promise<Run[]> => {
    if ('output' in part) return [[`${part.output.join('\n')}\n`, OUTPUT]];
    const lines = splitLines([...(await highlight(part.command.join('\n'), 'sh')), ['\n', '']]);
    const prompts = part.prompts.map((prompt): Run[] => (prompt ? [[prompt, PROMPT]] : []));
    return lines.flatMap((runs, index) => [...(prompts[index] ?? []), ...runs]);
  });
  return (await Promise.all(parts)).flat();
}
