import { describe, expect, test } from 'vitest';
import { linesOf, table } from '../../scripts/lines.ts';

const SCRIPT = `// A comment.
/** One
    of two lines. */
const url = 'https://example.org/*'; // behind code

const text = \`a // b \${/* c */ url}

/* no comment */\`;
const pattern = /\\/\\*/;
function empty() {
  // nothing
}
`;

const COMPONENT = `---
// A comment.
const a = "ü😀";
---

<!-- a
comment -->
<p>// {a}</p>
{/* a
comment */}
{a && (
  // a comment
  <b>{a}</b>
)}
<script>
  // a comment
  let b = 1;
</script>

<style>
  /* a
     comment */
  p {
    color: red;
  }
</style>
`;

describe('lines of code', () => {
  test.each([
    ['a.ts', SCRIPT, { code: 6, css: 0, data: 0 }],
    ['a.mjs', "#!/usr/bin/env node\nimport './a.js';\n", { code: 2, css: 0, data: 0 }],
    ['a.astro', COMPONENT, { code: 10, css: 5, data: 0 }],
    ['a.css', '/* a\n */\n\na {\n  color: red; /* b */\n}\n', { code: 0, css: 3, data: 0 }],
    ['a.json', '{\n  "a": 1\n}\n', { code: 0, css: 0, data: 3 }],
    ['a.yaml', '# a\n\na: 1\n', { code: 0, css: 0, data: 1 }],
    ['a.svg', '<svg/>', { code: 0, css: 0, data: 0 }],
  ])('of %s leave out comments and blank lines', (path, text, lines) => {
    expect(linesOf(path, text)).toEqual(lines);
  });

  test('are summed by room', () => {
    expect(
      table([
        ['octavo/bin/octavo.mjs', 'a();\n'],
        ['octavo/src/search/index/index.ts', 'a();\nb();\n'],
        ['octavo/src/search/page.ts', 'a();\n'],
      ]),
    ).toEqual([
      '                            code     css    data',
      'octavo/bin                     1       0       0',
      'octavo/src/search              3       0       0',
      'total                          4       0       0',
      'limit                     17,000',
    ]);
  });
});
