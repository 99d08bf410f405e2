import { describe, expect, test } from 'vitest';
import { fromHtml, fromMarkdown } from './portable.ts';

const fence = (info: string, text: string) => fromMarkdown(`\`\`\`\`${info}\n${text}\n\`\`\`\`\n`);

const block = (text: string, language = '') =>
  `<pre><code${language && ` class="language-${language}"`}>${text}\n</code></pre>`;

const THREE = 'const a = 1;\n\nconst b = 2;';

describe('a block of code', () => {
  test.each([
    ['is plain text', 'ts', 'const a = 1;', 'const a = 1;'],
    ['keeps its white space', 'go', 'func a() {\n\tb()  // c\n\n}', 'func a() {\n\tb()  // c\n\n}'],
    ['keeps what looks like HTML', 'html', '<p>&amp;</p>', '&lt;p>&amp;amp;&lt;/p>'],
    ['has no numbers of lines', 'ts showLineNumbers startLine=9', THREE, THREE],
    ['is plain without a language', '', 'a', 'a'],
    ['keeps prompts and what was printed', 'console', '$ ls\na  b\n# c', '$ ls\na  b\n# c'],
    ['is whole where a part is collapsed', 'ts collapse={2}', THREE, THREE],
  ])('%s', async (_, info, text, expected) => {
    expect(await fence(info, text)).toBe(block(expected, info.split(' ')[0]));
  });

  test.each([
    ['of its file', 'file="./a.py"', 'py'],
    ['as written', 'C++', 'C++'],
    ['that nobody knows', 'nothing', 'nothing'],
    ['beside a title', 'go title="a.ts"', 'go'],
  ])('has a class of its language: %s', async (_, info, language) => {
    expect(await fence(info, 'a')).toContain(`<pre><code class="language-${language}">`);
  });

  test('has its title in a line above it', async () => {
    expect(await fence('ts title="src/a <b>.ts"', 'a')).toBe(
      `<p><strong>src/a &lt;b>.ts</strong></p>${block('a', 'ts')}`,
    );
  });

  test('has marked lines marked', async () => {
    expect(await fence('ts {1,3}', THREE)).toBe(
      block('<mark>const a = 1;</mark>\n<mark>\nconst b = 2;</mark>', 'ts'),
    );
  });

  test('has one mark for lines that follow each other', async () => {
    expect(await fence('ts {2-3}', 'a\nb\nc\nd')).toBe(block('a<mark>\nb\nc</mark>\nd', 'ts'));
  });

  test('has no mark on an empty line', async () => {
    expect(await fence('ts {2}', THREE)).toBe(block(THREE, 'ts'));
  });

  test.each([
    ['of a diff', 'diff ts', '-a\n+b\n+\n\n c', '-a\n+b\n+\n\n c'],
    ['by number', 'ts del={1} ins={2,3}', 'a\nb\n\n\nc', '-a\n+b\n+\n\n c'],
  ])('has signs at lines that are inserted and deleted: %s', async (_, info, text, expected) => {
    expect(await fence(info, text)).toBe(block(expected, 'diff'));
  });

  test('has a mark beside its signs', async () => {
    expect(await fence('ts {1} ins={3}', THREE)).toBe(
      block('<mark> const a = 1;</mark>\n\n+const b = 2;', 'diff'),
    );
  });

  test('in HTML is plain text too', () => {
    expect(
      fromHtml(
        '<pre class="x"><code class="y language-go"><span style="color: red">a</span>\n\tb</code></pre>',
      ),
    ).toBe('<pre><code class="language-go">a\n\tb</code></pre>');
    expect(fromHtml('<pre><code class="y">a</code></pre>')).toBe('<pre><code>a</code></pre>');
  });
});
