import { describe, expect, test } from 'vitest';
import { found, render } from '../../helpers.ts';

const html = async (markdown: string, language?: string) =>
  (await render(markdown, { language })).html.trim();

describe('a link to a film alone on its line says where it leads', () => {
  test.each([
    ['https://www.youtube.com/watch?v=abc_-1&t=10', 'Video on YouTube'],
    ['https://youtube.com/watch?v=abc', 'Video on YouTube'],
    ['https://m.youtube.com/watch?v=abc', 'Video on YouTube'],
    ['https://youtu.be/abc?t=10', 'Video on YouTube'],
    ['https://www.youtube.com/shorts/abc', 'Video on YouTube'],
    ['https://www.youtube.com/live/abc', 'Video on YouTube'],
    ['https://www.youtube-nocookie.com/embed/abc', 'Video on YouTube'],
    ['https://vimeo.com/123456', 'Video on Vimeo'],
    ['https://vimeo.com/123456/abcdef', 'Video on Vimeo'],
    ['https://vimeo.com/channels/staffpicks/123456', 'Video on Vimeo'],
    ['https://player.vimeo.com/video/123456', 'Video on Vimeo'],
  ])('%s', async (url, title) => {
    const href = url.replaceAll('&', '&#x26;');
    for (const written of [url, `<${url}>`]) {
      const rendered = (await html(written)).replaceAll('&amp;', '&#x26;');
      expect(rendered).toBe(`<p class="video"><a href="${href}">${title}</a></p>`);
    }
  });

  test.each([
    ['de', 'Video bei YouTube'],
    ['ja', 'YouTube の動画'],
    ['ar', 'فيديو على YouTube'],
  ])('in the language of the site: %s', async (language, title) => {
    expect(await html('https://youtu.be/abc', language)).toContain(`>${title}</a>`);
  });

  test('after its title', async () => {
    expect(await html('[A *talk*](https://youtu.be/abc)')).toBe(
      '<p class="video"><a href="https://youtu.be/abc">A <em>talk</em> (YouTube)</a></p>',
    );
  });

  test('around its picture', async () => {
    const still = 'https://example.com/still.png';
    const rendered = await html(`[![A talk](${still})](https://youtu.be/abc)`);
    expect(rendered).toMatch(/<a href="https:\/\/youtu.be\/abc"[^>]*><img /);
    expect(rendered).not.toContain('YouTube');
  });

  test('in a quotation and in a list', async () => {
    expect(await html('> https://youtu.be/abc')).toContain('Video on YouTube');
    expect(await html('- a\n\n  https://youtu.be/abc')).toContain('Video on YouTube');
  });

  test('in MDX', async () => {
    const { diagnostics, text } = await render('https://youtu.be/abc', { format: 'mdx' });
    expect(found(diagnostics)).toEqual([]);
    expect(text.automatic.text).toBe('Video on YouTube');
  });
});

describe('a link stays as it is', () => {
  test.each([
    ['within a sentence', 'See https://youtu.be/abc'],
    ['beside another', 'https://youtu.be/abc https://youtu.be/abc'],
    ['to a channel', 'https://www.youtube.com/@someone'],
    ['to a list', 'https://www.youtube.com/playlist?list=abc'],
    ['to a person', 'https://vimeo.com/someone'],
    ['to another host', 'https://youtube.com.example.org/watch?v=abc'],
    ['in code', '`https://youtu.be/abc`'],
  ])('%s: %s', async (_, markdown) => {
    const rendered = await html(markdown);
    expect(rendered).not.toContain('class="video"');
    expect(rendered).not.toContain('Video on');
  });
});
