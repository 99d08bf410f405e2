import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const unitTests = ['tests/unit/**/*.test.ts', 'packages/*/tests/**/*.test.ts'];
/** The files that replace modules, so that they cannot share loaded modules with others. */
const isolated = globSync(unitTests, { cwd: import.meta.dirname }).filter((path) =>
  /vi\.(?:mock|doMock|resetModules)/.test(readFileSync(new URL(path, import.meta.url), 'utf8')),
);

export default defineConfig({
  test: {
    // Two more than cores: builds and browsers often wait for files and for each other.
    maxWorkers: availableParallelism() + 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: unitTests,
          exclude: isolated,
          // Modules are loaded once for all files, which halves the time.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'unit-isolated',
          include: isolated,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          isolate: false,
          globalSetup: 'tests/shared-sites-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          isolate: false,
          globalSetup: ['tests/shared-sites-setup.ts', 'tests/browser/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // A page may wait for a busy machine.
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        // Takes minutes; not part of `npm test`.
        test: {
          name: 'all',
          include: ['tests/all/**/*.test.ts'],
          globalSetup: ['tests/shared-sites-setup.ts', 'tests/browser/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        // Needs an installed Firefox; not part of `npm test`.
        test: {
          name: 'firefox',
          include: ['tests/firefox/**/*.test.ts'],
          globalSetup: 'tests/shared-sites-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        // Needs the npm registry; not part of `npm test`.
        test: {
          name: 'install',
          include: ['tests/install/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
