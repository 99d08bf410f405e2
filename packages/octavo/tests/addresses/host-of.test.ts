import { expect, test } from 'vitest';
import { hostOf } from '../../src/addresses/host-of.ts';

test.each([
  ['https://www.example.com/a', 'example.com'],
  ['http://localhost:4321/', 'localhost:4321'],
  ['https://xn--bcher-kva.example:8080/', 'bücher.example:8080'],
  ['https://[::1]:80/', '[::1]:80'],
])('the host of %s is shown as %s', (url, host) => {
  expect(hostOf(url)).toBe(host);
});
