import { expect, test } from 'vitest';
import { nodesIn } from '../../src/markdown/syntax.ts';

const TEXT = '[a](./a.md)\n\n- [b](./b.md)\n';
const urls = (text: string, format: 'md' | 'mdx') =>
  nodesIn(text, format).flatMap((node) => (node.type === 'link' ? [node.url] : []));

test.each(['md', 'mdx'] as const)('every node of a text is returned in order, in %s', (format) => {
  expect(urls(TEXT, format)).toEqual(['./a.md', './b.md']);
});

test('nodes have the offsets of their source', () => {
  const text = 'Größe 🎉 [a](./a.md)';
  const { position } = nodesIn(text, 'md').find(({ type }) => type === 'link')!;
  expect(text.slice(position!.start.offset, position!.end.offset)).toBe('[a](./a.md)');
});

test('MDX that does not parse has no nodes', () => {
  expect(nodesIn(`${TEXT}\n<Note>`, 'mdx')).toEqual([]);
});
