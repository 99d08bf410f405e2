import { expect, test } from 'vitest';
import { packageManagerOf } from '../src/package-manager.ts';

test.each([
  ['npm/11.6.0 node/v24.16.0 linux x64 workspaces/false', 'npm'],
  ['pnpm/10.20.0 npm/? node/v24.16.0 linux x64', 'pnpm'],
  ['yarn/4.10.3 npm/? node/v24.16.0 linux x64', 'yarn'],
  ['bun/1.3.2 npm/? node/v24.16.0 linux x64', 'bun'],
  ['deno/2.5.6', 'npm'],
  [undefined, 'npm'],
])('the user agent %j is that of %s', (userAgent, name) => {
  expect(packageManagerOf(userAgent)).toBe(name);
});
