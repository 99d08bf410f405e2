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
import { folderError, writeFolder } from '../src/new-folder.ts';

let parent: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'create-octavo-'));
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

describe('writeFolder', () => {
  test('writes files, and removes a new folder with its parents', () => {
    const folder = join(parent, 'a/b');
    const remove = writeFolder(folder, { 'x.md': 'x', 'deep/y': new Uint8Array([1]) });
    expect(readFileSync(join(folder, 'x.md'), 'utf8')).toBe('x');
    expect(readFileSync(join(folder, 'deep/y'))).toEqual(Buffer.from([1]));
    mkdirSync(join(folder, 'node_modules/x'), { recursive: true });
    remove();
    expect(readdirSync(parent)).toEqual([]);
  });

  test('leaves an empty folder empty, except for .git', () => {
    mkdirSync(join(parent, '.git'));
    writeFolder(parent, { 'deep/x.md': 'x' })();
    expect(readdirSync(parent)).toEqual(['.git']);
  });
});

describe('folderError', () => {
  test('accepts a missing folder, an empty one and one with only .git', () => {
    expect(folderError(join(parent, 'missing'))).toBeUndefined();
    expect(folderError(parent)).toBeUndefined();
    mkdirSync(join(parent, '.git'));
    expect(folderError(parent)).toBeUndefined();
  });

  test('refuses a folder with a file, and a file', () => {
    writeFileSync(join(parent, '.x'), '');
    expect(folderError(parent)).toBe('is not empty; choose another folder');
    expect(folderError(join(parent, '.x'))).toBe('is not a folder');
    expect(existsSync(join(parent, '.x'))).toBe(true);
  });
});
