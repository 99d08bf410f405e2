import { describe, expect, test } from 'vitest';
import { parseCodeInfo, type CodeInfo } from '../../../src/markdown/code/fence-options.ts';

const NOTHING: CodeInfo = {
  language: '',
  diff: false,
  marked: new Set(),
  inserted: new Set(),
  deleted: new Set(),
  collapsed: new Set(),
  showLineNumbers: false,
  wrap: false,
  problems: [],
};

describe('an info string asks for', () => {
  test.each<[string, Partial<CodeInfo>]>([
    ['', {}],
    ['ts', { language: 'ts' }],
    ['c++', { language: 'c++' }],
    ['C#', { language: 'C#' }],
    ['objective-c', { language: 'objective-c' }],
    ['ts title="src/a b.ts"', { language: 'ts', title: 'src/a b.ts' }],
    ['ts title=\'a "b"\'', { language: 'ts', title: 'a "b"' }],
    ['ts title=a.ts', { language: 'ts', title: 'a.ts' }],
    ['ts title="{2}"', { language: 'ts', title: '{2}' }],
    ['title="notes"', { title: 'notes' }],
    ['ts {2,4-6}', { language: 'ts', marked: new Set([2, 4, 5, 6]) }],
    ['ts { 2, 4 - 5 }', { language: 'ts', marked: new Set([2, 4, 5]) }],
    ['ts{2}', { language: 'ts', marked: new Set([2]) }],
    ['{2}', { marked: new Set([2]) }],
    ['ts {1} {3}', { language: 'ts', marked: new Set([1, 3]) }],
    ['ts ins={3} del={4-5}', { language: 'ts', inserted: new Set([3]), deleted: new Set([4, 5]) }],
    ['ts ins=3', { language: 'ts', inserted: new Set([3]) }],
    ['ts collapse={5-7}', { language: 'ts', collapsed: new Set([5, 6, 7]) }],
    ['ts showLineNumbers', { language: 'ts', showLineNumbers: true }],
    ['ts showLineNumbers startLine=10', { language: 'ts', showLineNumbers: true, startLine: 10 }],
    ['ts wrap', { language: 'ts', wrap: true }],
    ['diff', { language: 'diff' }],
    ['diff ts', { language: 'ts', diff: true }],
    ['diff ts wrap', { language: 'ts', diff: true, wrap: true }],
    ['diff wrap', { language: 'diff', wrap: true }],
    ['diff title="a"', { language: 'diff', title: 'a' }],
    ['go file="../a.go" lines=10-20', { language: 'go', file: '../a.go', lines: [10, 20] }],
    ['go file="../a.go" lines=10', { language: 'go', file: '../a.go', lines: [10, 10] }],
    ['go file="../a.go" lines=10-', { language: 'go', file: '../a.go', lines: [10, Infinity] }],
    ['file="../a.go"', { file: '../a.go' }],
  ])('%s', (infoString, expected) => {
    expect(parseCodeInfo(infoString)).toEqual({ ...NOTHING, ...expected });
  });
});

describe('what is wrong with an info string is said', () => {
  test.each([
    ['ts titel="a"', 'unknown option titel; did you mean title?'],
    ['ts showlinenumbers', 'unknown option showlinenumbers; did you mean showLineNumbers?'],
    ['ts whatever', 'unknown option whatever'],
    ['ts {2', 'unknown option {'],
    ['ts wrap=1', 'wrap takes no value'],
    ['ts title', 'title needs a value; write title="src/a.ts"'],
    ['ts title=""', 'title needs a value; write title="src/a.ts"'],
    ['ts ins', 'ins needs a value; write ins={3}'],
    ['ts {a}', 'a is not a line or a range of lines; write {2,4-6}'],
    ['ts {0}', '0 is not a line or a range of lines; write {2,4-6}'],
    ['ts {5-2}', '5-2 is not a line or a range of lines; write {2,4-6}'],
    ['ts {}', '{} is not a line or a range of lines; write {2,4-6}'],
    ['ts del={x}', 'x is not a line or a range of lines; write del={4}'],
    ['ts startLine=x', 'startLine=x is not a line number; write startLine=10'],
    ['go file="a" lines=5-2', 'lines=5-2 is not a range of lines; write lines=10-20'],
    ['go lines=1-2', 'lines needs a file; write file="./a.ts"'],
    ['go file="a" lines=x', 'lines=x is not a range of lines; write lines=10-20'],
  ])('%s', (infoString, problem) => {
    expect(parseCodeInfo(infoString).problems[0]).toBe(problem);
  });
});
