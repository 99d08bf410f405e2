import { readFileSync } from 'node:fs';
import { createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages, type BundledLanguage } from 'shiki/langs';
import { describe, expect, test } from 'vitest';
import { createRegexEngine } from '../../../src/markdown/code/regex-engine.ts';

const html = `<!doctype html><style>a:hover { color: #fff }</style>
<script>const re = /[/]\\/"/g; let s = \`a\${b ? \`c\` : 'd'}e\`;</script><p class="x">A &amp; B</p>`;

const SAMPLES: [BundledLanguage, string][] = [
  ['ts', readFileSync(new URL(import.meta.url), 'utf8')],
  ['tsx', 'const a = <B<string> c={d => <p>{`x${d}`}</p>} />;\n'],
  ['html', html],
  [
    'md',
    `# One\n\n> *two* **three** [four](five)\n\n\`\`\`js\nlet a = 1\n\`\`\`\n\n1. x\n   - y\n`,
  ],
  ['json', readFileSync('package.json', 'utf8')],
  ['yaml', 'a: &b\n  - "c": !!str d # e\n  - |\n    f: g\n\n  - h\n'],
  [
    'sh',
    'cat <<EOF | grep -v "$(date +%Y)" # c\na ${b:-c} `d`\nEOF\nif [[ -f "$x" ]]; then y; fi\n',
  ],
  [
    'python',
    'def f(x: int = 3) -> str:\n    """Doc {x}."""\n    return f"{x!r:>{10}} \\n" + r"\\d"\n',
  ],
  ['go', 'func (s *S) F(a ...int) (err error) { ch := make(chan<- int, 0x1F); return }\n'],
  ['rust', "fn f<'a, T: Fn(&'a str)>(x: T) -> u8 { r#\"a\"#; b'\\n' /* /* x */ */ }\n"],
  ['c', '#define A(x) \\\n  do { x; } while (0)\nstatic const char *s = "a\\n" "b"; // c\n'],
  ['cpp', 'template <typename T> auto f(T&& x) -> decltype(x) { return R"d(a)d"; }\n'],
  ['sql', "SELECT a.b, Count(*) FROM c WHERE d LIKE 'e''%' -- f\nORDER by 1;\n"],
  ['php', "<?php echo <<<'X'\n a $b\nX; ?>\n<p><?= $a->b['c'] ?></p>\n"],
  ['ruby', 'x = <<~A\n  a #{b}\nA\nputs %w[a b], :c, /d#{e}/i\n'],
  ['diff', '--- a/b\n+++ b/b\n@@ -1,2 +1,2 @@\n-x\n+y\n z\n'],
  ['docker', 'FROM a:1 AS b\nRUN x && \\\n  y # z\nCMD ["a"]\n'],
  ['css', '@media (width > 1px) { a::before { content: "\\201C"; color: rgb(0 0 0 / 50%) } }\n'],
  ['latex', '\\section{A} $x^2$ % c\n\\begin{verbatim}\n\\x\n\\end{verbatim}\n'],
  ['make', 'a: b\n\t@echo $(C) $@\nifeq (a,b)\nD := e\nendif\n'],
];

// Large grammars take long where the machine is busy.
describe('colours code as the engine of shiki does', { timeout: 60_000 }, () => {
  test.each(SAMPLES)('%s', async (language, code) => {
    const engines = [createJavaScriptRegexEngine({ forgiving: true }), createRegexEngine()];
    const [expected, ours] = await Promise.all(
      engines.map(async (engine) => {
        const highlighter = await createHighlighterCore({
          ...{ engine, themes: [import('shiki/themes/nord.mjs')], warnings: false },
          langs: [bundledLanguages[language]],
        });
        const options = { lang: language, theme: 'nord', tokenizeTimeLimit: 0 };
        return highlighter.codeToTokensBase(code, options);
      }),
    );
    expect(ours).toEqual(expected);
  });
});

/** Returns the places of the matches that a scanner finds, from one to the next. */
function matches(patterns: string[], text: string): [index: number, ...span: number[]][] {
  const { createScanner, createString } = createRegexEngine();
  const [scanner, line] = [createScanner(patterns), createString(text)];
  const found: [index: number, ...span: number[]][] = [];
  let from = 0;
  for (;;) {
    const match = scanner.findNextMatchSync(line, from, 0);
    if (!match) return found;
    const [{ start, end } = { start: 0, end: 0 }] = match.captureIndices;
    found.push([match.index, start, end]);
    from = Math.max(end, from + 1);
  }
}

test('the first match wins, and of those at one place that of the first pattern', () => {
  expect(matches(['b', 'a', 'ab?'], 'xab ab')).toEqual([
    [1, 1, 2],
    [0, 2, 3],
    [1, 4, 5],
    [0, 5, 6],
  ]);
});

test('what depends on where a search begins is searched for at each place', () => {
  expect(matches(['\\Ga', 'b'], 'aab a')).toEqual([
    [0, 0, 1],
    [0, 1, 2],
    [1, 2, 3],
  ]);
  expect(matches(['(?<!a)b', '(?!\\G)c'], 'bcabc')).toEqual([
    [0, 0, 1],
    [1, 4, 5],
  ]);
});

test('a line is searched from its beginning again', () => {
  const { createScanner, createString } = createRegexEngine();
  const [scanner, line] = [createScanner(['a', '(?<=x)b']), createString('a xb')];
  const places = [0, 1, 4, 0, 3].map(
    (from) => scanner.findNextMatchSync(line, from, 0)?.captureIndices[0]?.start,
  );
  expect(places).toEqual([0, 3, undefined, 0, 3]);
});

test('a pattern is remembered for the scanner of another as well, line by line', () => {
  const { createScanner, createString } = createRegexEngine();
  const [one, other] = [createScanner(['a', 'b']), createScanner(['b', 'a'])];
  const lines = ['ba', 'ab', 'x'].map(createString);
  const indices = lines.map((line) =>
    [one, other].map((scanner) => scanner.findNextMatchSync(line, 0, 0)?.index),
  );
  expect(indices).toEqual([
    [1, 0],
    [0, 1],
    [undefined, undefined],
  ]);
});

test('groups are told by their places, and what JavaScript cannot read is left out', () => {
  const { createScanner } = createRegexEngine();
  const match = createScanner(['(', '(a)|(b)']).findNextMatchSync('xb', 0, 0);
  expect(match).toEqual({
    index: 1,
    captureIndices: [
      { start: 1, end: 2, length: 1 },
      { start: 4_294_967_295, end: 4_294_967_295, length: 0 },
      { start: 1, end: 2, length: 1 },
    ],
  });
});
