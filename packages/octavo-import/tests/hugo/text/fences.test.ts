import { describe, expect, test } from 'vitest';
import { convertInfo } from '../../../src/text/fence-words.ts';
import { convert, diagnostics } from './text-context.ts';

/** Returns the info string of a fence after conversion. */
function info(infoString: string, markup = {}): string {
  return /^```(.*)/.exec(convert(`\`\`\`${infoString}\na\n\`\`\``, markup).text)![1]!;
}

describe('an info string is written in Octavo’s words', () => {
  test.each([
    ['', ''],
    ['go', 'go'],
    ['Go', 'Go'],
    ['go {linenos=true}', 'go showLineNumbers'],
    ['go{linenos=table}', 'go showLineNumbers'],
    ['go {linenos=false}', 'go'],
    ['go {hl_lines=[2,"4-5"]}', 'go {2,4-5}'],
    ['go {hl_lines="2 4-5"}', 'go {2,4-5}'],
    ['go {linenos=inline,hl_lines=[1],linenostart=10}', 'go {1} showLineNumbers startLine=10'],
    ['go {title="a b.go"}', 'go title="a b.go"'],
    ['go {filename="a.go" class="x" anchorlinenos=true}', 'go title="a.go"'],
    ['{linenos=true}', 'text showLineNumbers'],
    ['go title="a.go"', 'go title="a.go"'],
    ['go {1,3-4}', 'go {1,3-4}'],
    ['go file="a.go"', 'go title="a.go"'],
    ['go lines=1-2 what', 'go'],
    ['c++', 'c++'],
    ['golang', 'golang'],
    ['elisp', 'elisp'],
    ['bash-session', 'console'],
    ['console', 'console'],
    ['postgresql', 'sql'],
    ['config.toml', 'toml title="config.toml"'],
    ['goat', 'text'],
    ['nonsense', 'text'],
    ['math', 'tex'],
  ])('%j', (written, expected) => {
    expect(info(written)).toBe(expected);
  });

  test('with the settings of the site', () => {
    expect(info('go', { lineNos: true })).toBe('go showLineNumbers');
    expect(info('go {linenos=false}', { lineNos: true })).toBe('go');
    expect(info('', { lineNos: true })).toBe('');
    expect(info('math', { mathByTheme: true })).toBe('math');
  });

  test('and stays unchanged without redirects', () => {
    expect(convertInfo('go title="a"', { lineNos: false } as never)).toBeUndefined();
  });
});

test('losses are reported', () => {
  expect(diagnostics('a\n\n```nonsense {what=1}\n```')).toEqual([
    '3:1 info code: nonsense is an unknown language, shown as text',
    '3:1 info code: what of a block of code skipped',
  ]);
});

test('fences of other marks and within lists are found', () => {
  expect(convert('- ~~~go {linenos=true}\n  a\n  ~~~').text).toBe(
    '- ~~~go showLineNumbers\n  a\n  ~~~',
  );
});

test('a diagram stays one, without options', () => {
  expect(convert('```mermaid {theme=dark}\ngantt\n```').text).toBe('```mermaid\ngantt\n```');
});

test.each([
  ['```go\na', '```go\na\n```'],
  ['~~~~\na\n~~~\n', '~~~~\na\n~~~\n~~~~'],
  ['> ```\n> a\n\nb', '> ```\n> a\n> ```\n\nb'],
  ['- ```\n  a\n\nb', '- ```\n  a\n  ```\n\nb'],
  ['```\na\n```', '```\na\n```'],
])('a fence is closed where it ends: %j', (body, expected) => {
  expect(convert(body).text.trimEnd()).toBe(expected);
});
