import { defineConfig } from 'vitest/config';

/** The unit tests of the folder that Stryker sets as `dir`. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    isolate: false,
    testTimeout: 30_000,
  },
});
