import { describe, expect, test } from 'vitest';
import { Progress } from '../../src/terminal/progress.ts';

function shown(isTTY: boolean): string {
  let written = '';
  const write = (text: string) => {
    written += text;
    return true;
  };
  const progress = new Progress({ isTTY, write });
  progress.show('Checked 1 of 2 files');
  progress.show('Checked 2 of 2 files');
  progress.clear();
  return written;
}

describe('progress', () => {
  test('is one line on a terminal, which goes at the end', () => {
    const written = shown(true);
    expect(written).toContain('Checked 1 of 2 files');
    expect(written).not.toContain('Checked 2 of 2 files');
    expect(written.endsWith('\u001B[2K')).toBe(true);
  });

  test('is nothing in a pipe', () => {
    expect(shown(false)).toBe('');
  });
});
