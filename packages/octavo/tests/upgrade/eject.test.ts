import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eject } from '../../src/upgrade/eject.ts';
import { folder } from '../helpers.ts';

const override = 'src/overrides/PostHeader.astro';

describe('eject', () => {
  test('writes a component with its origin, and its original beside it', () => {
    const root = folder();
    eject(['PostHeader', 'Article'], { root });
    const read = (path: string) => readFileSync(join(root, path), 'utf8');
    const [fence, comment, ...rest] = read(override).split('\n');
    expect(comment).toMatch(/^\/\/ Ejected from octavo \d\S*;/);
    expect([fence, ...rest].join('\n')).toBe(read('src/overrides/.base/PostHeader.astro'));
    expect(read(override)).toContain(
      "import PostMeta from 'octavo/components/post/PostMeta.astro';",
    );
    expect(read('src/overrides/Article.astro')).toContain("from 'octavo/layouts/Document.astro'");
  });

  test('overwrites an override only by force', () => {
    const root = folder({ [override]: 'mine' });
    expect(() => {
      eject(['Cover', 'PostHeader'], { root });
    }).toThrow(`${override} exists; pass --force to overwrite it`);
    expect(readFileSync(join(root, override), 'utf8')).toBe('mine');
    expect(() => readFileSync(join(root, 'src/overrides/Cover.astro'))).toThrow();
    eject(['PostHeader'], { root, force: true });
    expect(readFileSync(join(root, override), 'utf8')).not.toBe('mine');
  });

  test.each([
    ['PostHeadr', 'unknown component PostHeadr; did you mean PostHeader?'],
    ['toString', 'unknown component toString'],
  ])('names what %s may mean', (name, message) => {
    expect(() => {
      eject([name], { root: folder() });
    }).toThrow(message);
  });
});
