import sharp from 'sharp';
import { htmlToHast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { mermaid } from '../../../../../tests/diagrams.ts';
import { diagramIds, drawingPng } from '../../../src/markdown/diagrams/feed-drawing.ts';
import { render } from '../../helpers.ts';

const idsIn = (html: string) => diagramIds(htmlToHast(html, { fragment: true }));

describe('the diagrams of an article', () => {
  test('are those that are drawn, in Markdown and in MDX', async () => {
    const text = [mermaid('flowchart LR\n  A --> B'), mermaid('nothing'), mermaid('pie\n "a": 1')];
    expect((await render(text.join('\n'))).diagrams).toEqual(['diagram-1', 'diagram-3']);
    const mdx = await render(text.join('\n'), { format: 'mdx' });
    expect(mdx.diagrams).toEqual(['diagram-1', 'diagram-3']);
    expect((await render('Text.')).diagrams).toBeUndefined();
  });

  test.each([
    '<figure class="diagram"><svg></svg></figure>',
    '<figure id="diagram-1-figure"><svg></svg></figure>',
    '<pre id="diagram-1-figure"></pre>',
  ])('are no other figures: %s', (html) => {
    expect(idsIn(html)).toBeUndefined();
  });

  test('are pictures of twice their size, dark on a light ground', async () => {
    const { html } = await render(mermaid('flowchart LR\n  A --> B'));
    const onPage = (name: string) => Number(new RegExp(` ${name}="([\\d.]+)rem"`).exec(html)![1]);
    const png = sharp(await drawingPng(html, 'diagram-1'));
    const { format, ...size } = await png.metadata();
    expect(format).toBe('png');
    expect(size.width).toBe(2 * Math.round(16 * onPage('width')));
    expect(size.height).toBe(2 * Math.round(16 * onPage('height')));
    const { channels, isOpaque } = await sharp(await png.toBuffer()).stats();
    expect(isOpaque).toBe(true);
    expect(channels[0]!.max).toBe(255);
    expect(channels[0]!.min).toBeLessThan(150);
  });

  test('may have text that is syntax in XML', async () => {
    const { html } = await render(mermaid('flowchart LR\n  accTitle: a]]>b\n  A["]]>"] --> B'));
    expect((await sharp(await drawingPng(html, 'diagram-1')).metadata()).format).toBe('png');
  });
});
