import { describe, expect, test } from 'vitest';
import { readSession } from '../../../src/markdown/code/terminal.ts';

/** Writes a session as `$ |command`, with what was printed after `= `. */
const read = (session: string) =>
  readSession(session).flatMap((part) =>
    'output' in part
      ? part.output.map((line) => `= ${line}`)
      : part.command.map((line, index) => `${part.prompts[index] ?? ''}|${line}`),
  );

describe('a terminal session has commands and what they printed', () => {
  test.each([
    ['a dollar', '$ ls\na.ts', ['$ |ls', '= a.ts']],
    ['root', '# ls\na.ts', ['# |ls', '= a.ts']],
    ['user and host', 'jane@host:~$ ls\na', ['jane@host:~$ |ls', '= a']],
    ['a folder', 'jane@host:~/a/b$ ls', ['jane@host:~/a/b$ |ls']],
    ['in brackets', '[jane@host a]# ls', ['[jane@host a]# |ls']],
    ['an environment', '(venv) $ ls', ['(venv) $ |ls']],
    ['a path', '~/notes $ ls', ['~/notes $ |ls']],
    ['zsh', '% ls', ['% |ls']],
    ['PowerShell', 'PS C:\\a> ls', ['PS C:\\a> |ls']],
    ['a session of arrows', '> ls\na\n> cd b', ['> |ls', '= a', '> |cd b']],
    ['a prompt alone', '$ ls\n$', ['$ |ls', '$|']],
    [
      'what is printed with an arrow',
      '$ npm test\n\n> a\n> b',
      ['$ |npm test', '= ', '= > a', '= > b'],
    ],
    ['only what is printed', 'a\nb', ['= a', '= b']],
    ['a price', 'costs $ 5', ['= costs $ 5']],
    ['a dollar without a space', '$HOME is set', ['= $HOME is set']],
    ['a sum in percent', '50% done', ['= 50% done']],
    ['a backslash', '$ a \\\n  b\nc', ['$ |a \\', '|  b', '= c']],
    ['two of them', '$ a \\\n> b \\\n> c\nd', ['$ |a \\', '> |b \\', '> |c', '= d']],
    ['an escaped backslash', '$ echo \\\\\na', ['$ |echo \\\\', '= a']],
    ['a heredoc', '$ cat <<EOF\na\n$ b\nEOF\nc', ['$ |cat <<EOF', '|a', '|$ b', '|EOF', '= c']],
    [
      'a heredoc with prompts',
      "$ cat <<-'END' > a\n> a\n> END\nb",
      ["$ |cat <<-'END' > a", '> |a', '> |END', '= b'],
    ],
    ['a string', '$ cat <<< EOF\na', ['$ |cat <<< EOF', '= a']],
  ])('%s', (_, session, expected) => {
    expect(read(session)).toEqual(expected);
  });
});
