import { describe, expect, test } from 'vitest';
import { declarationOfSettings } from '../../src/settings/head.ts';
import { checkSettings, type SiteConfig } from '../../src/settings/settings.ts';
import { REQUIRED, settings } from '../helpers.ts';

describe('the setting head', () => {
  test.each<[NonNullable<SiteConfig['head']>[number], string?]>([
    [{ tag: 'link', attrs: { rel: 'me', href: 'https://a.example/' } }],
    [{ tag: 'meta', attrs: { name: 'a', content: 'b' } }],
    [{ tag: 'script', attrs: { src: '/a.js', defer: true } }],
    [{ tag: 'script', content: 'a()' }],
    [{ tag: 'link', attrs: { rel: 'canonical', href: '/' } }, 'is an element that Octavo makes'],
    [{ tag: 'meta', attrs: { charset: 'latin1' } }, 'is an element that Octavo makes'],
    [{ tag: 'meta', attrs: { name: 'robots', content: 'a' } }, 'is an element that Octavo makes'],
    [
      { tag: 'meta', attrs: { property: 'og:image', content: 'a' } },
      'is an element that Octavo makes',
    ],
    [{ tag: 'script', attrs: { onload: 'a()' } }, 'has an attribute that'],
  ])('%j', (element, message?: string) => {
    const { errors } = checkSettings({ ...REQUIRED, head: [element] });
    expect(errors.map((error) => error.message)).toEqual(
      message === undefined ? [] : [expect.stringContaining(message)],
    );
  });

  test('allows the hosts of its scripts and style sheets', () => {
    const head: SiteConfig['head'] = [
      { tag: 'script', attrs: { src: 'https://a.example/x.js' } },
      { tag: 'script', attrs: { src: '/x.js' } },
      { tag: 'link', attrs: { rel: 'stylesheet', href: 'https://b.example/x.css' } },
      { tag: 'link', attrs: { rel: 'me', href: 'https://c.example/' } },
    ];
    const site = settings({ head, policy: { frame: ['https://d.example'] } });
    expect(declarationOfSettings(site)).toBe(
      'frame-src https://d.example;script-src https://a.example;style-src https://b.example',
    );
  });
});
