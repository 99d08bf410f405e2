import { describe, expect, test } from 'vitest';
import { decodeCbor, encodeCbor, type Cbor } from '../../src/build/cbor.ts';

/** RFC 8949, appendix A, where it has integers, texts and arrays. */
const EXAMPLES: [Cbor, string][] = [
  [0, '00'],
  [10, '0a'],
  [23, '17'],
  [24, '1818'],
  [100, '1864'],
  [1000, '1903e8'],
  [1_000_000, '1a000f4240'],
  [-1, '20'],
  [-100, '3863'],
  [-1000, '3903e7'],
  ['', '60'],
  ['IETF', '6449455446'],
  ['ü', '62c3bc'],
  ['水', '63e6b0b4'],
  [[], '80'],
  [[1, [2, 3], [4, 5]], '8301820203820405'],
  [
    Array.from({ length: 25 }, (_, index) => index + 1),
    '98190102030405060708090a0b0c0d0e0f101112131415161718181819',
  ],
];

describe.each(EXAMPLES)('%j', (value, hex) => {
  test('is written and read as CBOR', () => {
    expect(encodeCbor(value).toString('hex')).toBe(hex);
    expect(decodeCbor(Buffer.from(hex, 'hex'))).toEqual(value);
  });
});

test.each(['f5', 'fb3ff199999999999a', '1b000000e8d4a51000', 'a0'])(
  'what Pagefind does not write is refused: %s',
  (hex) => {
    expect(() => decodeCbor(Buffer.from(hex, 'hex'))).toThrow('an index of Pagefind');
  },
);
