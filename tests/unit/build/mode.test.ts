import type { HookParameters } from 'astro';
import { expect, test, vi } from 'vitest';
import { mode } from '../../../src/build/mode.ts';

test.each([
  ['dev', 'true'],
  ['build', 'false'],
  ['preview', 'false'],
] as const)(
  'in %s, IN_DEVELOPMENT is %s, and the project’s folder is known',
  async (command, value) => {
    const updateConfig = vi.fn();
    await mode().hooks['astro:config:setup']!({
      command,
      config: { root: new URL('file:///blog/') },
      updateConfig,
    } as unknown as HookParameters<'astro:config:setup'>);
    expect(updateConfig).toHaveBeenCalledExactlyOnceWith({
      vite: { define: { IN_DEVELOPMENT: value, PROJECT_ROOT: '"/blog/"' } },
    });
  },
);
