import { describe, expect, test } from 'vitest';
import { declarationOf, readDeclaration } from '../../src/settings/policy-hosts.ts';
import { checkSettings } from '../../src/settings/settings.ts';
import { REQUIRED } from '../helpers.ts';

describe('the declaration of hosts', () => {
  test.each([
    [{}, ''],
    [{ frame: 'https://a.example' }, 'frame-src https://a.example'],
    [
      { form: ['https://a.example/', 'https://b.example'] },
      'form-action https://a.example/ https://b.example',
    ],
    [
      { script: 'https://a.example', img: undefined, style: [] },
      'script-src https://a.example;img-src;style-src',
    ],
  ])('of %j is %s', (hosts, text) => {
    expect(declarationOf(hosts)).toBe(text);
  });

  test.each([
    'https://a.example',
    'https://a.example:8080',
    'https://a.example/widget/',
    'https://xn--gre-6ka8i.example/a.js',
    'https://localhost:1',
  ])('may have %s', (host) => {
    expect(readDeclaration(`frame-src ${host}`)).toEqual({
      sources: [['frame-src', host]],
      invalid: [],
    });
  });

  test.each([
    '*',
    'https:',
    'https://*.example',
    'http://a.example',
    'a.example',
    'data:',
    "'self'",
    "'unsafe-inline'",
    'https://a.example/?x',
    'https://a.example,b',
    'https://a@b.example',
  ])('cannot have %s', (host) => {
    const read = readDeclaration(`frame-src https://b.example ${host}`);
    expect(read).toEqual({
      sources: [['frame-src', 'https://b.example']],
      invalid: [`frame-src ${host}`],
    });
  });

  test.each(['default-src', 'object-src', 'frame', 'base-uri'])('has no %s', (directive) => {
    const invalid = `${directive} https://a.example`;
    expect(readDeclaration(invalid)).toEqual({ sources: [], invalid: [invalid] });
  });
});

test('a host of the setting policy is checked', () => {
  const { errors } = checkSettings({ ...REQUIRED, policy: { frame: ['*'] } });
  expect(errors.map(({ message }) => message)).toEqual([
    'policy.frame[0]: must be the URL of a host, like https://example.com',
  ]);
});
