import { describe, expect, test } from 'vitest';
import { withoutControls } from '../../src/feeds/xml.ts';

describe('a text in XML', () => {
  test.each([
    ['zero', 0x0],
    ['backspace', 0x8],
    ['a vertical tab', 0xb],
    ['a form feed', 0xc],
    ['shift out', 0xe],
    ['escape', 0x1b],
    ['the last control character', 0x1f],
    ['U+FFFE', 0xfffe],
    ['U+FFFF', 0xffff],
  ])('has no character that XML forbids: %s', (_, code) => {
    const text = `a${String.fromCharCode(code)}b`;
    expect(withoutControls(text)).toBe('ab');
  });

  test('has none of several either', () => {
    expect(withoutControls('\u0000a\u0008\u001Bb\uFFFF')).toBe('ab');
  });

  test.each([
    ['a tab', 0x9],
    ['a line feed', 0xa],
    ['a carriage return', 0xd],
    ['a space', 0x20],
    ['delete', 0x7f],
    ['U+FFFD', 0xfffd],
    ['the first of the private use', 0xe000],
  ])('keeps what XML allows: %s', (_, code) => {
    const text = `a${String.fromCharCode(code)}b`;
    expect(withoutControls(text)).toBe(text);
  });
});
