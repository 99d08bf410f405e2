#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that an old one gets an explanation.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 24 || (major === 24 && minor >= 16)) {
  await import(import.meta.resolve('octavo-social/cli'));
} else {
  console.error(
    `octavo-social needs Node 24.16 or later; this is ${process.version}. Install one: https://nodejs.org/`,
  );
  process.exitCode = 1;
}
