import type { HookParameters } from 'astro';
import { afterEach, expect, test, vi } from 'vitest';
import { isPreview, mode, setPreview } from '../../src/build/mode.ts';
import { engineFolder } from '../../src/engine-folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ['dev', false, 'true', 'false'],
  ['dev', true, 'true', 'false'],
  ['build', false, 'false', 'false'],
  ['build', true, 'false', 'true'],
  ['preview', false, 'false', 'false'],
] as const)(
  'in %s, with drafts: %s, IN_DEVELOPMENT is %s and IS_PREVIEW %s, and the project’s folder is known',
  async (command, drafts, inDevelopment, preview) => {
    vi.stubEnv('OCTAVO_DRAFTS', undefined);
    setPreview(drafts);
    const updateConfig = vi.fn();
    await mode().hooks['astro:config:setup']!({
      command,
      config: { root: new URL('file:///blog/') },
      updateConfig,
    } as unknown as HookParameters<'astro:config:setup'>);
    const define = {
      IN_DEVELOPMENT: inDevelopment,
      IS_PREVIEW: preview,
      PROJECT_ROOT: '"/blog/"',
      ENGINE_FOLDER: JSON.stringify(engineFolder),
    };
    expect(updateConfig).toHaveBeenCalledExactlyOnceWith({ vite: { define } });
  },
);

test('a build without drafts has none, whatever the shell says', () => {
  vi.stubEnv('OCTAVO_DRAFTS', 'true');
  setPreview(false);
  expect(isPreview()).toBe(false);
});
