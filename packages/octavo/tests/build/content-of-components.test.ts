import { describe, expect, test } from 'vitest';
import { contentOfComponents } from '../../src/build/content-of-components.ts';
import { folder, write } from '../helpers.ts';

const CONTENT = { 'src/content/posts/a.md': 'A', 'src/content.config.ts': 'getCollection' };

describe('the content that components of a blog read', () => {
  test.each([
    ['src/slots/footer.astro', "getCollection('posts')"],
    ['src/overrides/PostList.astro', 'await getBlog()'],
    ['src/components/latest.ts', "import.meta.glob('/src/content/**/*.md')"],
  ])('is that of all files, where %s reads it', (path, source) => {
    const root = folder({ ...CONTENT, [path]: source });
    const before = contentOfComponents(root);
    write(root, { 'src/content/posts/a.md': 'B' });
    expect(contentOfComponents(root)).not.toBe(before);
  });

  test('is none where they do not', () => {
    const files = { 'src/slots/footer.astro': "import { render } from 'astro:content';" };
    expect(contentOfComponents(folder({ ...CONTENT, ...files }))).toBe('');
  });
});
