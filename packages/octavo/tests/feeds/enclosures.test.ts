import { describe, expect, test } from 'vitest';
import { mediaAddresses, mediaType } from '../../src/feeds/enclosures.ts';

describe('the sounds and videos of an article', () => {
  test.each([
    ['of a sound', '<audio src="/a.mp3"></audio>', ['/a.mp3']],
    ['of a video', '<p><video controls src="/a.mp4"></video></p>', ['/a.mp4']],
    [
      'of sources',
      '<video><source src="/a.webm"><source src="/a.mp4"></video>',
      ['/a.webm', '/a.mp4'],
    ],
    ['as they are meant', '<audio src="/a?b=1&amp;c=2"></audio>', ['/a?b=1&c=2']],
    ['each once', '<audio src="/a.mp3"></audio><audio src="/a.mp3"></audio>', ['/a.mp3']],
    ['of nothing', '<p>audio</p>', []],
    ['of no address', '<audio></audio>', []],
    ['of no picture', '<picture><source srcset="/a.png"><img src="/a.png"></picture>', []],
    ['of no code', '<code>&lt;audio src="/a.mp3"&gt;</code>', []],
  ])('are found: %s', (_, html, addresses) => {
    expect(mediaAddresses(html)).toEqual(addresses);
  });

  test.each([
    ['/a.mp3', 'audio/mpeg'],
    ['/a.M4A', 'audio/mp4'],
    ['/a.mp4?b#c', 'video/mp4'],
    ['/a.b/c.webm', 'video/webm'],
    ['/a.ogg', 'audio/ogg'],
    ['/a.wav', 'audio/wav'],
    ['/a.png', undefined],
    ['/mp3', undefined],
  ])('%s is of the type %s', (address, type) => {
    expect(mediaType(address)).toBe(type);
  });
});
