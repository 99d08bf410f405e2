import { expect, test } from 'vitest';
import { counterOf } from '../../src/connected/analytics.ts';
import type { Mode } from '../../src/settings/context.ts';
import { settings } from '../helpers.ts';

const counter = (analytics?: object, mode: Mode = 'build') =>
  counterOf({ mode, settings: settings({ analytics }) });

test.each([
  [
    'GoatCounter',
    { goatcounter: 'jane' },
    { 'data-goatcounter': 'https://jane.goatcounter.com/count', src: 'https://gc.zgo.at/count.js' },
    { script: 'https://gc.zgo.at', connect: ['https://jane.goatcounter.com'] },
  ],
  [
    'your own GoatCounter',
    { goatcounter: 'https://stats.example.com/' },
    {
      'data-goatcounter': 'https://stats.example.com/count',
      src: 'https://stats.example.com/count.js',
    },
    { script: 'https://stats.example.com', connect: ['https://stats.example.com'] },
  ],
  [
    'Plausible',
    { plausible: { domain: 'example.com' } },
    { 'data-domain': 'example.com', src: 'https://plausible.io/js/script.js' },
    { script: 'https://plausible.io', connect: ['https://plausible.io'] },
  ],
  [
    'Umami',
    { umami: { id: '1-2' } },
    { 'data-website-id': '1-2', src: 'https://cloud.umami.is/script.js' },
    {
      script: 'https://cloud.umami.is',
      connect: ['https://gateway.umami.is', 'https://api-gateway.umami.dev'],
    },
  ],
  [
    'your own Umami',
    { umami: { id: '1-2', host: 'https://größe.example:8443/' } },
    { 'data-website-id': '1-2', src: 'https://xn--gre-6ka8i.example:8443/script.js' },
    {
      script: 'https://xn--gre-6ka8i.example:8443',
      connect: ['https://xn--gre-6ka8i.example:8443'],
    },
  ],
  [
    'Cloudflare',
    { cloudflare: 'a"b' },
    {
      'data-cf-beacon': '{"token":"a\\"b"}',
      src: 'https://static.cloudflareinsights.com/beacon.min.js',
    },
    {
      script: 'https://static.cloudflareinsights.com',
      connect: ['https://cloudflareinsights.com'],
    },
  ],
  [
    'a script that sends elsewhere',
    {
      script: {
        src: 'https://a.example/b.js?c=1',
        attributes: { 'data-site': '42', async: '' },
        connect: ['https://b.example'],
      },
    },
    { 'data-site': '42', async: '', src: 'https://a.example/b.js?c=1' },
    { script: 'https://a.example', connect: ['https://b.example'] },
  ],
])('%s is a script, with its hosts', (_, analytics, attributes, policy) => {
  expect(counter(analytics)).toEqual({ script: { defer: '', ...attributes }, policy });
});

test('a pixel is a picture, with its host', () => {
  const pixel = 'https://a.example/count?p=/';
  expect(counter({ pixel })).toEqual({ pixel, policy: { img: 'https://a.example' } });
});

test.each(['preview', 'dev'] as const)('%s counts nothing', (mode) => {
  expect(counter({ goatcounter: 'jane' }, mode)).toBeUndefined();
});

test('a blog without the setting counts nothing', () => {
  expect(counter()).toBeUndefined();
});

test.each([
  [{}, 'analytics: must have exactly one key'],
  [{ cloudflare: 'a', pixel: 'https://a.example/' }, 'analytics: must have exactly one key'],
  [
    { script: { src: 'https://a.example/', attributes: { onload: 'x()' } } },
    'analytics.script.attributes: must be attributes without src and event handlers',
  ],
  [{ pixel: 'http://a.example/' }, 'analytics.pixel: must be a URL, like https://example.com/'],
])('%j is an error', (analytics, message) => {
  expect(() => settings({ analytics })).toThrow(message);
});
