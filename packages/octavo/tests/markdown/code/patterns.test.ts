import { describe, expect, test } from 'vitest';
import { addPatterns } from '../../../../../scripts/patterns.ts';
import { compile, translate, type Translation } from '../../../src/markdown/code/patterns.ts';

const LINES = [
  'export const rate = async <T>(a_1: number, B2 = 0xFf): Promise<T> => await f?.x(`${a_1}`);',
  'func (s *Server90) Name() (map[string]int, error) { var a0 = s.x0["a b"]; return a0, nil }',
  '[[ -n "$name" ]] && for i in {1..3}; do echo "${i%%.*}" | sed \'s/a\\tb/_/g\'; done',
  '\tprintf("%5.2f\\n", 1e-3);\v\f#define MAX(a, b) ((a) > (b) ? (a) : (b))',
  '',
];

describe('a pattern for ASCII', () => {
  test.each(['bash', 'go', 'rust'] as const)(
    'matches as the one for any text: %s',
    async (name) => {
      const patterns = new Map<string, Translation>();
      await addPatterns(name, patterns);
      expect(patterns.size).toBeGreaterThan(70);
      const different = [...patterns.values()].filter((translation) => {
        const [ofAscii, ofAny] = [true, false].map((isAscii) =>
          matches(compile(translation, isAscii)),
        );
        return ofAscii !== ofAny;
      });
      expect(different).toEqual([]);
    },
  );

  test.each([
    [String.raw`\p{Alpha}+`, 'é', 'a'],
    [String.raw`[^\p{L}\p{M}]`, 'a', 'é'],
    [String.raw`\\p\{L\}`, 'a', '\\p{L}'],
  ])('has only the ASCII characters of a property: %s', (source, without, within) => {
    const pattern = compile([source, 'v'], true);
    expect([without, within].map((text) => pattern.test(text))).toEqual([false, true]);
  });
});

test('a translation has what a RegExp alone cannot express', () => {
  expect(translate(String.raw`\h+`)).toEqual([String.raw`\p{AHex}+`, 'dgv']);
  const atomic = translate('(?>a+)b');
  expect(atomic[2]).toEqual({ hiddenCaptures: [1] });
  expect(compile(JSON.parse(JSON.stringify(atomic)) as Translation, true).exec('aab')).toHaveLength(
    1,
  );
});

/** Returns the positions of matches in each line, from its start and from its fifth character. */
function matches(pattern: RegExp): string {
  const found = LINES.flatMap((line) =>
    [0, 4].map((start) => {
      pattern.lastIndex = start;
      return pattern.exec(`${line}\n`)?.indices;
    }),
  );
  return JSON.stringify(found);
}
