import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderMistake, writeFolder } from '../src/new-folder.ts';

let parent: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'create-octavo-'));
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

describe('writeFolder', () => {
  test('writes files, and takes a new folder back with its parents', () => {
    const folder = join(parent, 'a/b');
    const remove = writeFolder(folder, { 'x.md': 'x', 'deep/y': new Uint8Array([1]) });
    expect(readFileSync(join(folder, 'x.md'), 'utf8')).toBe('x');
    expect(readFileSync(join(folder, 'deep/y'))).toEqual(Buffer.from([1]));
    mkdirSync(join(folder, 'node_modules/x'), { recursive: true });
    remove();
    expect(readdirSync(parent)).toEqual([]);
  });

  test('leaves an empty folder empty, but for .git', () => {
    mkdirSync(join(parent, '.git'));
    writeFolder(parent, { 'deep/x.md': 'x' })();
    expect(readdirSync(parent)).toEqual(['.git']);
  });
});

describe('folderMistake', () => {
  test('accepts a missing folder, an empty one and one with only .git', () => {
    expect(folderMistake(join(parent, 'missing'))).toBeUndefined();
    expect(folderMistake(parent)).toBeUndefined();
    mkdirSync(join(parent, '.git'));
    expect(folderMistake(parent)).toBeUndefined();
  });

  test('refuses a folder with a file, and a file', () => {
    writeFileSync(join(parent, '.x'), '');
    expect(folderMistake(parent)).toBe('is not empty; choose another folder');
    expect(folderMistake(join(parent, '.x'))).toBe('is not a folder');
    expect(existsSync(join(parent, '.x'))).toBe(true);
  });
});
