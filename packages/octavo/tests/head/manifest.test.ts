import { existsSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { webManifest } from '../../src/head/manifest.ts';
import { settings } from '../helpers.ts';

interface Manifest {
  icons: { src: string; sizes: string }[];
}

test('the web manifest says of a site what an installed one shows', () => {
  const site = settings({ language: 'ar', url: 'https://example.com/blog/' });
  expect(webManifest(site, '#fff')).toMatchObject({
    id: '/blog/',
    name: 'Notes',
    description: 'Notes on many things.',
    lang: 'ar',
    dir: 'rtl',
    start_url: '/blog/',
    scope: '/blog/',
    display: 'minimal-ui',
    theme_color: '#fff',
    background_color: '#fff',
    icons: [
      { src: '/blog/favicon.svg', type: 'image/svg+xml' },
      { src: '/blog/icon-512.png', type: 'image/png', purpose: 'any' },
      { src: '/blog/icon-512.png', type: 'image/png', purpose: 'maskable' },
    ],
  });
});

test('its icons are there, in the sizes that it says', async () => {
  const { icons } = webManifest(settings(), '#fff') as Manifest;
  for (const { src, sizes } of icons) {
    expect(existsSync(`public${src}`)).toBe(true);
    if (sizes === 'any') continue;
    const { width, height } = await sharp(`public${src}`).metadata();
    expect(`${width}x${height}`).toBe(sizes);
  }
});
